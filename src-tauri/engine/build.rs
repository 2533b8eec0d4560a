//! Tells cargo to look again when a data file is added: `include_dir!` alone misses new files.
fn main() {
    println!("cargo:rerun-if-changed=../../assessments");
    println!("cargo:rerun-if-changed=src/words");
}
