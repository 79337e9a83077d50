//! Screenshots of the release in all its states, with a page that shows them all. Run by `cargo xtask screenshots`; the
//! argument is the output folder.

use std::path::{Path, PathBuf};
use std::{env, fs};

use browser_tests::{ColorScheme, Failure, Outcome, Page, Session, Site};

const WIDTHS: [u32; 3] = [320, 768, 1280];
const SCHEMES: [(&str, ColorScheme); 2] = [("light", ColorScheme::Light), ("dark", ColorScheme::Dark)];
const LANGUAGES: [&str; 2] = ["da", "en"];
/// The selected agreement, with its query.
const CHOICES: [(&str, &str); 2] = [("basis", "agreement=basis"), ("compare", "compare")];

/// A simulated time.
struct Moment {
    name: &'static str,
    query: &'static str,
    /// Whether all `<details>` elements are open.
    expanded: bool,
}

/// Good Friday; and the Wednesday after, when both deadlines have passed, with all details open.
const MOMENTS: [Moment; 2] = [
    Moment { name: "now", query: "at=2026-04-03T15:00%2B02:00", expanded: false },
    Moment {
        name: "past-expanded",
        query: "at=2026-04-08T09:00%2B02:00&reported=2026-04-03T15:00%2B02:00",
        expanded: true,
    },
];

const STYLE: &str = "body { margin: 24px; background: #888; font: 14px/1.5 sans-serif; }
  div { display: flex; gap: 12px; align-items: flex-start; }
  figure { margin: 0; min-width: 0; }
  img { display: block; width: 100%; }";

fn main() -> Outcome {
    let folder = env::args_os()
        .nth(1)
        .map(PathBuf::from)
        .ok_or_else(|| Failure::new("expected the output folder as argument"))?;
    let session = Session::new(Site::release()?)
        .chromium_only("only its driver takes screenshots of the full page")
        .with_timeout(600);
    session.run(async |page| {
        let mut sheet = String::new();
        for (choice, chosen) in CHOICES {
            for moment in &MOMENTS {
                for language in LANGUAGES {
                    page.open(&format!("/?{chosen}&{}&lang={language}", moment.query)).await?;
                    if moment.expanded {
                        page.expand_all().await?;
                    }
                    let state = format!("{choice}-{}-{language}", moment.name);
                    sheet += &format!("<h2>{state}</h2>\n<div>\n{}</div>\n", screenshots(page, &folder, &state).await?);
                }
            }
        }
        fs::write(folder.join("index.html"), contact_sheet(&sheet))?;
        Ok(())
    })
}

/// Writes the screenshots in every width and colour scheme, and returns the HTML that shows them.
async fn screenshots(page: &Page, folder: &Path, state: &str) -> Outcome<String> {
    let mut figures = String::new();
    for (name, scheme) in SCHEMES {
        page.set_color_scheme(scheme).await?;
        for width in WIDTHS {
            let file = format!("{state}-{name}-{width}.png");
            page.set_width(width).await?;
            fs::write(folder.join(&file), page.full_page_screenshot().await?)?;
            // The flex factor gives all screenshots the same scale.
            figures += &format!(
                "<figure style=\"flex: {width} 1 0\"><a href=\"{file}\"><img src=\"{file}\" alt=\"{state}\" loading=\"lazy\"></a>\
                 {name}, {width} px</figure>\n"
            );
        }
    }
    Ok(figures)
}

fn contact_sheet(states: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>AURA serviceaftale {}: screenshots</title>\n\
         <style>{STYLE}</style>\n<h1>AURA serviceaftale {0}</h1>\n{states}</html>\n",
        env!("CARGO_PKG_VERSION")
    )
}
