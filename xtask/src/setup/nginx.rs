//! nginx and its brotli module, for the server tests.

use crate::setup::debian::DebianPackage;

/// With absolute paths: Debian leaves /usr/sbin out of most users' PATH, and the module is not a program.
pub const DEBIAN_PACKAGES: [DebianPackage; 2] = [
    DebianPackage { program: "/usr/sbin/nginx", package: "nginx" },
    DebianPackage {
        program: "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
        package: "libnginx-mod-http-brotli-static",
    },
];
