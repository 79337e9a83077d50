//! What does the release look like? `cargo xtask screenshots` builds it, and has this write a picture of every state into
//! the folder that is its argument, with a page that shows them all.

use std::path::{Path, PathBuf};
use std::{env, fs};

use browser_tests::{Failure, Outcome, Page, Scheme, Site, Visit};

const WIDTHS: [u32; 3] = [320, 768, 1280];
const SCHEMES: [(&str, Scheme); 2] = [("light", Scheme::Light), ("dark", Scheme::Dark)];
const LANGUAGES: [&str; 2] = ["da", "en"];
/// What is chosen, and the query that chooses it.
const CHOICES: [(&str, &str); 2] = [("basis", "agreement=basis"), ("compare", "compare")];

/// A moment to show, and whether what is folded is shown, too.
struct Moment {
    name: &'static str,
    query: &'static str,
    unfolded: bool,
}

/// Good Friday, as a visitor finds it; and the Wednesday after, when both deadlines have passed, for whoever wants to know
/// why.
const MOMENTS: [Moment; 2] = [
    Moment { name: "now", query: "at=2026-04-03T15:00%2B02:00", unfolded: false },
    Moment {
        name: "past-unfolded",
        query: "at=2026-04-08T09:00%2B02:00&reported=2026-04-03T15:00%2B02:00",
        unfolded: true,
    },
];

const STYLE: &str = "body { margin: 24px; background: #888; font: 14px/1.5 sans-serif; }
  div { display: flex; gap: 12px; align-items: flex-start; }
  figure { margin: 0; min-width: 0; }
  img { display: block; width: 100%; }";

fn main() -> Outcome {
    let folder =
        env::args_os().nth(1).map(PathBuf::from).ok_or_else(|| Failure::new("it needs a folder to write to"))?;
    let visit = Visit::to(Site::release()?).in_chromium("only its driver shows a page of any size").within(600);
    visit.run(async |page| {
        let mut sheet = String::new();
        for (choice, chosen) in CHOICES {
            for moment in &MOMENTS {
                for language in LANGUAGES {
                    page.open(&format!("/?{chosen}&{}&lang={language}", moment.query)).await?;
                    if moment.unfolded {
                        page.unfold().await?;
                    }
                    let state = format!("{choice}-{}-{language}", moment.name);
                    sheet += &format!("<h2>{state}</h2>\n<div>\n{}</div>\n", pictures(page, &folder, &state).await?);
                }
            }
        }
        fs::write(folder.join("index.html"), contact_sheet(&sheet))?;
        Ok(())
    })
}

/// Writes the page in every width and scheme, and returns what shows them on the sheet.
async fn pictures(page: &Page, folder: &Path, state: &str) -> Outcome<String> {
    let mut figures = String::new();
    for (name, scheme) in SCHEMES {
        page.prefer(scheme).await?;
        for width in WIDTHS {
            let file = format!("{state}-{name}-{width}.png");
            page.widen_to(width).await?;
            fs::write(folder.join(&file), page.picture().await?)?;
            // On the sheet all have the same scale.
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
