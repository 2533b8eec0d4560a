//! Reference values computed elsewhere, read once for the tests of each family.

use serde_json::Value;

/// One family of `tests/data/stats_vectors.json`.
pub(crate) fn family(name: &str) -> Value {
    let text = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/data/stats_vectors.json"
    ));
    let all: Value = serde_json::from_str(text).expect("the vectors are JSON");
    all.get(name).cloned().expect("the family exists")
}

/// The records of a family that is a list.
pub(crate) fn rows(name: &str) -> Vec<Value> {
    family(name).as_array().cloned().expect("a list")
}

/// A number at a JSON pointer.
pub(crate) fn number(value: &Value, pointer: &str) -> f64 {
    value
        .pointer(pointer)
        .and_then(Value::as_f64)
        .expect("a number")
}

/// A count at a JSON pointer.
pub(crate) fn count(value: &Value, pointer: &str) -> u32 {
    let n = value
        .pointer(pointer)
        .and_then(Value::as_u64)
        .expect("a count");
    u32::try_from(n).expect("small")
}

/// A list of numbers at a JSON pointer.
pub(crate) fn numbers(value: &Value, pointer: &str) -> Vec<f64> {
    let list = value
        .pointer(pointer)
        .and_then(Value::as_array)
        .expect("a list");
    list.iter().map(|v| v.as_f64().expect("a number")).collect()
}

/// Fails when two numbers differ by more than `tolerance`.
pub(crate) fn close(got: f64, want: f64, tolerance: f64) {
    assert!((got - want).abs() <= tolerance, "got {got}, want {want}");
}
