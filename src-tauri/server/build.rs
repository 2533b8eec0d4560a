//! Says whether the screens can be compiled in: only in a release, and only when they were built before.
use std::{env, path::Path};

fn main() {
    println!("cargo:rustc-check-cfg=cfg(screens_inside)");
    println!("cargo:rerun-if-changed=build.rs");
    if env::var("PROFILE").as_deref() != Ok("release") {
        return;
    }
    println!("cargo:rerun-if-changed=../../ui/dist");
    if Path::new("../../ui/dist/index.html").is_file() {
        println!("cargo:rustc-cfg=screens_inside");
    }
}
