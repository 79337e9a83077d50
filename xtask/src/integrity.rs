//! Subresource integrity hashes and integrity.txt.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha384};

use crate::failure::{Failure, Outcome};
use crate::project;

const LIST: &str = "integrity.txt";

/// The SHA-384 of these bytes as the value of an `integrity` attribute.
pub fn hash(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

/// Writes integrity.txt into the folder: the heading, then the hash of every file.
pub fn write_list(folder: &Path, heading: &str) -> Outcome {
    let mut text = format!("{heading}\n\n");
    for file in project::files_below(folder)? {
        let bytes = fs::read(&file).map_err(Failure::at("read", &file))?;
        let name = file.strip_prefix(folder).unwrap_or(&file).display();
        text.push_str(&format!("{}  {name}\n", hash(&bytes)));
    }
    let list = folder.join(LIST);
    fs::write(&list, text).map_err(Failure::at("write", &list))
}

/// Base64 without padding: SHA-384 has 48 bytes, a multiple of three.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (triples, _) = bytes.as_chunks::<3>();
    let digit = |bits: u32| DIGITS.get((bits & 63) as usize).map_or(' ', |digit| char::from(*digit));
    let four = |&[first, second, third]: &[u8; 3]| {
        let bits = u32::from_be_bytes([0, first, second, third]);
        [digit(bits >> 18), digit(bits >> 12), digit(bits >> 6), digit(bits)]
    };
    triples.iter().flat_map(four).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_match_openssl() {
        // printf abc | openssl dgst -sha384 -binary | base64 -w0
        for (bytes, expected) in [
            ("", "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"),
            ("abc", "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"),
        ] {
            assert_eq!(hash(bytes.as_bytes()), expected);
        }
    }
}
