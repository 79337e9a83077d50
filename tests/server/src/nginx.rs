//! nginx as a child process of a test.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use std::{fs, io, process, thread};

use crate::Response;

const PROGRAM: &str = "/usr/sbin/nginx";
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const DEPLOY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../deploy");

/// A path with the folder of the test as response, which proves that the server belongs to this test.
const READY_PATH: &str = "/started";

/// A running nginx, which is stopped on drop.
pub struct Nginx {
    child: Child,
    address: SocketAddr,
    folder: PathBuf,
}

impl Nginx {
    /// Publishes the folder `release` under `/serviceaftale/`. nginx writes its files into a new folder below
    /// `scratch`; tests pass `env!("CARGO_TARGET_TMPDIR")`.
    ///
    /// # Errors
    ///
    /// When nginx is not installed, rejects its configuration, or does not respond within ten seconds.
    pub fn start(release: &Path, scratch: &Path) -> io::Result<Self> {
        static STARTED: AtomicU32 = AtomicU32::new(0);
        // Retry, because another program may take the free port before nginx uses it.
        let mut outcome = Err(io::Error::other("not started"));
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
        // The release is in a folder below the server's root, as on a server that publishes other files too.
        let link = site.join("serviceaftale");
        if !Command::new("ln").arg("-s").arg(release).arg(&link).status()?.success() {
            return Err(io::Error::other(format!("cannot link {} to {}", link.display(), release.display())));
        }
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let configuration = folder.join("nginx.conf");
        fs::write(&configuration, main_configuration(folder, &site, address))?;
        let mut nginx = Self { child: spawn(folder, &configuration)?, address, folder: folder.to_owned() };
        nginx.wait_until_ready().map(|()| nginx)
    }

    fn wait_until_ready(&mut self) -> io::Result<()> {
        for _ in 0..500 {
            if self.child.try_wait()?.is_some() {
                break;
            }
            let response = Response::fetch(self.address, "GET", READY_PATH, &[]);
            if response.is_ok_and(|response| response.body == self.folder.as_os_str().as_encoded_bytes()) {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(20));
        }
        let stderr = fs::read_to_string(self.folder.join("stderr"))?;
        Err(io::Error::other(format!("nginx did not start on {}: {stderr}", self.address)))
    }

    /// The URL of a path of the release, for example `index.html` or `?agreement=pro`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/serviceaftale/{path}", self.address)
    }

    /// Sends a GET request for a path of the release.
    ///
    /// # Errors
    ///
    /// When nginx does not respond.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> io::Result<Response> {
        self.request("GET", &format!("/serviceaftale/{path}"), headers)
    }

    /// Sends a request with an unmodified target.
    ///
    /// # Errors
    ///
    /// When nginx does not respond.
    pub fn request(&self, method: &str, target: &str, headers: &[(&str, &str)]) -> io::Result<Response> {
        Response::fetch(self.address, method, target, headers)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // nginx runs as a single process, so no worker remains.
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

/// The main configuration, like Debian's, with settings that other sites of the server may have (an index, a favicon).
/// nginx runs as a single process and writes only into the folder.
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
        location = {READY_PATH} {{ return 200 \"{folder}\"; }}
    }}
}}
"
    )
}
