//! What the page shows.

use serviceaftale_core::file_check::FileReport;
use serviceaftale_core::messages::{Language, check_page, data_files, problems};
use serviceaftale_core::problem::Problem;
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::{Context, Event, Html, TargetCast, html};

use crate::app::{App, Msg, Verdict};
use crate::preview::Preview;

/// The id of the text field, also in check.html.
pub const TEXT_ID: &str = "text";

/// The whole page.
pub fn page(app: &App, ctx: &Context<App>) -> Html {
    let language = ctx.props().language;
    html! {
        <>
            <h1>{check_page::TITLE.get(language)}</h1>
            <p id="help">{check_page::HELP.get(language)}</p>
            {form(app, ctx)}
            <section aria-label={check_page::RESULT.get(language)}>
                <p id="verdict" role="status">{app.verdict_text(language)}</p>
                <ol id="problems">{mistakes(language, &app.verdict)}</ol>
            </section>
            {preview(&app.preview, ctx)}
        </>
    }
}

fn form(app: &App, ctx: &Context<App>) -> Html {
    let language = ctx.props().language;
    let onsubmit = ctx.link().callback(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Submitted
    });
    let onchange = ctx.link().batch_callback(|event: Event| {
        let files = event.target_dyn_into().and_then(|field: HtmlInputElement| field.files());
        files.and_then(|files| files.get(0)).map(Msg::FileSelected)
    });
    html! {
        <form {onsubmit}>
            <label for={TEXT_ID}>{check_page::TEXT.get(language)}</label>
            <textarea id={TEXT_ID} ref={app.text.clone()} class={app.dragged.then_some("over")} rows="14"
                spellcheck="false" autocomplete="off" autocapitalize="off" aria-describedby="help"
                defaultvalue={ctx.props().typed.clone()} />
            <div class="row">
                <label for="file">{check_page::CHOOSE.get(language)}</label>
                <input id="file" type="file" accept=".json,application/json" {onchange} />
                <button>{check_page::CHECK.get(language)}</button>
            </div>
        </form>
    }
}

/// The syntax error, or every problem of the file.
fn mistakes(language: Language, verdict: &Verdict) -> Html {
    match verdict {
        Verdict::Report(FileReport::Syntax(error)) => html! { <li>{data_files::json_error(language, error)}</li> },
        Verdict::Report(FileReport::Checked { problems, .. }) => {
            problems.iter().map(|problem| mistake(language, problem)).collect()
        }
        Verdict::None | Verdict::Checking | Verdict::Failed(_) => Html::default(),
    }
}

fn mistake(language: Language, problem: &Problem) -> Html {
    let path = if problem.path.is_empty() { problems::FILE.get(language) } else { &problem.path };
    html! {
        <li>
            <code>{path}</code>
            {check_page::FOUND.get(language)}
            <code>{problems::found(language, &problem.found)}</code>
            {check_page::EXPECTED.get(language)}
            {problems::expected(language, &problem.expected)}
        </li>
    }
}

/// The widget with the usable files, in an element that is new with each of them.
fn preview(preview: &Preview, ctx: &Context<App>) -> Html {
    let language = ctx.props().language;
    let onchange = ctx.link().batch_callback(|event: Event| {
        let field: Option<HtmlInputElement> = event.target_dyn_into();
        field.map(|field| Msg::TimeSelected(field.value()))
    });
    html! {
        <section id="preview" aria-labelledby="shown" hidden={!preview.is_shown}>
            <h2 id="shown">{check_page::PREVIEW.get(language)}</h2>
            <div class="row">
                <label for="at">{check_page::AT.get(language)}</label>
                <input id="at" type="datetime-local" {onchange} />
            </div>
            <div id="widget">
                <aura-serviceaftale key={preview.number} loading="eager" lang={language.tag()} at={preview.at.clone()}
                    agreements={preview.agreements()} notices={preview.notices()} />
            </div>
        </section>
    }
}
