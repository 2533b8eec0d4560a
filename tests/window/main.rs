//! The real window, driven through WebKitWebDriver on a display without a screen.
//!
//! A few runs only: what the browser tests cannot see. Everything a run needs, it starts and ends itself.

mod driver;
mod real_window;
mod room;
