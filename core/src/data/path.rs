//! Which value does a path name?
//!
//! A path is fields joined by dots; `list[id]` is the item of a list whose `id` is that, as in
//! `agreements[basis].response.remote.clock`.

use super::Value;

/// The value at the path.
pub fn select<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    let mut place = value;
    for step in path.split('.') {
        // `name` or `name[id]`.
        place = match step.split_once('[') {
            None => place.get(step)?,
            Some((name, id)) => place.get(name)?.item(id.strip_suffix(']')?)?,
        };
    }
    Some(place)
}

/// Replaces the value at the path; false, and nothing changes, when the path names none.
pub fn put(value: &mut Value, path: &str, new: &Value) -> bool {
    let Some(place) = select(value, path) else {
        return false;
    };
    *value = value.with(&[(place, new)]);
    true
}

/// The path of an item in the list at `path`: by its id where it is the first to have it, else by its place.
pub fn item_path(path: &str, list: &Value, index: usize) -> String {
    match list.items().get(index) {
        Some(item) if goes_by_its_id(item, list) => [path, "[", item.field("id").text(), "]"].concat(),
        _ => [path, "[", &index.to_string(), "]"].concat(),
    }
}

/// Whether an item of the list has an id, and no earlier one has the same.
pub(super) fn goes_by_its_id(item: &Value, list: &Value) -> bool {
    let id = item.field("id").text();
    !id.is_empty() && list.item(id).is_some_and(|first| std::ptr::eq(first, item))
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
