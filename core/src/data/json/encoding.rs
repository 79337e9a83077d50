//! Decoding of UTF-8, and recognition of other encodings.

use super::{Encoding, JsonError, JsonErrorKind};

/// The text of the file without its byte order mark.
///
/// # Errors
/// The position of the first byte that is not UTF-8, with the probable encoding.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, JsonError> {
    if is_utf16(bytes) {
        return Err(JsonError::after("", JsonErrorKind::Encoding(Encoding::Utf16)));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    str::from_utf8(bytes).map_err(|error| {
        let (valid, rest) = bytes.split_at_checked(error.valid_up_to()).unwrap_or_default();
        // Of Windows-1252, the five bytes below are unused. Its Danish letters are never valid UTF-8, so that the first
        // of them is the first character beyond ASCII. A file that was cut off has valid ones before its end.
        let is_windows_1252 = valid.is_ascii()
            && error.error_len().is_some()
            && !rest.iter().any(|byte| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d));
        let encoding = if is_windows_1252 { Encoding::Windows1252 } else { Encoding::Other };
        JsonError::after(str::from_utf8(valid).unwrap_or_default(), JsonErrorKind::Encoding(encoding))
    })
}

/// By the byte order mark, or by the zero byte beside the first character, which is ASCII in JSON.
const fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, ..] | [1..=255, 0, ..])
}
