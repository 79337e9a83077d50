//! Validation of values against a schema.

use super::path::is_first_with_id;
use super::{Field, Problem, Schema, Value, item_path};

/// Every violation of the table of fields, in the order of the file.
pub fn check(root: &Value, fields: &'static [Field]) -> Vec<Problem> {
    let mut checker = Checker { root, problems: Vec::new() };
    checker.check(root, &Schema::Object(fields), &Location::Root);
    checker.problems
}

/// As [`check`], for one part of a file with that path. Constraints receive the part as their root.
pub fn check_at(part: &Value, schema: &Schema, path: &str) -> Vec<Problem> {
    let mut checker = Checker { root: part, problems: Vec::new() };
    checker.check(part, schema, &Location::Part(path));
    checker.problems
}

/// The location of a value. Its path is only built for a problem.
enum Location<'a> {
    Root,
    Part(&'a str),
    Field(&'a Self, &'a str),
    Item(&'a Self, &'a Value, usize),
}

impl Location<'_> {
    fn path(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Part(path) => (*path).to_owned(),
            Self::Field(Self::Root, name) => (*name).to_owned(),
            Self::Field(object, name) => [&object.path(), ".", name].concat(),
            Self::Item(parent, list, index) => item_path(&parent.path(), list, *index),
        }
    }
}

struct Checker<'a> {
    root: &'a Value,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn check(&mut self, value: &Value, schema: &Schema, location: &Location<'_>) {
        if !schema.matches_shallow(value, self.root) {
            self.report(location, value, &schema.expected(value, self.root));
            return;
        }
        match schema {
            Schema::Object(fields) => self.check_object(value, fields, location),
            Schema::ObjectWithOneOf(names, fields) => {
                self.check_object(value, fields, location);
                if names.iter().filter(|name| value.get(name).is_some()).count() != 1 {
                    self.report(location, value, &["exactly one of ", &names.join(", ")].concat());
                }
            }
            Schema::Array(_, item) => self.check_items(value, item, location),
            Schema::ArrayWithIds(_, fields) => {
                self.check_items(value, &Schema::Object(fields), location);
                self.check_ids(value, location);
            }
            Schema::EnumOrHours(_) => self.check_items(value, &Schema::Hours, location),
            Schema::MaxItems(_, list) => self.check(value, list, location),
            Schema::Refined(schema, constraint) => {
                self.check(value, schema, location);
                if let Some(expected) = constraint(value, self.root) {
                    self.report(location, value, &expected);
                }
            }
            _ => {}
        }
    }

    fn report(&mut self, location: &Location<'_>, value: &Value, expected: &str) {
        let path = if let Location::Root = location { "(file)".to_owned() } else { location.path() };
        self.problems.push(Problem::new(&path, value, expected));
    }

    fn check_items(&mut self, list: &Value, schema: &Schema, location: &Location<'_>) {
        for (index, item) in list.items().iter().enumerate() {
            self.check(item, schema, &Location::Item(location, list, index));
        }
    }

    fn check_object(&mut self, object: &Value, fields: &[Field], location: &Location<'_>) {
        for (name, value) in object.fields() {
            let field_location = Location::Field(location, name);
            match fields.iter().find(|field| field.name == name) {
                Some(field) => self.check(value, &field.schema, &field_location),
                // Text editors complete and validate by the schema that a file names.
                None if name == "$schema" && matches!(location, Location::Root) => {}
                None => self.report(&field_location, value, &one_of_the(fields)),
            }
        }
        for field in fields {
            if !field.optional && object.get(field.name).is_none() {
                let expected = field.schema.expected(&Value::Null, self.root);
                self.problems.push(Problem::missing(&Location::Field(location, field.name).path(), expected));
            }
        }
    }

    fn check_ids(&mut self, list: &Value, location: &Location<'_>) {
        for (index, item) in list.items().iter().enumerate() {
            let id = item.field("id");
            if !id.text().is_empty() && !is_first_with_id(item, list) {
                let item_location = Location::Item(location, list, index);
                self.report(&Location::Field(&item_location, "id"), id, "an id that no earlier item has");
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
