//! Does a value have the shape that a format gives it, and if not, where not?

use super::path::goes_by_its_id;
use super::{Field, Problem, Shape, Value, item_path};

/// Every difference between the value and the table of fields, in the order of the file.
pub fn check(root: &Value, fields: &'static [Field]) -> Vec<Problem> {
    let mut checking = Checking { root, problems: Vec::new() };
    checking.value(root, &Shape::Object(fields), "");
    checking.problems
}

struct Checking<'a> {
    root: &'a Value,
    problems: Vec<Problem>,
}

impl Checking<'_> {
    fn value(&mut self, value: &Value, shape: &Shape, path: &str) {
        if !shape.fits(value, self.root) {
            let shown = if path.is_empty() { "(file)" } else { path };
            self.problem(shown, value, &shape.expectation(value, self.root));
            return;
        }
        match shape {
            Shape::Object(fields) => self.object(value, fields, path),
            Shape::List(_, item) => self.items(value, item, path),
            Shape::Items(_, fields) => {
                self.items(value, &Shape::Object(fields), path);
                self.repeated_ids(value, path);
            }
            Shape::ChoiceOrHours(_) => self.items(value, &Shape::Hours, path),
            Shape::Also(shape, rule) => {
                self.value(value, shape, path);
                if let Some(expected) = rule(value, self.root) {
                    self.problem(path, value, &expected);
                }
            }
            _ => {}
        }
    }

    fn problem(&mut self, path: &str, value: &Value, expected: &str) {
        self.problems.push(Problem::new(path, value, expected));
    }

    fn items(&mut self, list: &Value, shape: &Shape, path: &str) {
        for (index, item) in list.items().iter().enumerate() {
            self.value(item, shape, &item_path(path, list, index));
        }
    }

    fn object(&mut self, object: &Value, fields: &[Field], path: &str) {
        for (name, value) in object.fields() {
            let at = join(path, name);
            if !std::ptr::eq(object.field(name), value) {
                self.problem(&at, value, "each field once");
            }
            match fields.iter().find(|field| field.name == name) {
                Some(field) => self.value(value, &field.shape, &at),
                // Editors complete and check by the schema that a file names.
                None if name == "$schema" && path.is_empty() => {}
                None => self.problem(&at, value, &one_of_the(fields)),
            }
        }
        for field in fields {
            if !field.optional && object.get(field.name).is_none() {
                let expected = field.shape.expectation(&Value::Null, self.root);
                self.problems.push(Problem::missing(&join(path, field.name), expected));
            }
        }
    }

    fn repeated_ids(&mut self, list: &Value, path: &str) {
        for (index, item) in list.items().iter().enumerate() {
            let id = item.field("id");
            if !id.text().is_empty() && !goes_by_its_id(item, list) {
                self.problem(&join(&item_path(path, list, index), "id"), id, "an id that no earlier item has");
            }
        }
    }
}

fn one_of_the(fields: &[Field]) -> String {
    let mut expected = "one of the fields ".to_owned();
    for (index, field) in fields.iter().enumerate() {
        expected.push_str(if index > 0 { ", " } else { "" });
        expected.push_str(field.name);
    }
    expected
}

fn join(path: &str, name: &str) -> String {
    let between = if path.is_empty() { "" } else { "." };
    [path, between, name].concat()
}
