//! Does a value have the shape that a format gives it, and if not, where not?

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
        if let Some(expected) = shape.refuses(value, self.root) {
            let shown = if path.is_empty() { "(file)" } else { path };
            self.problems.push(Problem::new(shown, value, expected));
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
            _ => {}
        }
    }

    fn items(&mut self, list: &Value, shape: &Shape, path: &str) {
        for (index, item) in list.items().iter().enumerate() {
            self.value(item, shape, &item_path(path, list.items(), index));
        }
    }

    fn object(&mut self, object: &Value, fields: &[Field], path: &str) {
        for (index, (name, value)) in object.fields().iter().enumerate() {
            let at = join(path, name);
            let before = object.fields().iter().take(index);
            if before.into_iter().any(|(earlier, _)| earlier == name) {
                self.problems.push(Problem::new(&at, value, "each field once"));
            }
            match fields.iter().find(|field| field.name == name) {
                Some(field) => self.value(value, &field.shape, &at),
                // Editors complete and check by the schema that a file names.
                None if name == "$schema" && path.is_empty() => {}
                None => {
                    let known: Vec<_> = fields.iter().map(|field| field.name).collect();
                    let expected = format!("one of the fields {}", known.join(", "));
                    self.problems.push(Problem::new(&at, value, expected));
                }
            }
        }
        for field in fields.iter().filter(|field| !field.optional) {
            if !object.fields().iter().any(|(name, _)| name == field.name) {
                let at = join(path, field.name);
                self.problems.push(Problem::missing(&at, field.shape.expectation("", self.root)));
            }
        }
    }

    fn repeated_ids(&mut self, list: &Value, path: &str) {
        for (index, item) in list.items().iter().enumerate() {
            let id = item.field("id");
            let mut before = list.items().iter().take(index);
            if !id.text().is_empty() && before.any(|earlier| earlier.field("id") == id) {
                let at = format!("{path}[{index}].id");
                self.problems.push(Problem::new(&at, id, "an id that no earlier item has"));
            }
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
