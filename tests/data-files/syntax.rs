//! Cases of syntax.jsonl: files as editors save them, and the error of those that are not valid JSON.

use serde_json::Value;

const CASES: &str = include_str!("syntax.jsonl");
const AGREEMENTS: &str = include_str!("../../static/agreements.json");
const NOTICES: &str = include_str!("../../core/tests/data/notices.json");

#[derive(Debug)]
pub struct Case {
    pub name: String,
    /// `agreements` or `notices`.
    pub kind: String,
    pub bytes: Vec<u8>,
    /// In Danish and in English; `None` for a valid file.
    pub error: Option<[String; 2]>,
}

pub fn cases() -> Vec<Case> {
    CASES
        .lines()
        .map(|line| parse(&serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"))))
        .collect()
}

fn parse(case: &Value) -> Case {
    let field = |name: &str| case[name].as_str().map(str::to_owned);
    let kind = field("file").unwrap();
    let published = if kind == "agreements" { AGREEMENTS } else { NOTICES };
    let mut text = field("text").unwrap_or_else(|| published.to_owned());
    if let [from, to] = case["replace"].as_array().map_or(&[][..], Vec::as_slice) {
        let (from, to) = (from.as_str().unwrap(), to.as_str().unwrap());
        assert!(text.contains(from), "{case}: nothing to replace");
        text = text.replacen(from, to, 1);
    }
    if field("lines").is_some() {
        text = text.replace('\n', "\r\n");
    }
    let bytes = encode(&text, field("encoding").as_deref());
    Case { name: field("name").unwrap(), kind, bytes, error: field("da").zip(field("en")).map(<[String; 2]>::from) }
}

fn encode(text: &str, encoding: Option<&str>) -> Vec<u8> {
    match encoding {
        None => text.as_bytes().to_vec(),
        Some("utf-8-bom") => format!("\u{feff}{text}").into_bytes(),
        // "¤" stands for the byte of "å" in Windows-1252.
        Some("utf-8-with-one-byte") => {
            let (before, after) = text.split_once('¤').unwrap();
            [before.as_bytes(), &[0xe5], after.as_bytes()].concat()
        }
        Some("utf-16le") => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Some("utf-16le-bom") => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Some("utf-16be-bom") => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Some("windows-1252") => text.chars().map(windows_1252).collect(),
        Some(other) => panic!("{other} is not an encoding of these cases"),
    }
}

fn windows_1252(character: char) -> u8 {
    match character {
        '–' => 0x96,
        '’' => 0x92,
        '”' => 0x94,
        '…' => 0x85,
        _ => u8::try_from(u32::from(character)).unwrap_or(b'?'),
    }
}
