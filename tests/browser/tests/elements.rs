//! Custom element behaviour: many elements, moves, attributes, properties, and the div form.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Failure, Outcome, Page, Recording, Session, Site};
use serde_json::{Value, json};

/// A Tuesday evening, 20:30, and the deadlines for the start of remote work, by agreement.
const EVENING: &str = "2026-03-10T20:30:00+01:00";
const BASIS: &str = "2026-03-11T11:00:00+01:00";
const PRO: &str = "2026-03-10T21:30:00+01:00";

/// Helper functions for the test pages.
const ANSWERS_JS: &str = "
    window.answers = (element) => Object.fromEntries(
      [...element.shadowRoot.querySelectorAll('[data-answer=remote]')]
        .map((answer) => [answer.dataset.agreement, answer.querySelector('time').dateTime]));
    window.rendered = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    window.add = (attributes, parent = document.body) => {
      const element = document.createElement('aura-serviceaftale');
      for (const [name, value] of Object.entries({ at: '2026-03-10T20:30:00+01:00', loading: 'eager', ...attributes })) {
        element.setAttribute(name, value);
      }
      parent.append(element);
      return element;
    };";

#[test]
fn many_elements_share_one_wasm_and_survive_moves_and_changes() -> Outcome {
    let ten: String = (0..10).map(|number| element(&format!("id=\"e{number}\" loading=\"eager\""))).collect();
    let site =
        site()?.with_file("/ten.html", host_page("", &format!("{ten}<div id=\"one\"></div><div id=\"two\"></div>")));
    Session::new(site).run(async |page| {
        page.open("/ten.html").await?;
        let all = "await Promise.all([...document.querySelectorAll('aura-serviceaftale')].map((each) => each.whenReady()));
                   return [...document.querySelectorAll('aura-serviceaftale')]
                     .map((each) => [each.dataset.state, answers(each).basis, answers(each).pro]);";
        assert_eq!(page.execute_async(all, vec![]).await?, json!(vec![json!(["ready", BASIS, PRO]); 10]));

        let late = "const late = add({ agreement: 'pro' }, one);
                    await late.whenReady();
                    return [late.dataset.state, answers(late)];";
        assert_eq!(page.execute_async(late, vec![]).await?, json!(["ready", { "pro": PRO }]), "added later");

        let reinserted = "const removed = document.querySelector('#e0');
                     removed.remove();
                     await rendered();
                     removed.setAttribute('agreement', 'basis');
                     two.append(removed);
                     await rendered();
                     return [removed.dataset.state, answers(removed)];";
        assert_eq!(page.execute_async(reinserted, vec![]).await?, json!(["ready", { "basis": BASIS }]), "removed and inserted again");

        let moved = "const root = e1.shadowRoot.querySelector('.page');
                     for (let move = 0; move < 500; move += 1) {
                       (move % 2 ? one : two).append(e1);
                       if (move % 50 === 0) await rendered();
                     }
                     await rendered();
                     return [e1.dataset.state, answers(e1), root === e1.shadowRoot.querySelector('.page')];";
        let expected = json!(["ready", { "basis": BASIS, "pro": PRO }, true]);
        assert_eq!(page.execute_async(moved, vec![]).await?, expected, "moved 500 times");

        // Wait first, as a script of the page would: WebKit runs queued microtasks after every call of the driver's
        // script. On a slow machine yew renders parts of the page in a separate task, so two renderings are allowed.
        let changed = "await rendered();
                       let attributeReads = 0;
                       let renderings = 0;
                       e2.getAttribute = function (name) {
                         attributeReads += name === 'agreement';
                         return Element.prototype.getAttribute.call(this, name);
                       };
                       const observer = new MutationObserver(() => (renderings += 1));
                       observer.observe(e2.shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
                       for (let change = 0; change < 1000; change += 1) e2.setAttribute('agreement', change % 2 ? 'pro' : 'basis');
                       await rendered();
                       return [answers(e2), attributeReads, renderings > 0 && renderings <= 2];";
        assert_eq!(page.execute_async(changed, vec![]).await?, json!([{ "pro": PRO }, 1, true]), "changed 1,000 times in one task");

        assert_eq!(page.recording().await?.events("ready").len(), 11, "one ready event for each element");
        assert_eq!(wasm_fetches(page), 1);
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn properties_reflect_attributes_and_a_choice_dispatches_an_event() -> Outcome {
    // This script sets properties before the element is upgraded, because the loader is a module.
    let early = format!(
        "<script>const early = document.createElement('aura-serviceaftale');
           Object.assign(early, {{ agreement: 'pro', at: '{EVENING}', view: 'compact', headingLevel: 3, loading: 'eager' }});
           document.body.append(early);</script>"
    );
    let site =
        site()?.with_file("/early.html", host_page("", &early)).with_file("/host.html", host_page("", &element("")));
    Session::new(site).run(async |page| {
        page.open("/early.html").await?;
        let found = "const element = document.querySelector('aura-serviceaftale');
            await element.whenReady();
            return [answers(element), element.getAttribute('heading-level'), Object.keys(element),
              Boolean(element.shadowRoot.querySelector('.hours'))];";
        assert_eq!(page.execute_async(found, vec![]).await?, json!([{ "pro": PRO }, "3", [], false]));

        page.open("/host.html").await?;
        let reflection = "const element = document.createElement('aura-serviceaftale');
            const table = { agreement: 'agreement', picker: 'picker', view: 'view', theme: 'theme', agreements: 'agreements',
              at: 'at', reported: 'reported', headingLevel: 'heading-level', loading: 'loading', lang: 'lang' };
            const mismatches = [];
            const expect = (name, found, expected) => found === expected || mismatches.push(`${name}: ${found}, expected ${expected}`);
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
            return mismatches;";
        assert_eq!(page.execute(reflection, vec![]).await?, json!([]));

        page.choose("Erhverv Pro").await?;
        page.choose("Sammenlign").await?;
        let recording = page.recording().await?;
        let changes: Vec<_> = recording.events("change").into_iter().map(|event| event.agreement.as_deref()).collect();
        assert_eq!(changes, [Some("pro"), None]);
        let attributes = "const { agreement, compare } = document.querySelector('aura-serviceaftale');
                          return [agreement, compare];";
        assert_eq!(page.execute(attributes, vec![]).await?, json!([null, true]));
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn each_attribute_has_an_effect_and_an_invalid_value_is_reported_once() -> Outcome {
    Session::new(site()?.with_file("/host.html", host_page("", &element("")))).run(async |page| {
        page.open("/host.html").await?;
        check(page, json!({}), json!({ "level": 2, "radios": 3, "hours": true, "agreements": 2, "reported": [] })).await?;
        check(page, json!({ "agreement": "pro" }), json!({ "agreements": 1 })).await?;
        check(page, json!({ "compare": "", "agreement": "pro" }), json!({ "agreements": 2 })).await?;
        check(page, json!({ "view": "compact" }), json!({ "hours": false, "agreements": 2 })).await?;
        check(page, json!({ "picker": "hidden" }), json!({ "radios": 0 })).await?;
        check(page, json!({ "heading-level": "3" }), json!({ "level": 3 })).await?;
        check(page, json!({ "theme": "dark" }), json!({ "surface": "rgb(16, 24, 23)" })).await?;
        check(page, json!({ "theme": "light" }), json!({ "surface": "rgb(255, 255, 255)" })).await?;
        let invalid = json!({ "agreement": "gold", "view": "tiny", "picker": "yes", "theme": "pink", "heading-level": "9",
                          "at": "yesterday", "reported": "soon", "lang": "sv" });
        let reported = json!(["agreement", "at", "heading-level", "lang", "picker", "reported", "theme", "view"]);
        check(page, invalid, json!({ "level": 2, "radios": 3, "hours": true, "agreements": 2, "reported": reported })).await?;
        let recording = page.recording().await?;
        assert_eq!((recording.error_codes(), uncaught_errors(&recording)), (vec!["attribute"; 8], 0), "{recording:?}");
        // One warning and one event for each.
        assert_eq!(recording.problems().len(), 16, "{recording:?}");
        Ok(())
    })
}

#[test]
fn a_second_loader_is_ignored_with_one_warning() -> Outcome {
    let pages = [
        ("/same.html", "/v1/aura-serviceaftale.js".to_owned(), 0),
        ("/queried.html", "/v1/aura-serviceaftale.js?2".to_owned(), 1),
        ("/pinned.html", format!("/v{}/aura-serviceaftale.js", env!("CARGO_PKG_VERSION")), 1),
    ];
    let mut site = site()?;
    for (path, second, _) in &pages {
        let body = format!("<script type=\"module\" src=\"{second}\"></script>{}", element("").repeat(2));
        site = site.with_file(path, host_page("", &body));
    }
    Session::new(site).run(async |page| {
        for (path, _, warnings) in &pages {
            let before = wasm_fetches(page);
            page.open(path).await?;
            let both = "await Promise.all([...document.querySelectorAll('aura-serviceaftale')].map((each) => each.whenReady()));
                        return [...document.querySelectorAll('aura-serviceaftale')].map((each) => answers(each).basis);";
            assert_eq!(page.execute_async(both, vec![]).await?, json!([BASIS, BASIS]), "{path}");
            let recording = page.recording().await?;
            assert_eq!(recording.problems().len(), *warnings, "{path}: {recording:?}");
            assert_eq!((recording.error_codes().len(), wasm_fetches(page) - before), (0, 1), "{path}");
        }
        Ok(())
    })
}

#[test]
fn a_page_that_modifies_built_in_objects_gets_the_same_answers() -> Outcome {
    let tampering = "
        Array.prototype.last = function () { return this[this.length - 1]; };
        Object.prototype.extra = 'enumerable';
        for (const [owner, name] of [[EventTarget.prototype, 'addEventListener'], [JSON, 'parse'], [Element.prototype, 'attachShadow']]) {
          const before = owner[name];
          owner[name] = function (...args) { return before.apply(this, args); };
        }";
    let data = Site::release()?.read_text("v1/agreements.json")?.replace("-20:00\"", "-21:00\"");
    let body = element("agreements=\"/data.json\"");
    let site = site()?.with_file("/host.html", host_page(tampering, &body)).with_file("/data.json", data);
    Session::new(site).run(async |page| {
        page.load("/host.html").await?;
        wait_until(
            page,
            "document.querySelector('aura-serviceaftale').shadowRoot
            ?.querySelector('[data-channel=fault-report] time')?.dateTime === '2026-03-10T21:00:00+01:00'",
        )
        .await?;
        let answers =
            "const { basis, pro } = answers(document.querySelector('aura-serviceaftale')); return `${basis} ${pro}`;";
        assert_eq!(page.execute(answers, vec![]).await?, json!(format!("{BASIS} {PRO}")));
        // Click by script, because WebDriver's own scripts may fail on such a page. In a separate task, as for a real
        // click, because WebKit runs pending renderings during a script of the driver.
        let click = "setTimeout(() => document.querySelector('aura-serviceaftale').shadowRoot.querySelectorAll('input')[1].click());";
        page.execute(click, vec![]).await?;
        wait_until(page, "document.querySelector('aura-serviceaftale').getAttribute('agreement') === 'pro'").await?;
        Ok(())
    })
}

#[test]
fn only_a_div_with_the_attribute_contains_the_element() -> Outcome {
    let others = "<iframe data-aura-serviceaftale title=\"Serviceaftale\"></iframe>
        <section data-aura-serviceaftale></section><p data-aura-serviceaftale></p>
        <svg data-aura-serviceaftale></svg><object data-aura-serviceaftale></object>";
    let div = format!("{others}<div id=\"div\" data-aura-serviceaftale data-loading=\"eager\"></div>");
    Session::new(site()?.with_file("/host.html", host_page("", &div))).run(async |page| {
        page.open("/host.html").await?;
        let later = format!(
            "const later = document.createElement('main'); later.innerHTML = `{others}`; document.body.append(later);"
        );
        page.execute(&later, vec![]).await?;
        page.settle().await?;
        let parents =
            "return [...document.querySelectorAll('aura-serviceaftale')].map(({ parentElement }) => parentElement.id);";
        assert_eq!(page.execute(parents, vec![]).await?, json!(["div"]));
        Ok(())
    })
}

#[test]
fn a_div_with_data_attributes_contains_the_element() -> Outcome {
    let div = format!(
        "<div id=\"div\" data-aura-serviceaftale data-agreement=\"pro\" data-at=\"{EVENING}\"><p>87 92 55 75</p></div>"
    );
    Session::new(site()?.with_file("/host.html", host_page("", &div))).run(async |page| {
        page.open("/host.html").await?;
        let first = "const [element, ...more] = div.children;
                     return [answers(element), element.querySelector('p').textContent, more.length];";
        assert_eq!(page.execute(first, vec![]).await?, json!([{ "pro": PRO }, "87 92 55 75", 0]), "in the initial markup");

        let changed = "div.dataset.agreement = 'basis';
                       await rendered();
                       const one = answers(div.firstElementChild);
                       delete div.dataset.agreement;
                       await rendered();
                       return [one, answers(div.firstElementChild)];";
        let expected = json!([{ "basis": BASIS }, { "basis": BASIS, "pro": PRO }]);
        assert_eq!(page.execute_async(changed, vec![]).await?, expected, "after changes of its attributes");

        let late = "const late = document.createElement('section');
            late.innerHTML = '<div data-aura-serviceaftale data-agreement=\"basis\" data-loading=\"eager\" data-at=\"2026-03-10T20:30:00+01:00\"></div>';
            document.body.append(late);
            await rendered();
            const element = late.firstElementChild.firstElementChild;
            await element.whenReady();
            return answers(element);";
        assert_eq!(page.execute_async(late, vec![]).await?, json!({ "basis": BASIS }), "added later");
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

/// Checks what an element with these attributes shows, and that another change does not repeat its error events.
async fn check(page: &Page, attributes: Value, expected: Value) -> Outcome {
    // Listen on the window, because in WebKit the element may start before `add` returns it.
    let script = "const reported = [];
        const listener = ({ detail }) => reported.push(detail.message.split(/[ :]/)[1]);
        addEventListener('aura-serviceaftale-error', listener);
        const element = add(arguments[0]);
        await element.whenReady();
        await rendered();
        const root = element.shadowRoot;
        const read = () => ({
          level: Number(root.querySelector('h2, h3, h4, h5').localName[1]),
          radios: root.querySelectorAll('[name=agreement]').length,
          hours: Boolean(root.querySelector('.hours')),
          agreements: new Set([...root.querySelectorAll('[data-answer]')].map((answer) => answer.dataset.agreement)).size,
          surface: getComputedStyle(root.querySelector('.page')).backgroundColor,
          reported: reported.toSorted(),
        });
        const first = read();
        element.setAttribute('reported', arguments[0].reported ?? '2026-03-10T20:00');
        await rendered();
        const second = read();
        element.remove();
        removeEventListener('aura-serviceaftale-error', listener);
        return [first, second];";
    let found = page.execute_async(script, vec![attributes.clone()]).await?;
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!((&found[0][name], &found[1][name]), (value, value), "{name} with {attributes}");
    }
    Ok(())
}

/// The number of uncaught errors and unhandled rejections.
fn uncaught_errors(recording: &Recording) -> usize {
    use browser_tests::Record::{Error, UnhandledRejection};
    recording.0.iter().filter(|record| matches!(record, Error(_) | UnhandledRejection(_))).count()
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
    page.requests().iter().filter(|path| path.contains("/widget-")).count()
}

/// Waits for at most about ten seconds.
async fn wait_until(page: &Page, condition: &str) -> Outcome {
    for _ in 0..200 {
        if page.execute(&format!("return Boolean({condition});"), vec![]).await? == json!(true) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Err(Failure::new(format!("timed out waiting until {condition}")))
}

/// The customer's action waits for the next paint; if the element leaves before, it must not affect the next element.
#[test]
fn an_element_does_not_inherit_the_actions_of_the_last_one() -> Outcome {
    let site = site()?.with_file("/queue.html", host_page("", ""));
    Session::new(site).run(async |page| {
        page.load("/queue.html").await?;
        let script = "const first = add({});
                      await first.whenReady();
                      await rendered();
                      first.shadowRoot.querySelectorAll('input[name=agreement]')[1].click();
                      first.remove();
                      const second = add({});
                      await second.whenReady();
                      await rendered();
                      return [second.shadowRoot !== null, second.getAttribute('agreement'), answers(second)];";
        let expected = json!([true, null, { "basis": BASIS, "pro": PRO }]);
        assert_eq!(page.execute_async(script, vec![]).await?, expected);
        Ok(())
    })
}
