//! From findings to a document, and from a document to bytes. Pure.

pub mod findings;
