//! Benchmark of the largest allowed file of announcements: first answer, memory, filtering and scrolling.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, process};

use browser_tests::{Failure, Host, Outcome, Page, ResponseOverride, Session, readme};
use serde_json::{Value, json};
use server_tests::{Nginx, Release};

use crate::interactions::{ANSWER_GATE, Distribution, INSTRUMENTATION, Latency, WIDTH, measure, start_watching};
use crate::loads::{self, LOADS, NETWORK, check_gate, emulate_slow_network, first_answer, median};

/// The maximum number of announcements in a file.
const NOTICES: usize = 500;
/// Gate for the delay of the first answer, in milliseconds. The medians of two runs of one page differ by as much.
const DELAY_GATE: f64 = 50.0;
/// Gate for the next paint and the longest task of an interaction, in milliseconds.
const STEP_GATE: f64 = 50.0;
/// The same for the button that shows more rows. A second click on the focused button changes only the rows, so they
/// are part of the next paint.
const MORE_GATE: f64 = 100.0;
/// Gate for the longest task while the file is loaded, in milliseconds: the widget parses the file in one task.
const PARSING_GATE: f64 = 150.0;
/// Gate for the additional memory of a page, in megabytes.
const MEMORY_GATE: f64 = 40.0;
/// Place names that are typed character by character.
const PLACES: [&str; 5] = ["8300", "Odder", "8660 Skanderborg", "Århus", "hov"];
/// How often the button for more rows is clicked.
const MORE: usize = 12;
const MORE_BUTTON: &str = ".announcements > div > .button";
/// A selector of the lists with the result.
const LISTS: &str = ".announcements";
/// The scroll distance in pixels.
const SCROLLED: i64 = 30_000;
/// The page for measurements of interactions.
const WATCHED_PAGE: &str = "/many-watched.html";
/// The simulated time of the pages. The announcements are before and after it.
const NOW: &str = "2026-04-10T15:10:00+02:00";

/// Places of the work.
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
    let folder = ReleaseCopy::with_many_notices(&release, scratch)?;
    let many = Nginx::start(&folder.0, scratch)?;
    let mut host = Host::page("/", "").without_recorder();
    for (name, nginx) in [("few", &few), ("many", &many)] {
        let widget = readme::embed_snippet(nginx.url("").trim_end_matches('/'))?;
        let frozen = format!("<aura-serviceaftale loading=\"eager\" at=\"{NOW}\" ");
        let widget = widget.replace("<aura-serviceaftale ", &frozen);
        host = host.with_file(&format!("/{name}.html"), loads::page(&format!("{MEMORIES}{widget}")));
        if name == "many" {
            host = host.with_file(WATCHED_PAGE, loads::page(&format!("{INSTRUMENTATION}{widget}")));
        }
    }
    // Only a cross-origin isolated page may measure its memory.
    for (header, value) in
        [("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Embedder-Policy", "require-corp")]
    {
        host = host.with_override(".html", ResponseOverride::Header(header, value.to_owned()));
    }
    let session = Session::new(host).chromium_only("only its driver emulates a slow network and CPU").with_timeout(600);
    session.run(async |page| {
        measure_memory(page).await?;
        measure_interactions(page).await?;
        emulate_slow_network(page).await?;
        println!("{NETWORK}; median of {LOADS} loads");
        let without = median(page, "/few.html", first_answer).await?;
        let with = median(page, "/many.html", first_answer).await?;
        println!("{without:>12.0} ms  first answer without notices");
        println!("{with:>12.0} ms  with {NOTICES}");
        check_gate("delay of the first answer", with - without, DELAY_GATE, "ms")
    })
}

/// A copy of the release with the maximum number of announcements. The folder is deleted on drop.
struct ReleaseCopy(PathBuf);

impl ReleaseCopy {
    fn with_many_notices(release: &Release, scratch: &Path) -> Outcome<Self> {
        let folder = Self(scratch.join(format!("most-notices-{}", process::id())));
        for path in release.all_paths()? {
            let to = folder.0.join(&path);
            fs::create_dir_all(to.parent().unwrap_or(&folder.0))?;
            fs::write(to, release.bytes(&path)?)?;
        }
        let notices = folder.0.join("v1/notices.json");
        fs::write(&notices, notices_file())?;
        // Replace the compressed files, as docs/editing-data.md says.
        for sibling in ["br", "gz"] {
            fs::remove_file(notices.with_extension(format!("json.{sibling}")))?;
        }
        if !Command::new("gzip").args(["--keep", "--best"]).arg(&notices).status()?.success() {
            return Err(Failure::new("gzip failed"));
        }
        let bytes = |path: &Path| fs::metadata(path).map(|file| file.len());
        let (plain, compressed) = (bytes(&notices)?, bytes(&notices.with_extension("json.gz"))?);
        println!("{NOTICES} announcements: {plain} bytes, {compressed} bytes compressed");
        Ok(folder)
    }
}

