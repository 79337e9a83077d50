//! What do as many notices as a file may have cost whoever looks for theirs?

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, process};

use browser_tests::{Answer, Failure, Host, Outcome, Page, Visit, readme};
use serde_json::{Value, json};
use server_tests::{Nginx, Release};

use crate::loads::{self, LINE, LOADS, first_answer, hold, median, slow_line};
use crate::steps::{ANSWER_GATE, Spread, WATCHED, WIDTH, Waited, waited, watch};

/// As many as are taken of a file.
const NOTICES: usize = 5_000;
/// By how much later the first answer may come, in milliseconds: the medians of two runs of one page differ by as much.
const LATER_GATE: f64 = 50.0;
/// What a step may take until something is painted, and for how long the page may do nothing else, in milliseconds.
const STEP_GATE: f64 = 50.0;
/// The same for rows that are asked for, and which nobody types or scrolls through: a second press of the button that has the
/// focus already changes nothing but them, so that they are the next paint.
const MORE_GATE: f64 = 100.0;
/// For how long the page may do nothing else while they come, once: the browser parses the file in one go.
const READING_GATE: f64 = 150.0;
/// By how much the memory of a page may grow, in megabytes.
const MEMORY_GATE: f64 = 40.0;
/// What is typed, letter by letter.
const PLACES: [&str; 5] = ["8300", "Odder", "8660 Skanderborg", "Århus", "hov"];
/// How often more are wanted, and by which button.
const MORE: usize = 12;
const MORE_BUTTON: &str = ".announcements > div > .button";
/// What shows the answers.
const LISTS: &str = ".announcements";
/// So far somebody scrolls, in pixels.
const SCROLLED: i64 = 30_000;
/// The page on which steps are timed.
const WATCHED_PAGE: &str = "/many-watched.html";
/// The time of the pages, which the notices are around.
const NOW: &str = "2026-04-10T15:10:00+02:00";

/// Where the work is.
const TOWNS: [(&str, &str); 12] = [
    ("Odder", "8300"),
    ("Hov", "8300"),
    ("Samsø", "8305"),
    ("Skanderborg", "8660"),
    ("Hørning", "8362"),
    ("Aarhus C", "8000"),
    ("Viby J", "8260"),
    ("Højbjerg", "8270"),
    ("Malling", "8340"),
    ("Solbjerg", "8355"),
    ("Hovedgård", "8732"),
    ("Ry", "8680"),
];

pub fn run() -> Outcome {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let release = Release::built()?;
    let few = Nginx::start(release.folder(), scratch)?;
    let folder = With::most_notices(&release, scratch)?;
    let many = Nginx::start(&folder.0, scratch)?;
    let mut host = Host::page("/", "").unrecorded();
    for (name, nginx) in [("few", &few), ("many", &many)] {
        let widget = readme::embedding(nginx.url("").trim_end_matches('/'))?;
        let frozen = format!("<aura-serviceaftale loading=\"eager\" at=\"{NOW}\" ");
        let widget = widget.replace("<aura-serviceaftale ", &frozen);
        host = host.with_file(&format!("/{name}.html"), loads::page(&format!("{MEMORIES}{widget}")));
        if name == "many" {
            host = host.with_file(WATCHED_PAGE, loads::page(&format!("{WATCHED}{widget}")));
        }
    }
    // A page that nothing of another origin can look into may measure its memory.
    for (header, value) in
        [("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Embedder-Policy", "require-corp")]
    {
        host = host.answering(".html", Answer::Header(header, value.to_owned()));
    }
    let visit = Visit::to(host).in_chromium("only its driver slows down a line and a processor").within(600);
    visit.run(async |page| {
        memory(page).await?;
        steps(page).await?;
        slow_line(page).await?;
        println!("{LINE}; the median of {LOADS} loads");
        let without = median(page, "/few.html", first_answer).await?;
        let with = median(page, "/many.html", first_answer).await?;
        println!("{without:>12.0} ms  first answer without notices");
        println!("{with:>12.0} ms  with {NOTICES}");
        hold("by which it comes later", with - without, LATER_GATE, "ms")
    })
}

/// A copy of the release with other notices, which goes with this value.
struct With(PathBuf);

