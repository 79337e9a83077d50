//! Which value does a path name?
//!
//! A path is fields joined by dots; `list[id]` is the item of a list whose `id` is that, as in
//! `agreements[basis].response.remote.clock`.

use super::Value;

/// The value at the path.
pub fn select<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    let mut place = value;
    for step in path.split('.') {
        let (name, id) = read_step(step)?;
        place = field(place, name)?;
        if let Some(id) = id {
            place = place.item(id)?;
        }
    }
    Some(place)
}

/// Replaces the value at the path; false, and nothing changes, when the path names none.
pub fn put(value: &mut Value, path: &str, new: &Value) -> bool {
    let mut place = value;
    for step in path.split('.') {
        let Some((name, id)) = read_step(step) else {
            return false;
        };
        let Some(field) = field_mut(place, name) else {
            return false;
        };
        place = field;
        if let Some(id) = id {
            let Some(item) = item_mut(place, id) else {
                return false;
            };
            place = item;
        }
    }
    *place = new.clone();
    true
}

/// The path of an item in the list at `list`: by its id where it is the first to have it, else by its place.
pub fn item_path(list: &str, items: &[Value], index: usize) -> String {
    let id = items.get(index).map_or("", |item| item.field("id").text());
    let mut before = items.iter().take(index);
    if id.is_empty() || before.any(|earlier| earlier.field("id").text() == id) {
        format!("{list}[{index}]")
    } else {
        format!("{list}[{id}]")
    }
}

/// `name` or `name[id]`.
fn read_step(step: &str) -> Option<(&str, Option<&str>)> {
    match step.split_once('[') {
        None => Some((step, None)),
        Some((name, rest)) => Some((name, Some(rest.strip_suffix(']')?))),
    }
}

fn field<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let mut fields = value.fields().iter();
    fields.find(|(key, _)| key == name).map(|(_, value)| value)
}

fn field_mut<'a>(value: &'a mut Value, name: &str) -> Option<&'a mut Value> {
    let Value::Object(fields) = value else {
        return None;
    };
    let mut fields = fields.iter_mut();
    fields.find(|(key, _)| key == name).map(|(_, value)| value)
}

fn item_mut<'a>(value: &'a mut Value, id: &str) -> Option<&'a mut Value> {
    let Value::List(items) = value else {
        return None;
    };
    items.iter_mut().find(|item| item.field("id").text() == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Value {
        Value::from_json(r#"{"list": [{"id": "a", "x": {"y": 1}}, {"id": "b", "x": 2}], "z": null}"#).unwrap()
    }

    #[test]
    fn names_values_by_field_and_id() {
        fn check(path: &str, found: Option<&str>) {
            let tree = tree();
            let got = select(&tree, path).map(Value::excerpt);
            assert_eq!(got.as_deref(), found, "{path}");
        }
        check("z", Some("null"));
        check("list[a].x.y", Some("1"));
        check("list[b].x", Some("2"));
        check("list[b]", Some(r#"{"id": "b", "x": 2}"#));
        for nowhere in ["", "x", "list[c]", "list[a", "list[].x", "z.y", "list.a", "list[0]"] {
            check(nowhere, None);
        }
    }

    #[test]
    fn puts_only_where_something_stands() {
        let mut changed = tree();
        let new = Value::Flag(true);
        assert!(put(&mut changed, "list[a].x.y", &new));
        assert_eq!(select(&changed, "list[a].x.y"), Some(&new));
        for nowhere in ["x", "list[c].x", "list[a].q", "z[a]"] {
            let mut same = tree();
            assert!(!put(&mut same, nowhere, &new), "{nowhere}");
            assert_eq!(same, tree());
        }
    }
}
