//! Does a value have the shape that a format gives it, and if not, where not?

use super::path::goes_by_its_id;
use super::{Field, Problem, Schema, Value, item_path};

/// Every difference between the value and the table of fields, in the order of the file.
pub fn check(root: &Value, fields: &'static [Field]) -> Vec<Problem> {
    let mut checking = Checking { root, problems: Vec::new() };
    checking.value(root, &Schema::Object(fields), &Place::File);
    checking.problems
}

/// The same for a part of a file by itself. Its paths begin with that of the part, which is the root to its rules.
pub fn check_part(part: &Value, shape: &Schema, path: &str) -> Vec<Problem> {
    let mut checking = Checking { root: part, problems: Vec::new() };
    checking.value(part, shape, &Place::Part(path));
    checking.problems
}

/// Where a value stands. Its path is put together only when there is something to say of it.
enum Place<'a> {
    File,
    Part(&'a str),
    Field(&'a Self, &'a str),
    Item(&'a Self, &'a Value, usize),
}

impl Place<'_> {
    fn path(&self) -> String {
        match self {
            Self::File => String::new(),
            Self::Part(path) => (*path).to_owned(),
            Self::Field(Self::File, name) => (*name).to_owned(),
            Self::Field(object, name) => [&object.path(), ".", name].concat(),
            Self::Item(at, list, index) => item_path(&at.path(), list, *index),
        }
    }
}

struct Checking<'a> {
    root: &'a Value,
    problems: Vec<Problem>,
}

impl Checking<'_> {
    fn value(&mut self, value: &Value, shape: &Schema, place: &Place<'_>) {
        if !shape.matches(value, self.root) {
            self.problem(place, value, &shape.expectation(value, self.root));
            return;
        }
        match shape {
            Schema::Object(fields) => self.object(value, fields, place),
            Schema::OneOf(names, fields) => {
                self.object(value, fields, place);
                if names.iter().filter(|name| value.get(name).is_some()).count() != 1 {
                    self.problem(place, value, &["exactly one of ", &names.join(", ")].concat());
                }
            }
            Schema::List(_, item) => self.items(value, item, place),
            Schema::Items(_, fields) => {
                self.items(value, &Schema::Object(fields), place);
                self.repeated_ids(value, place);
            }
            Schema::ChoiceOrHours(_) => self.items(value, &Schema::Hours, place),
            Schema::AtMost(_, list) => self.value(value, list, place),
            Schema::Refined(shape, rule) => {
                self.value(value, shape, place);
                if let Some(expected) = rule(value, self.root) {
                    self.problem(place, value, &expected);
                }
            }
            _ => {}
        }
    }

    fn problem(&mut self, place: &Place<'_>, value: &Value, expected: &str) {
        let path = if let Place::File = place { "(file)".to_owned() } else { place.path() };
        self.problems.push(Problem::new(&path, value, expected));
    }

    fn items(&mut self, list: &Value, shape: &Schema, place: &Place<'_>) {
        for (index, item) in list.items().iter().enumerate() {
            self.value(item, shape, &Place::Item(place, list, index));
        }
    }

    fn object(&mut self, object: &Value, fields: &[Field], place: &Place<'_>) {
        for (name, value) in object.fields() {
            let at = Place::Field(place, name);
            if !std::ptr::eq(object.field(name), value) {
                self.problem(&at, value, "each field once");
            }
            match fields.iter().find(|field| field.name == name) {
                Some(field) => self.value(value, &field.shape, &at),
                // Editors complete and check by the schema that a file names.
                None if name == "$schema" && matches!(place, Place::File) => {}
                None => self.problem(&at, value, &one_of_the(fields)),
            }
        }
        for field in fields {
            if !field.optional && object.get(field.name).is_none() {
                let expected = field.shape.expectation(&Value::Null, self.root);
                self.problems.push(Problem::missing(&Place::Field(place, field.name).path(), expected));
            }
        }
    }

    fn repeated_ids(&mut self, list: &Value, place: &Place<'_>) {
        for (index, item) in list.items().iter().enumerate() {
            let id = item.field("id");
            if !id.text().is_empty() && !goes_by_its_id(item, list) {
                let at = Place::Item(place, list, index);
                self.problem(&Place::Field(&at, "id"), id, "an id that no earlier item has");
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
