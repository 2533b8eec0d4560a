//! The real window, driven.