impl With {
    fn most_notices(release: &Release, scratch: &Path) -> Outcome<Self> {
        let folder = Self(scratch.join(format!("most-notices-{}", process::id())));
        for path in release.all_paths()? {
            let to = folder.0.join(&path);
            fs::create_dir_all(to.parent().unwrap_or(&folder.0))?;
            fs::write(to, release.bytes(&path)?)?;
        }
        let notices = folder.0.join("v1/notices.json");
        fs::write(&notices, file())?;
        // As docs/editing-data.md asks of whoever edits it on the server.
        for sibling in ["br", "gz"] {
            fs::remove_file(notices.with_extension(format!("json.{sibling}")))?;
        }
        if !Command::new("gzip").args(["--keep", "--best"]).arg(&notices).status()?.success() {
            return Err(Failure::new("gzip failed"));
        }
        let bytes = |path: &Path| fs::metadata(path).map(|file| file.len());
        let (plain, compressed) = (bytes(&notices)?, bytes(&notices.with_extension("json.gz"))?);
        println!("{NOTICES} notices in {plain} bytes, of which {compressed} are sent");
        Ok(folder)
    }
}

impl Drop for With {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Notices that have all a notice can have, from a week ago to a year from now, laid out as an editor's program writes it.
fn file() -> String {
    let notices: Vec<Value> = (0..NOTICES).filter_map(notice).collect();
    let file = json!({ "formatVersion": 1, "notices": notices, "oneOffHours": [] });
    format!("{file:#}")
}

fn one_of<T: Copy>(all: &[T], index: usize) -> Option<T> {
    all.get(index % all.len()).copied()
}

fn notice(index: usize) -> Option<Value> {
    let kind = one_of(&["serviceWindow", "emergencyWork", "serviceWindow", "other"], index)?;
    let status = one_of(&["planned", "moved", "planned", "cancelled", "underWay", "done"], index)?;
    let (town, postcode) = one_of(&TOWNS, index)?;
    let (other_town, other_postcode) = one_of(&TOWNS, index + 1 + index / 12 % 11)?;
    // Every eighth is around this time.
    let (month, day) =
        if index.is_multiple_of(8) { (4, 7 + index / 8 % 6) } else { (1 + index % 12, 1 + index / 12 % 28) };
    let year = if month < 4 { 2027 } else { 2026 };
    let time = |hour: usize| format!("{year}-{month:02}-{day:02}T{hour:02}:00");
    Some(json!({
        "id": format!("work-{index}"),
        "kind": kind,
        "status": status,
        "what": {
            "da": format!("Opgradering af software i centralen i {town}, etape {index}"),
            "en": format!("Software upgrade at the exchange in {town}, stage {index}"),
        },
        "start": time(0),
        "end": time(6),
        "downtimeMinutes": 5 * (index % 40),
        "areas": [town, other_town],
        "postcodes": [postcode, other_postcode],
        "agreements": ["basis", "pro"],
        "publishedAt": "2026-03-26T10:00",
        "moved": { "from": "2026-04-06T00:00", "at": "2026-04-01T08:30" },
        "updates": [{
            "at": "2026-04-01T08:30",
            "text": { "da": "Tidspunktet er ændret på grund af påsken.", "en": "The time has changed because of Easter." },
        }],
        "link": format!("https://aura.dk/drift/{index}"),
    }))
}

/// Notes the memory of every instance, of which the browser tells nothing.
const MEMORIES: &str = "<script>
  window.memories = new Set();
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiateStreaming.apply(WebAssembly, given);
    for (const value of Object.values(made.instance.exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
    return made;
  };
</script>";

/// How much more memory a page has with them than without.
async fn memory(page: &Page) -> Outcome {
    let without = megabytes(page, "/few.html").await?;
    let with = megabytes(page, "/many.html").await?;
    println!("{without:>12.1} MB  memory of a page without notices");
    println!("{with:>12.1} MB  with {NOTICES}");
    hold("by which it grows", with - without, MEMORY_GATE, "MB")
}

async fn megabytes(page: &Page, path: &str) -> Outcome<f64> {
    page.load(path).await?;
    has_notices(page, path).await?;
    // The browser tells after it has collected what nobody needs any more.
    let script = "const { bytes } = await performance.measureUserAgentSpecificMemory();
                  return [bytes, ...[...memories].map(({ buffer }) => buffer.byteLength)];";
    let found = page.run_async(script, vec![]).await?;
    let found: Vec<f64> = found.as_array().map_or(&[][..], Vec::as_slice).iter().filter_map(Value::as_f64).collect();
    if found.len() == 2 { Ok(found.iter().sum::<f64>() / 1e6) } else { Err(Failure::new(format!("{found:?}"))) }
}

/// Waits until the announcements stand there that the page of this path has, or that it has none.
async fn has_notices(page: &Page, path: &str) -> Outcome {
    let script = "const root = document.querySelector('aura-serviceaftale').shadowRoot;
                  return [root?.querySelector('.announcements h3') != null, root?.querySelector('#place') != null];";
    let expected = json!([true, path.contains("many")]);
    page.until("it is known what is announced", async || Ok(page.run(script, vec![]).await? == expected)).await
}

/// What it takes to type a place, letter by letter, to want more, and to scroll through all of that.
async fn steps(page: &Page) -> Outcome {
    page.slow_down(4).await?;
    page.load(WATCHED_PAGE).await?;
    watch(page).await?;
    has_notices(page, WATCHED_PAGE).await?;
    reading(page).await?;
    println!("from an event to the next paint, and to its answers, a processor four times slower, {WIDTH} px wide");
    let (mut letters, mut clearings, mut more) = (Vec::new(), Vec::new(), Vec::new());
    for place in PLACES {
        for letter in place.chars() {
            letters.push(waited(page, "#place", LISTS, async || write(page, letter).await).await?);
        }
        let clear = async || page.press_shown(".place .button", "Vis alle").await;
        clearings.push(waited(page, "#place", LISTS, clear).await?);
    }
    for _ in 0..MORE {
        let press =
            "return document.querySelector('aura-serviceaftale').shadowRoot.querySelector(arguments[0]).textContent;";
        let name = page.run(press, vec![json!(MORE_BUTTON)]).await?;
        let press = async || page.press_shown(MORE_BUTTON, name.as_str().unwrap_or_default()).await;
        more.push(waited(page, MORE_BUTTON, LISTS, press).await?);
    }
    hold_steps("a letter of a place", &letters, STEP_GATE)?;
    hold_steps("all places again", &clearings, STEP_GATE)?;
    hold_steps("more of them", &more, MORE_GATE)?;
    scroll(page).await
}

/// For how long nobody could do anything while they were read and first shown.
async fn reading(page: &Page) -> Outcome {
    let tasks = page.run("return Math.max(0, ...watch.tasks.map(({ duration }) => duration));", vec![]).await?;
    hold("the longest task while they are read", tasks.as_f64().unwrap_or(f64::INFINITY), READING_GATE, "ms")
}

/// Writes into the field for a place.
async fn write(page: &Page, letter: char) -> Outcome {
    let focus = "document.querySelector('aura-serviceaftale').shadowRoot.querySelector('#place').focus();";
    page.run(focus, vec![]).await?;
    page.write(letter).await
}

/// Neither may the next paint be late, nor the page be unable to do anything else for so long.
fn hold_steps(name: &str, steps: &[Waited], gate: f64) -> Outcome {
    let next_paint = Spread::of(steps.iter().map(|waited| waited.next_paint))?;
    let answers = Spread::of(steps.iter().filter_map(|waited| waited.answers))?;
    let tasks = Spread::of(steps.iter().map(|waited| waited.longest_task))?;
    next_paint.print(name);
    answers.print("  its answers");
    tasks.print("  its longest task");
    next_paint.hold(name, gate)?;
    answers.hold(&format!("the answers to {name}"), ANSWER_GATE)?;
    tasks.hold(&format!("the longest task of {name}"), gate)
}

async fn scroll(page: &Page) -> Outcome {
    page.run_async(WATCH_FRAMES, vec![]).await?;
    let gesture = json!({ "x": 100, "y": 400, "yDistance": -SCROLLED, "speed": 4000, "gestureSourceType": "mouse" });
    page.devtools("Input.synthesizeScrollGesture", gesture).await?;
    let found = page.run("return [scrollY - watch.scrolledFrom, watch.frames];", vec![]).await?;
    if found.get(0).and_then(Value::as_i64) != Some(SCROLLED) {
        return Err(Failure::new(format!("scrolled by {:?} px instead of {SCROLLED}", found.get(0))));
    }
    let frames = found.get(1).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let frames = Spread::of(frames.iter().filter_map(Value::as_f64))?;
    frames.print("a frame while scrolling through all of them");
    frames.hold("a frame while scrolling", STEP_GATE)
}

/// How long each frame takes from now on.
const WATCH_FRAMES: &str =
    "document.querySelector('aura-serviceaftale').shadowRoot.querySelector('.announcements').scrollIntoView();
  await new Promise((done) => setTimeout(done, 500));
  watch.frames = [];
  watch.scrolledFrom = scrollY;
  let last = performance.now();
  requestAnimationFrame(function next() {
    const now = performance.now();
    watch.frames.push(now - last);
    last = now;
    requestAnimationFrame(next);
  });";
