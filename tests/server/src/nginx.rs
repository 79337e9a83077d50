//! How does the real server run beside a test, and how is it gone afterwards?

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use std::{fs, io, process, thread};

use crate::Answer;

const PROGRAM: &str = "/usr/sbin/nginx";
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const DEPLOY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../deploy");

/// Who answers there proves with it that it is the server of this test.
const SIGN: &str = "/started";

/// A running nginx; it is gone when this is dropped.
pub struct Nginx {
    child: Child,
    address: SocketAddr,
    folder: PathBuf,
}

impl Nginx {
    /// Publishes the folder `release` under `/serviceaftale/`. What nginx writes goes into a folder of its own below
    /// `scratch`, for which a test has `env!("CARGO_TARGET_TMPDIR")`.
    ///
    /// # Errors
    ///
    /// When nginx is not installed, refuses its configuration or does not answer within ten seconds.
    pub fn start(release: &Path, scratch: &Path) -> io::Result<Self> {
        static STARTED: AtomicU32 = AtomicU32::new(0);
        // Between the choice of a port and its use another program may take it.
        let mut outcome = Err(io::Error::other("never tried"));
        for _ in 0..3 {
            let number = STARTED.fetch_add(1, Ordering::Relaxed);
            outcome = Self::try_start(release, &scratch.join(format!("nginx-{}-{number}", process::id())));
            if outcome.is_ok() {
                break;
            }
        }
        outcome
    }

    fn try_start(release: &Path, folder: &Path) -> io::Result<Self> {
        let site = folder.join("site");
        fs::create_dir_all(&site)?;
        // The server's root is not the release: it lies below, as it does where other things are published too.
        let link = site.join("serviceaftale");
        if !Command::new("ln").arg("-s").arg(release).arg(&link).status()?.success() {
            return Err(io::Error::other(format!("cannot link {} to {}", link.display(), release.display())));
        }
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let configuration = folder.join("nginx.conf");
        fs::write(&configuration, main_configuration(folder, &site, address))?;
        let mut nginx = Self { child: spawn(folder, &configuration)?, address, folder: folder.to_owned() };
        nginx.wait_for_sign().map(|()| nginx)
    }

    fn wait_for_sign(&mut self) -> io::Result<()> {
        for _ in 0..500 {
            if self.child.try_wait()?.is_some() {
                break;
            }
            let answer = Answer::to(self.address, "GET", SIGN, &[]);
            if answer.is_ok_and(|answer| answer.body == self.folder.as_os_str().as_encoded_bytes()) {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(20));
        }
        let said = fs::read_to_string(self.folder.join("stderr"))?;
        Err(io::Error::other(format!("nginx did not start on {}: {said}", self.address)))
    }

    /// The address of a path of the release, as `index.html` or `?agreement=pro`, for a browser.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/serviceaftale/{path}", self.address)
    }

    /// Asks for a path of the release.
    ///
    /// # Errors
    ///
    /// When nginx does not answer.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> io::Result<Answer> {
        self.ask("GET", &format!("/serviceaftale/{path}"), headers)
    }

    /// Sends any request; the target goes out as it is written.
    ///
    /// # Errors
    ///
    /// When nginx does not answer.
    pub fn ask(&self, method: &str, target: &str, headers: &[(&str, &str)]) -> io::Result<Answer> {
        Answer::to(self.address, method, target, headers)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // One process, without workers, so that nothing is left when it is gone.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn spawn(folder: &Path, configuration: &Path) -> io::Result<Child> {
    let stderr = fs::File::create(folder.join("stderr"))?;
    let mut nginx = Command::new(PROGRAM);
    nginx.arg("-e").arg(folder.join("error.log")).arg("-p").arg(folder).arg("-c").arg(configuration);
    nginx.stdin(Stdio::null()).stdout(Stdio::null()).stderr(stderr).spawn().map_err(|error| {
        let advice = "as root: apt-get install --no-install-recommends nginx libnginx-mod-http-brotli-static";
        io::Error::other(format!("{PROGRAM}: {error}; {advice}"))
    })
}

/// What stands around deploy/nginx.conf: as in Debian's own nginx.conf, with what another site of the server may want (an
/// index, an icon, which browsers ask for by themselves), but one process, and nothing written outside the folder.
fn main_configuration(folder: &Path, site: &Path, address: SocketAddr) -> String {
    let (folder, site) = (folder.display(), site.display());
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("    {kind}_temp_path \"{folder}/{kind}\";\n"))
        .concat();
    format!(
        "load_module {BROTLI};
daemon off;
master_process off;
pid \"{folder}/pid\";
events {{}}
http {{
{temporary}    access_log off;
    sendfile on;
    tcp_nopush on;
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    gzip on;
    include \"{DEPLOY}/nginx-http.conf\";
    server {{
        listen {address};
        root \"{site}\";
        index index.php;
        include \"{DEPLOY}/nginx.conf\";
        location = /favicon.ico {{ return 204; }}
        location = {SIGN} {{ return 200 \"{folder}\"; }}
    }}
}}
"
    )
}
