//! Which web server do the server's tests start?

use crate::setup::debian::Need;

/// Named by their places: Debian leaves /usr/sbin out of most users' PATH, and the module is no program.
pub const NEEDS: [Need; 2] = [
    Need { program: "/usr/sbin/nginx", package: "nginx" },
    Need {
        program: "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
        package: "libnginx-mod-http-brotli-static",
    },
];
