//! Page translation, extensions and scripts that change the nodes of a rendered page: what is rendered next is right.
//!
//! Elements whose nodes are changed are compared with one that nobody touches: after a choice, all must show the same. The
//! core's own tests and the questions check what that one shows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, ResponseOverride, Session, Site, WakeEvent};
use serde_json::{Value, json};

/// A file with announcements of every state.
const NOTICES: &str = include_str!("../../../core/tests/data/notices.json");
const NOW: &str = "2026-03-10T07:55:00+01:00";

const HOST: &str = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
    <script src=\"/hands.js\"></script><script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
    <aura-serviceaftale id=\"touched\" loading=\"eager\"></aura-serviceaftale>
    <aura-serviceaftale id=\"untouched\" loading=\"eager\"></aura-serviceaftale>";

/// The ways to change nodes, in `WAYS` of [`HANDS`]. Each has an element of its own.
const WAYS: [&str; 8] = ["wrap", "replace", "split", "overwrite", "merge", "remove", "move", "empty"];

/// Ways to change the nodes below a shadow root, and what the two elements show.
const HANDS: &str = "
    window.texts = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
      return found;
    };
    window.font = (...nodes) => {
      const wrapper = document.createElement('font');
      wrapper.append(...nodes);
      return wrapper;
    };
    const leaves = (root) => [...root.querySelectorAll('*')].filter((element) => element.childElementCount === 0);
    window.WAYS = {
      // As some translators do: the node stays, inside an element.
      wrap: (root) => texts(root).forEach((text) => { const at = document.createElement('font'); text.replaceWith(at); at.append(text); }),
      // As Google Translate does: the node is replaced by another one.
      replace: (root) => texts(root).forEach((text) => text.replaceWith(font(font(text.data)))),
      split: (root) => texts(root).forEach((text) => { const end = text.splitText(text.length >> 1); end.replaceWith(font(end.cloneNode())); }),
      overwrite: (root) => texts(root).forEach((text) => (text.data = 'TRANSLATED')),
      merge: (root) => [...root.querySelectorAll('p, td, h3, h4, li')].forEach((element) => (element.textContent = element.textContent)),
      remove: (root) => leaves(root).forEach((element, index) => index % 3 || element.remove()),
      move: (root) => root.querySelectorAll('div, ul').forEach((element) => element.firstChild && element.append(element.firstChild)),
      empty: (root) => root.querySelector('.page').remove(),
    };
    const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    window.settled = async () => {
      let changed = true;
      const observer = new MutationObserver(() => (changed = true));
      for (const { shadowRoot } of document.querySelectorAll('aura-serviceaftale')) observer.observe(shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
      for (let round = 0; changed && round < 20; round += 1) {
        changed = false;
        await frames();
      }
      observer.disconnect();
    };
    /** Gives the elements these attributes and no others. */
    window.enterState = async (elements, attributes) => {
      for (const element of elements) {
        for (const name of element.getAttributeNames()) if (!['id', 'loading', 'data-state'].includes(name)) element.removeAttribute(name);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      }
      await settled();
    };
    /** The markup with the attributes in alphabetical order: yew keeps those that it sets in the order of a hash map. */
    const markup = ({ shadowRoot }) => {
      const copy = document.createElement('div');
      copy.innerHTML = shadowRoot.innerHTML;
      for (const element of copy.querySelectorAll('*')) {
        const all = [...element.attributes].map(({ name, value }) => [name, value]).sort();
        for (const [name] of all) element.removeAttribute(name);
        for (const [name, value] of all) element.setAttribute(name, value);
      }
      return copy.innerHTML;
    };
    /** Where the two elements differ; an empty string if they do not. */
    window.difference = (element, of = markup) => {
      const [one, other] = [of(element), of(untouched)];
      if (one === other) return '';
      let at = 0;
      while (one[at] === other[at]) at += 1;
      return `${one.slice(at - 40, at + 60)} instead of ${other.slice(at - 40, at + 60)}`;
    };
    window.press = ({ shadowRoot }, index) => shadowRoot.querySelectorAll('.picker input')[index]?.click();";

/// States of an element: its attributes, and what a visitor does first.
const STATES: [(&str, &str); 10] = [
    ("nothing chosen", "{}"),
    ("Basis", "{ agreement: 'basis' }"),
    ("Pro", "{ agreement: 'pro' }"),
    ("both", "{ compare: '' }"),
    ("compact", "{ agreement: 'pro', view: 'compact' }"),
    ("demonstration", "{ compare: '', view: 'demo' }"),
    ("English", "{ agreement: 'basis', lang: 'en' }"),
    ("Good Friday", "{ agreement: 'basis', at: '2026-04-03T15:00:00+02:00' }"),
    ("reported yesterday", "{ agreement: 'pro', reported: '2026-03-09T16:30:00+01:00' }"),
    ("without announcements", "{ agreement: 'basis', notices: 'none' }"),
];

/// Changes what the visitor chose or the host set, in both elements. By attribute, because a way may have removed the
/// controls.
const CHOICES: [&str; 6] = [
    "agreement = 'basis', element.compare = false",
    "agreement = 'pro', element.compare = false",
    "compare = true",
    "lang = 'en'",
    "at = '2026-12-24T11:59:00+01:00'",
    "view = 'compact'",
];

fn site() -> Outcome<Site> {
    let element = |id: &&str| format!("<aura-serviceaftale id=\"{id}\" loading=\"eager\"></aura-serviceaftale>");
    let ways = HOST.replace(&element(&"touched"), &WAYS.iter().map(element).collect::<String>());
    let notices = ResponseOverride::Body(NOTICES.as_bytes().to_vec());
    let site =
        Site::release()?.with_file("/host.html", HOST).with_file("/ways.html", ways).with_file("/hands.js", HANDS);
    Ok(site.with_override("notices.json", notices).with_clock_at(NOW))
}

/// Runs the script, in which `root` is the shadow root of an element with Erhverv Basis and everything unfolded.
fn check_root(script: &str, expected: &Value) -> Outcome {
    let script = format!(
        "await enterState([touched], {{ agreement: 'basis' }});
         const root = touched.shadowRoot;
         for (const details of root.querySelectorAll('details')) details.open = true;
         {script}"
    );
    Session::new(site()?).run(async |page| {
        page.open("/host.html").await?;
        page.settle().await?;
        assert_eq!(&page.execute_async(&script, vec![]).await?, expected);
        Ok(())
    })
}

#[test]
fn what_is_rendered_after_a_foreign_change_is_right() -> Outcome {
    Session::new(site()?).with_timeout(600).run(async |page| {
        page.open("/ways.html").await?;
        page.settle().await?;
        let (mut wrong, mut rendered) = (Vec::new(), 0);
        for (state, attributes) in STATES {
            for choice in CHOICES {
                let script = format!(
                    "const elements = [...document.querySelectorAll('aura-serviceaftale')];
                     await enterState(elements, {attributes});
                     const before = untouched.shadowRoot.innerHTML;
                     const touched = elements.filter((element) => element !== untouched);
                     for (const element of touched) WAYS[element.id](element.shadowRoot);
                     // Another task: the observers have been called.
                     await new Promise((resolve) => requestAnimationFrame(resolve));
                     for (const element of elements) element.{choice};
                     await settled();
                     const changed = untouched.shadowRoot.innerHTML !== before;
                     const found = touched.map((element) =>
                       [element.id, element.dataset.state, changed ? difference(element) : '']);
                     // What the choice left as it was is rendered before the next state.
                     for (const element of elements) element.setAttribute('lang', element.getAttribute('lang') === 'en' ? 'da' : 'en');
                     await settled();
                     return [changed, found.filter(([, state, difference]) => state !== 'ready' || difference)];"
                );
                let found = page.execute_async(&script, vec![]).await?;
                rendered += u32::from(found[0] == json!(true));
                for each in found[1].as_array().unwrap() {
                    wrong.push(format!("{state}, {choice}: {each}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{} wrong: {:#?}", wrong.len(), &wrong[..wrong.len().min(10)]);
        assert!(rendered > 45, "only {rendered} of 60 choices changed anything");
        assert!(page.recording().await?.error_codes().is_empty());
        Ok(())
    })
}

#[test]
fn a_translator_at_work_for_a_hundred_hours_leaves_no_wrong_text() -> Outcome {
    // The translator writes in capitals, and translates whatever is rendered later.
    let translator = "
        const translate = () => {
          for (const text of texts(touched.shadowRoot)) {
            if (text.parentElement.localName === 'font') continue;
            translated += 1;
            text.replaceWith(font(text.data.toUpperCase()));
          }
        };
        window.translated = 0;
        new MutationObserver(translate).observe(touched.shadowRoot, { subtree: true, childList: true, characterData: true });
        translate();";
    let step = "
        await settled();
        const random = arguments[0];
        if (random % 3 === 0) for (const element of [touched, untouched]) press(element, random % 7 % 3);
        await settled();
        const text = ({ shadowRoot }) => [...shadowRoot.querySelectorAll('.page > :not(style)')].map((each) => each.textContent).join('\\n').toUpperCase();
        return [difference(touched, text), touched.dataset.state, translated];";
    Session::new(site()?).with_timeout(600).run(async |page| {
        page.open("/host.html").await?;
        page.settle().await?;
        page.execute_async(translator, vec![]).await?;
        let (mut wrong, mut random) = (Vec::new(), 1_u64);
        let mut last = 0;
        for hour in 0..200 {
            page.clock().sleep_and_wake(WakeEvent::VisibilityChange, 1_800_000).await?;
            random = random * 48_271 % 2_147_483_647;
            let found = page.execute_async(step, vec![json!(random)]).await?;
            let translated = found[2].as_u64().unwrap();
            // At most after the wake-up, a minute and a choice. A loop would translate without end.
            assert!(translated - last < 4_000, "{} texts translated in one step", translated - last);
            last = translated;
            if found[0] != json!("") || found[1] != json!("ready") {
                wrong.push(format!("half hour {hour}: {found}"));
            }
        }
        assert!(wrong.is_empty(), "{} wrong: {:#?}", wrong.len(), &wrong[..wrong.len().min(5)]);
        Ok(())
    })
}

#[test]
fn focus_and_typed_text_stay_when_nodes_are_created_anew() -> Outcome {
    let script = "
        const field = root.querySelector('input[name=label]');
        field.value = 'Lager i Odder';
        field.focus();
        field.setSelectionRange(3, 5);
        WAYS.replace(root);
        await settled();
        touched.at = '2026-03-10T12:00:00+01:00';
        await settled();
        const now = root.querySelector('input[name=label]');
        return [now !== field, now.value, root.activeElement === now, now.selectionStart, now.selectionEnd,
          [...root.querySelectorAll('details')].every(({ open }) => open)];";
    check_root(script, &json!([true, "Lager i Odder", true, 3, 5, true]))
}

#[test]
fn nothing_is_created_anew_where_nobody_touched_anything() -> Outcome {
    let script = "
        const [page, title] = [root.querySelector('.page'), root.querySelector('h2')];
        touched.setAttribute('class', 'of-the-host');
        touched.agreement = 'pro';
        await settled();
        return [root.querySelector('.page') === page, root.querySelector('h2') === title];";
    check_root(script, &json!([true, true]))
}
