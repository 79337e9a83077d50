//! Style isolation: the widget looks the same with any styles of the host page.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Failure, Outcome, Page, Session, Site};
use serde_json::json;

/// Host pages: path, attributes of the root element, and styles.
const PAGES: [(&str, &str, &str); 6] = [
    ("/shrunk.html", "", "html { font-size: 62.5% }"),
    ("/unset.html", "", "* { all: unset !important }"),
    (
        "/reset.html",
        "",
        "*, ::before, ::after { box-sizing: content-box !important; margin: 0; padding: 0 }
         button, input, a { all: unset } h2 { font: 80px serif } p { text-align: right }
         table, tr, td { display: block; border: 5px solid red } ul { list-style: square inside }",
    ),
    (
        "/shouting.html",
        "",
        "* { font: italic 30px/3 serif; letter-spacing: .5em; word-spacing: 1em; text-transform: uppercase;
             text-indent: 3em; text-align: right; white-space: nowrap; color: red; direction: rtl; hyphens: auto;
             text-shadow: 1px 1px red; cursor: wait }",
    ),
    ("/rtl.html", "dir=\"rtl\"", ""),
    ("/rtl-and-centred.html", "dir=\"rtl\"", "body { text-align: center; font-variant: small-caps }"),
];

/// The computed styles of all elements in the widget, without sizes, because the margins of the pages differ.
const COMPUTED_STYLES: &str = "
    const properties = ['direction', 'display', 'font-size', 'font-family', 'font-style', 'font-weight', 'font-variant',
      'line-height', 'letter-spacing', 'word-spacing', 'text-transform', 'text-indent', 'text-align', 'text-shadow',
      'white-space', 'hyphens', 'cursor', 'visibility', 'color', 'background-color', 'box-sizing', 'padding-left',
      'margin-top', 'border-left-width', 'list-style-type'];
    return [...document.querySelector('aura-serviceaftale').shadowRoot.querySelectorAll('.page, .page *')].map((element) => {
      const style = getComputedStyle(element);
      return `${element.localName}.${element.className}: `
        + properties.map((name) => `${name} ${style.getPropertyValue(name)}`).join('; ');
    });";

/// Elements that overflow the sides of the widget.
const OVERFLOWING: &str = "
    const host = document.querySelector('aura-serviceaftale');
    const { left, right } = host.getBoundingClientRect();
    return [...host.shadowRoot.querySelectorAll('*')].filter((element) => {
      // Firefox reports a wrong bounding box for elements inside an SVG.
      if (element.ownerSVGElement) return false;
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
    }).map((element) => element.outerHTML.slice(0, 120));";

#[test]
fn host_styles_do_not_affect_the_widget() -> Outcome {
    let mut site = Site::release()?.with_file("/plain.html", host_page("", "", ELEMENT));
    for (path, root, styles) in PAGES {
        site = site.with_file(path, host_page(root, styles, ELEMENT));
    }
    Session::new(site).run(async |page| {
        page.open("/plain.html").await?;
        let plain = computed_styles(page).await?;
        assert!(plain[0].contains("direction ltr") && plain.len() > 100, "{plain:?}");
        let text = page.text().await?;
        assert!(page.execute(OVERFLOWING, vec![]).await? == json!([]), "elements overflow the widget");
        for (path, ..) in PAGES {
            page.open(path).await?;
            let found = computed_styles(page).await?;
            for (found, plain) in found.iter().zip(&plain) {
                assert_eq!(found, plain, "{path}");
            }
            assert_eq!((found.len(), page.text().await?), (plain.len(), text.clone()), "{path}");
            assert_eq!(page.overflow().await?, Vec::<String>::new(), "{path}");
            assert_eq!(page.answer("basis", "remote").await?, DEADLINE, "{path}");
            assert_eq!(page.problems().await?, Vec::<String>::new(), "{path}");
        }
        Ok(())
    })
}

#[test]
fn the_widget_fits_a_narrow_column_and_loads_when_its_tab_is_shown() -> Outcome {
    let aside = format!("<aside>{ELEMENT}</aside><main>Kontakt</main>");
    let tab = format!("<div id=\"tab\" hidden>{ELEMENT}</div>");
    let site = Site::release()?
        .with_file("/aside.html", host_page("", "aside { float: left; width: 280px }", &aside))
        .with_file("/tab.html", host_page("", "", &tab));
    Session::new(site).run(async |page| {
        page.open("/aside.html").await?;
        assert_eq!(page.execute(OVERFLOWING, vec![]).await?, json!([]), "in a column of 280 px");
        assert_eq!(page.overflow().await?, Vec::<String>::new());
        assert_eq!(page.answer("basis", "remote").await?, DEADLINE);

        let before = wasm_fetches(page);
        page.load("/tab.html").await?;
        page.execute_async("await new Promise((resolve) => setTimeout(resolve, 500));", vec![]).await?;
        assert_eq!((page.snapshot().await?.state(), wasm_fetches(page)), ("idle", before), "while the tab is hidden");
        page.execute("tab.hidden = false;", vec![]).await?;
        wait_until_ready(page).await?;
        assert_eq!((page.answer("basis", "remote").await?.as_str(), wasm_fetches(page)), (DEADLINE, before + 1));
        assert_eq!(page.overflow().await?, Vec::<String>::new());
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

/// A Tuesday evening, 20:30, and the deadlines for the start of remote work.
const ELEMENT: &str =
    "<aura-serviceaftale at=\"2026-03-10T20:30:00+01:00\" theme=\"light\"><p>87 92 55 75</p></aura-serviceaftale>";
const DEADLINE: &str = "2026-03-11T11:00:00+01:00";

fn host_page(root: &str, styles: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"da\" {root}><meta charset=\"utf-8\"><title>Kontakt</title><style>{styles}</style>
         <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>{body}"
    )
}

async fn computed_styles(page: &Page) -> Outcome<Vec<String>> {
    let found = page.execute(COMPUTED_STYLES, vec![]).await?;
    Ok(found.as_array().unwrap().iter().map(|style| style.as_str().unwrap().to_owned()).collect())
}

fn wasm_fetches(page: &Page) -> usize {
    page.requests().iter().filter(|path| path.contains("/widget-")).count()
}

async fn wait_until_ready(page: &Page) -> Outcome {
    for _ in 0..200 {
        if page.snapshot().await?.state() == "ready" {
            return page.settle().await;
        }
        page.execute_async("await new Promise((resolve) => setTimeout(resolve, 50));", vec![]).await?;
    }
    Err(Failure::new("the element is not ready within ten seconds"))
}
