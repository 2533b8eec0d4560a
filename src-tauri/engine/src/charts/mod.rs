//! From data to drawings. Pure.
