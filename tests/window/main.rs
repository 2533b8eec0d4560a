//! The real window, driven through WebKitWebDriver on a display without a screen.
//!
//! A few runs only: what the browser tests cannot see. Everything a run needs, it starts and ends itself.
#![expect(
    clippy::panic,
    reason = "a run that cannot go on stops, and says what was on the page"
)]

mod driver;
mod real_window;
mod room;
