//! Do its elements do what any element does: many on one page, moved, removed, changed, and scripted?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Failure, Outcome, Page, Recorded, Site, Visit};
use serde_json::{Value, json};

/// Half past eight on a Tuesday evening, and when work on a fault has begun, by agreement.
const EVENING: &str = "2026-03-10T20:30:00+01:00";
const BASIS: &str = "2026-03-11T11:00:00+01:00";
const PRO: &str = "2026-03-10T21:30:00+01:00";

/// First on every page here: when an element is ready, and which answers it has.
const ANSWERS_JS: &str = "
    window.answers = (element) => Object.fromEntries(
      [...element.shadowRoot.querySelectorAll('[data-answer=remote]')]
        .map((answer) => [answer.dataset.agreement, answer.querySelector('time').dateTime]));
    window.drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    window.add = (attributes, parent = document.body) => {
      const element = document.createElement('aura-serviceaftale');
      for (const [name, value] of Object.entries({ at: '2026-03-10T20:30:00+01:00', loading: 'eager', ...attributes })) {
        element.setAttribute(name, value);
      }
      parent.append(element);
      return element;
    };";

#[test]
fn many_elements_share_one_wasm_and_each_is_right_wherever_it_goes() -> Outcome {
    let ten: String = (0..10).map(|number| element(&format!("id=\"e{number}\" loading=\"eager\""))).collect();
    let site =
        site()?.with_file("/ten.html", host_page("", &format!("{ten}<div id=\"one\"></div><div id=\"two\"></div>")));
    Visit::to(site).run(async |page| {
        page.open("/ten.html").await?;
        let all = "await Promise.all([...document.querySelectorAll('aura-serviceaftale')].map((each) => each.whenReady()));
                   return [...document.querySelectorAll('aura-serviceaftale')]
                     .map((each) => [each.dataset.state, answers(each).basis, answers(each).pro]);";
        assert_eq!(page.run_async(all, vec![]).await?, json!(vec![json!(["ready", BASIS, PRO]); 10]));

        let late = "const late = add({ agreement: 'pro' }, one);
                    await late.whenReady();
                    return [late.dataset.state, answers(late)];";
        assert_eq!(page.run_async(late, vec![]).await?, json!(["ready", { "pro": PRO }]), "added late");

        let again = "const gone = document.querySelector('#e0');
                     gone.remove();
                     await drawn();
                     gone.setAttribute('agreement', 'basis');
                     two.append(gone);
                     await drawn();
                     return [gone.dataset.state, answers(gone)];";
        assert_eq!(page.run_async(again, vec![]).await?, json!(["ready", { "basis": BASIS }]), "removed and added again");

        let moved = "const root = e1.shadowRoot.querySelector('.page');
                     for (let move = 0; move < 500; move += 1) {
                       (move % 2 ? one : two).append(e1);
                       if (move % 50 === 0) await drawn();
                     }
                     await drawn();
                     return [e1.dataset.state, answers(e1), root === e1.shadowRoot.querySelector('.page')];";
        let expected = json!(["ready", { "basis": BASIS, "pro": PRO }, true]);
        assert_eq!(page.run_async(moved, vec![]).await?, expected, "moved 500 times");

        // After a wait, as a page's own script: WebKit does what is queued after every call of its driver's script.
        // On a slow machine yew draws the parts of the page in a turn of their own, which makes two drawings.
        let changed = "await drawn();
                       let readings = 0;
                       let drawings = 0;
                       e2.getAttribute = function (name) {
                         readings += name === 'agreement';
                         return Element.prototype.getAttribute.call(this, name);
                       };
                       const observer = new MutationObserver(() => (drawings += 1));
                       observer.observe(e2.shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
                       for (let change = 0; change < 1000; change += 1) e2.setAttribute('agreement', change % 2 ? 'pro' : 'basis');
                       await drawn();
                       return [answers(e2), readings, drawings > 0 && drawings <= 2];";
        assert_eq!(page.run_async(changed, vec![]).await?, json!([{ "pro": PRO }, 1, true]), "changed 1,000 times at once");

        assert_eq!(page.recorded().await?.told("ready").len(), 11, "each is ready once");
        assert_eq!(wasm_fetches(page), 1);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn properties_mirror_attributes_and_the_choice_is_told() -> Outcome {
    // The script that sets them runs before the loader, which is a module.
    let early = format!(
        "<script>const early = document.createElement('aura-serviceaftale');
           Object.assign(early, {{ agreement: 'pro', at: '{EVENING}', view: 'compact', headingLevel: 3, loading: 'eager' }});
           document.body.append(early);</script>"
    );
    let site =
        site()?.with_file("/early.html", host_page("", &early)).with_file("/host.html", host_page("", &element("")));
    Visit::to(site).run(async |page| {
        page.open("/early.html").await?;
        let found = "const element = document.querySelector('aura-serviceaftale');
            await element.whenReady();
            return [answers(element), element.getAttribute('heading-level'), Object.keys(element),
              Boolean(element.shadowRoot.querySelector('.hours'))];";
        assert_eq!(page.run_async(found, vec![]).await?, json!([{ "pro": PRO }, "3", [], false]));

        page.open("/host.html").await?;
        let mirrored = "const element = document.createElement('aura-serviceaftale');
            const table = { agreement: 'agreement', picker: 'picker', view: 'view', theme: 'theme', agreements: 'agreements',
              at: 'at', reported: 'reported', headingLevel: 'heading-level', loading: 'loading', lang: 'lang' };
            const wrong = [];
            const expect = (what, found, expected) => found === expected || wrong.push(`${what}: ${found}, not ${expected}`);
            for (const [property, attribute] of Object.entries(table)) {
              element[property] = 'one';
              expect(`${attribute} after its property`, element.getAttribute(attribute), 'one');
              element.setAttribute(attribute, 'two');
              expect(`${property} after its attribute`, element[property], 'two');
              if (property === 'lang') continue;
              element[property] = null;
              expect(`${attribute} after null`, element.hasAttribute(attribute), false);
              expect(`${property} without`, element[property], null);
            }
            element.compare = 'yes';
            expect('compare', element.getAttribute('compare'), '');
            element.removeAttribute('compare');
            expect('compare without', element.compare, false);
            return wrong;";
        assert_eq!(page.run(mirrored, vec![]).await?, json!([]));

        page.choose("Erhverv Pro").await?;
        page.choose("Sammenlign").await?;
        let recorded = page.recorded().await?;
        let told: Vec<_> = recorded.told("change").into_iter().map(|told| told.agreement.as_deref()).collect();
        assert_eq!(told, [Some("pro"), None]);
        let attributes = "const { agreement, compare } = document.querySelector('aura-serviceaftale');
                          return [agreement, compare];";
        assert_eq!(page.run(attributes, vec![]).await?, json!([null, true]));
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn each_attribute_does_what_it_says_and_a_bad_value_is_named_once() -> Outcome {
    Visit::to(site()?.with_file("/host.html", host_page("", &element("")))).run(async |page| {
        page.open("/host.html").await?;
        check(page, json!({}), json!({ "level": 2, "radios": 3, "hours": true, "agreements": 2, "said": [] })).await?;
        check(page, json!({ "agreement": "pro" }), json!({ "agreements": 1 })).await?;
        check(page, json!({ "compare": "", "agreement": "pro" }), json!({ "agreements": 2 })).await?;
        check(page, json!({ "view": "compact" }), json!({ "hours": false, "agreements": 2 })).await?;
        check(page, json!({ "picker": "hidden" }), json!({ "radios": 0 })).await?;
        check(page, json!({ "heading-level": "3" }), json!({ "level": 3 })).await?;
        check(page, json!({ "theme": "dark" }), json!({ "surface": "rgb(16, 24, 23)" })).await?;
        check(page, json!({ "theme": "light" }), json!({ "surface": "rgb(255, 255, 255)" })).await?;
        let bad = json!({ "agreement": "gold", "view": "tiny", "picker": "yes", "theme": "pink", "heading-level": "9",
                          "at": "yesterday", "reported": "soon", "lang": "sv" });
        let said = json!(["agreement", "at", "heading-level", "lang", "picker", "reported", "theme", "view"]);
        check(page, bad, json!({ "level": 2, "radios": 3, "hours": true, "agreements": 2, "said": said })).await?;
        let recorded = page.recorded().await?;
        assert_eq!((recorded.codes(), thrown(&recorded)), (vec!["attribute"; 8], 0), "{recorded:?}");
        // A warning and an event for each.
        assert_eq!(recorded.complaints().len(), 16, "{recorded:?}");
        Ok(())
    })
}

#[test]
fn included_twice_there_is_one_widget_and_one_remark() -> Outcome {
    let again = [
        ("/same.html", "/v1/aura-serviceaftale.js".to_owned(), 0),
        ("/queried.html", "/v1/aura-serviceaftale.js?2".to_owned(), 1),
        ("/pinned.html", format!("/v{}/aura-serviceaftale.js", env!("CARGO_PKG_VERSION")), 1),
    ];
    let mut site = site()?;
    for (path, second, _) in &again {
        let body = format!("<script type=\"module\" src=\"{second}\"></script>{}", element("").repeat(2));
        site = site.with_file(path, host_page("", &body));
    }
    Visit::to(site).run(async |page| {
        for (path, _, remarks) in &again {
            let before = wasm_fetches(page);
            page.open(path).await?;
            let both = "await Promise.all([...document.querySelectorAll('aura-serviceaftale')].map((each) => each.whenReady()));
                        return [...document.querySelectorAll('aura-serviceaftale')].map((each) => answers(each).basis);";
            assert_eq!(page.run_async(both, vec![]).await?, json!([BASIS, BASIS]), "{path}");
            let recorded = page.recorded().await?;
            assert_eq!(recorded.complaints().len(), *remarks, "{path}: {recorded:?}");
            assert_eq!((recorded.codes().len(), wasm_fetches(page) - before), (0, 1), "{path}");
        }
        Ok(())
    })
}

#[test]
fn a_page_that_tampers_with_the_language_gets_the_same_answers() -> Outcome {
    let tampering = "
        Array.prototype.last = function () { return this[this.length - 1]; };
        Object.prototype.extra = 'enumerable';
        for (const [owner, name] of [[EventTarget.prototype, 'addEventListener'], [JSON, 'parse'], [Element.prototype, 'attachShadow']]) {
          const before = owner[name];
          owner[name] = function (...given) { return before.apply(this, given); };
        }";
    let data = Site::release()?.text_of("v1/agreements.json")?.replace("-20:00\"", "-21:00\"");
    let body = element("agreements=\"/data.json\"");
    let site = site()?.with_file("/host.html", host_page(tampering, &body)).with_file("/data.json", data);
    Visit::to(site).run(async |page| {
        page.load("/host.html").await?;
        until(
            page,
            "document.querySelector('aura-serviceaftale').shadowRoot
            ?.querySelector('[data-channel=fault-report] time')?.dateTime === '2026-03-10T21:00:00+01:00'",
        )
        .await?;
        let answers =
            "const { basis, pro } = answers(document.querySelector('aura-serviceaftale')); return `${basis} ${pro}`;";
        assert_eq!(page.run(answers, vec![]).await?, json!(format!("{BASIS} {PRO}")));
        // Clicked by script: WebDriver's own scripts may not survive such a page. By the page's own and in a task of its own,
        // as a visitor's click is: in the middle of one of its driver's, WebKit draws what is still waiting to be drawn.
        let click = "setTimeout(() => document.querySelector('aura-serviceaftale').shadowRoot.querySelectorAll('input')[1].click());";
        page.run(click, vec![]).await?;
        until(page, "document.querySelector('aura-serviceaftale').getAttribute('agreement') === 'pro'").await?;
        Ok(())
    })
}

#[test]
fn a_div_with_data_attributes_is_the_element() -> Outcome {
    let div = format!(
        "<div id=\"div\" data-aura-serviceaftale data-agreement=\"pro\" data-at=\"{EVENING}\"><p>87 92 55 75</p></div>"
    );
    Visit::to(site()?.with_file("/host.html", host_page("", &div))).run(async |page| {
        page.open("/host.html").await?;
        let first = "const [element, ...more] = div.children;
                     return [answers(element), element.querySelector('p').textContent, more.length];";
        assert_eq!(page.run(first, vec![]).await?, json!([{ "pro": PRO }, "87 92 55 75", 0]), "there from the start");

        let changed = "div.dataset.agreement = 'basis';
                       await drawn();
                       const one = answers(div.firstElementChild);
                       delete div.dataset.agreement;
                       await drawn();
                       return [one, answers(div.firstElementChild)];";
        let expected = json!([{ "basis": BASIS }, { "basis": BASIS, "pro": PRO }]);
        assert_eq!(page.run_async(changed, vec![]).await?, expected, "its attributes changed");

        let late = "const late = document.createElement('section');
            late.innerHTML = '<div data-aura-serviceaftale data-agreement=\"basis\" data-loading=\"eager\" data-at=\"2026-03-10T20:30:00+01:00\"></div>';
            document.body.append(late);
            await drawn();
            const element = late.firstElementChild.firstElementChild;
            await element.whenReady();
            return answers(element);";
        assert_eq!(page.run_async(late, vec![]).await?, json!({ "basis": BASIS }), "added later");
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

/// An element with these attributes shows these of its properties, and another change says nothing again.
async fn check(page: &Page, attributes: Value, expected: Value) -> Outcome {
    // WebKit may begin with the element before `add` has returned it.
    let script = "const said = [];
        const hear = ({ detail }) => said.push(detail.message.split(/[ :]/)[1]);
        addEventListener('aura-serviceaftale-error', hear);
        const element = add(arguments[0]);
        await element.whenReady();
        await drawn();
        const root = element.shadowRoot;
        const read = () => ({
          level: Number(root.querySelector('h2, h3, h4, h5').localName[1]),
          radios: root.querySelectorAll('[name=agreement]').length,
          hours: Boolean(root.querySelector('.hours')),
          agreements: new Set([...root.querySelectorAll('[data-answer]')].map((answer) => answer.dataset.agreement)).size,
          surface: getComputedStyle(root.querySelector('.page')).backgroundColor,
          said: said.toSorted(),
        });
        const first = read();
        element.setAttribute('reported', arguments[0].reported ?? '2026-03-10T20:00');
        await drawn();
        const second = read();
        element.remove();
        removeEventListener('aura-serviceaftale-error', hear);
        return [first, second];";
    let found = page.run_async(script, vec![attributes.clone()]).await?;
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!((&found[0][name], &found[1][name]), (value, value), "{name} with {attributes}");
    }
    Ok(())
}

/// Errors and rejections that reached the page.
fn thrown(recorded: &Recorded) -> usize {
    use browser_tests::Record::{Error, Rejection};
    recorded.0.iter().filter(|record| matches!(record, Error(_) | Rejection(_))).count()
}

fn site() -> Outcome<Site> {
    Ok(Site::release()?.with_file("/answers.js", ANSWERS_JS))
}

fn element(attributes: &str) -> String {
    format!("<aura-serviceaftale at=\"{EVENING}\" {attributes}></aura-serviceaftale>")
}

fn host_page(script: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
         <script src=\"/answers.js\"></script><script>{script}</script>
         <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script><body>{body}"
    )
}

fn wasm_fetches(page: &Page) -> usize {
    page.asked_for().iter().filter(|path| path.contains("/widget-")).count()
}

/// Waits, at most for about ten seconds.
async fn until(page: &Page, condition: &str) -> Outcome {
    for _ in 0..200 {
        if page.run(&format!("return Boolean({condition});"), vec![]).await? == json!(true) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Err(Failure::new(format!("waited in vain until {condition}")))
}