impl Drop for ReleaseCopy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A formatted file of announcements with all fields, from a week before to a year after the simulated time.
fn notices_file() -> String {
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
    // Every eighth is near the simulated time.
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

/// Collects the memories of all wasm instances, which the browser's measurement does not include.
const MEMORIES: &str = "<script>
  window.memories = new Set();
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiateStreaming.apply(WebAssembly, given);
    for (const value of Object.values(made.instance.exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
    return made;
  };
</script>";

/// Measures the additional memory of a page with many announcements.
async fn measure_memory(page: &Page) -> Outcome {
    let without = megabytes(page, "/few.html").await?;
    let with = megabytes(page, "/many.html").await?;
    println!("{without:>12.1} MB  memory of a page without notices");
    println!("{with:>12.1} MB  with {NOTICES}");
    check_gate("additional memory", with - without, MEMORY_GATE, "MB")
}

async fn megabytes(page: &Page, path: &str) -> Outcome<f64> {
    page.load(path).await?;
    wait_for_notices(page, path).await?;
    // The browser measures after a garbage collection.
    let script = "const { bytes } = await performance.measureUserAgentSpecificMemory();
                  return [bytes, ...[...memories].map(({ buffer }) => buffer.byteLength)];";
    let found = page.execute_async(script, vec![]).await?;
    let found: Vec<f64> = found.as_array().map_or(&[][..], Vec::as_slice).iter().filter_map(Value::as_f64).collect();
    if found.len() == 2 { Ok(found.iter().sum::<f64>() / 1e6) } else { Err(Failure::new(format!("{found:?}"))) }
}

/// Waits until the announcements of the page are rendered.
async fn wait_for_notices(page: &Page, path: &str) -> Outcome {
    let script = "const root = document.querySelector('aura-serviceaftale').shadowRoot;
                  return [root?.querySelector('.announcements h3') != null, root?.querySelector('#place') != null];";
    let expected = json!([true, path.contains("many")]);
    page.wait_until("the announcements are rendered", async || Ok(page.execute(script, vec![]).await? == expected))
        .await
}

/// Measures typing a place name, showing more rows, and scrolling.
async fn measure_interactions(page: &Page) -> Outcome {
    page.throttle_cpu(4).await?;
    page.load(WATCHED_PAGE).await?;
    start_watching(page).await?;
    wait_for_notices(page, WATCHED_PAGE).await?;
    check_parsing(page).await?;
    println!("time from an event to the next paint, and to its answers; CPU four times slower, {WIDTH} px wide");
    let (mut letters, mut clearings, mut more) = (Vec::new(), Vec::new(), Vec::new());
    for place in PLACES {
        for letter in place.chars() {
            letters.push(measure(page, "#place", LISTS, async || type_into_filter(page, letter).await).await?);
        }
        let clear = async || page.click_by_text(".place .button", "Vis alle").await;
        clearings.push(measure(page, "#place", LISTS, clear).await?);
    }
    for _ in 0..MORE {
        let press =
            "return document.querySelector('aura-serviceaftale').shadowRoot.querySelector(arguments[0]).textContent;";
        let name = page.execute(press, vec![json!(MORE_BUTTON)]).await?;
        let press = async || page.click_by_text(MORE_BUTTON, name.as_str().unwrap_or_default()).await;
        more.push(measure(page, MORE_BUTTON, LISTS, press).await?);
    }
    check_steps("typing a letter of a place", &letters, STEP_GATE)?;
    check_steps("clearing the filter", &clearings, STEP_GATE)?;
    check_steps("showing more rows", &more, MORE_GATE)?;
    measure_scrolling(page).await
}

/// Checks the longest task while the announcements were parsed and first rendered.
async fn check_parsing(page: &Page) -> Outcome {
    let tasks = page.execute("return Math.max(0, ...watch.tasks.map(({ duration }) => duration));", vec![]).await?;
    check_gate("longest task while parsing", tasks.as_f64().unwrap_or(f64::INFINITY), PARSING_GATE, "ms")
}

/// Types a character into the place filter.
async fn type_into_filter(page: &Page, letter: char) -> Outcome {
    let focus = "document.querySelector('aura-serviceaftale').shadowRoot.querySelector('#place').focus();";
    page.execute(focus, vec![]).await?;
    page.type_char(letter).await
}

/// Prints and checks the next paint, the answers and the longest task.
fn check_steps(name: &str, steps: &[Latency], gate: f64) -> Outcome {
    let next_paint = Distribution::new(steps.iter().map(|latency| latency.next_paint))?;
    let answers = Distribution::new(steps.iter().filter_map(|latency| latency.answers))?;
    let tasks = Distribution::new(steps.iter().map(|latency| latency.longest_task))?;
    next_paint.print(name);
    answers.print("  its answers");
    tasks.print("  its longest task");
    next_paint.check_gate(name, gate)?;
    answers.check_gate(&format!("answers to {name}"), ANSWER_GATE)?;
    tasks.check_gate(&format!("longest task of {name}"), gate)
}

async fn measure_scrolling(page: &Page) -> Outcome {
    page.execute_async(WATCH_FRAMES, vec![]).await?;
    let gesture = json!({ "x": 100, "y": 400, "yDistance": -SCROLLED, "speed": 4000, "gestureSourceType": "mouse" });
    page.devtools("Input.synthesizeScrollGesture", gesture).await?;
    let found = page.execute("return [scrollY - watch.scrolledFrom, watch.frames];", vec![]).await?;
    if found.get(0).and_then(Value::as_i64) != Some(SCROLLED) {
        return Err(Failure::new(format!("scrolled by {:?} px instead of {SCROLLED}", found.get(0))));
    }
    let frames = found.get(1).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let frames = Distribution::new(frames.iter().filter_map(Value::as_f64))?;
    frames.print("frame while scrolling through all rows");
    frames.check_gate("frame while scrolling", STEP_GATE)
}

/// Records the duration of each frame.
const WATCH_FRAMES: &str =
    "document.querySelector('aura-serviceaftale').shadowRoot.querySelector('.announcements').scrollIntoView();
  await new Promise((resolve) => setTimeout(resolve, 500));
  watch.frames = [];
  watch.scrolledFrom = scrollY;
  let last = performance.now();
  requestAnimationFrame(function next() {
    const now = performance.now();
    watch.frames.push(now - last);
    last = now;
    requestAnimationFrame(next);
  });";
