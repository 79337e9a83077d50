//! Paths of values in a file.
//!
//! A path is a sequence of field names joined by dots. `list[id]` is the item of the list with that `id`, as in
//! `agreements[basis].response.remote.clock`.

use super::{FromText, Id, Value};

/// The value at the path.
pub fn value_at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    let mut current = value;
    for segment in path.split('.') {
        // `name` or `name[id]`.
        current = match segment.split_once('[') {
            None => current.get(segment)?,
            Some((name, id)) => current.get(name)?.item_by_id(id.strip_suffix(']')?)?,
        };
    }
    Some(current)
}

/// Replaces the value at the path. Returns `false`, and changes nothing, if there is no value at the path.
pub fn replace_at(value: &mut Value, path: &str, new: &Value) -> bool {
    let Some(old) = value_at(value, path) else {
        return false;
    };
    *value = value.replaced(old, new);
    true
}

/// The path of an item in the list at `path`: by its id if it is valid and no earlier item has it, otherwise by its
/// index.
pub fn item_path(path: &str, list: &Value, index: usize) -> String {
    match list.items().get(index) {
        Some(item) if is_first_with_id(item, list) => [path, "[", id_of(item), "]"].concat(),
        _ => [path, "[", &index.to_string(), "]"].concat(),
    }
}

fn id_of(item: &Value) -> &str {
    item.get("id").map_or("", Value::text)
}

/// Whether an item of the list has a valid id that no earlier item has.
fn is_first_with_id(item: &Value, list: &Value) -> bool {
    let id = id_of(item);
    Id::from_text(id).is_ok() && list.item_by_id(id).is_some_and(|first| std::ptr::eq(first, item))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Value {
        Value::from_json(r#"{"list": [{"id": "a", "x": {"y": 1}}, {"id": "b", "x": 2}], "z": null}"#).unwrap()
    }

    #[test]
    fn values_are_found_by_field_and_id() {
        fn check(path: &str, expected: Option<&str>) {
            let tree = tree();
            let found = value_at(&tree, path).map(Value::excerpt);
            assert_eq!(found.as_deref(), expected, "{path}");
        }
        check("z", Some("null"));
        check("list[a].x.y", Some("1"));
        check("list[b].x", Some("2"));
        check("list[b]", Some(r#"{"id": "b", "x": 2}"#));
        for missing in ["", "x", "list[c]", "list[a", "list[].x", "z.y", "list.a", "list[0]"] {
            check(missing, None);
        }
    }

    #[test]
    fn only_existing_values_are_replaced() {
        let mut changed = tree();
        let new = Value::Bool(true);
        assert!(replace_at(&mut changed, "list[a].x.y", &new));
        assert_eq!(value_at(&changed, "list[a].x.y"), Some(&new));
        for missing in ["x", "list[c].x", "list[a].q", "z[a]"] {
            let mut unchanged = tree();
            assert!(!replace_at(&mut unchanged, missing, &new), "{missing}");
            assert_eq!(unchanged, tree());
        }
    }
}
