//! The screens in a browser on this machine, over loopback, until Ctrl-C.

use std::io::{self, Read};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use sextant_engine::api::Desk;
use sextant_engine::api::wire::Request;
use sextant_engine::words::said::Arg;
use sextant_server::{Offers, Screens, Session as Served, Stopper};

use crate::args::Serve;
use crate::failure::Failure;
use crate::output;
use crate::session::Session;

pub(crate) fn serve(session: &Session, asked: Serve) -> Result<ExitCode, Failure> {
    let screens = asked.ui.map_or_else(Screens::usual, Screens::Folder);
    if !screens.exist() {
        output::talk(&session.words.plain("cli-no-screens"));
    }
    let desk = Desk::new(session.host.clone());
    if let Some(path) = &session.common.workspace {
        let handle = desk.register(path);
        desk.call(Request::OpenWorkspace { handle })?;
    }
    let running = sextant_server::start(Served {
        desk: Arc::new(desk),
        screens,
        offers: Offers {
            read: asked.offer,
            save: asked.offer_save,
        },
        port: asked.port,
    })
    .map_err(|cause| {
        let cause = Arg::Text(cause.to_string());
        Failure::failed(&session.words, "serve", &[("cause", cause)])
    })?;
    output::text(&running.url())?;
    output::talk(&session.words.plain("cli-serving"));
    if asked.until_stdin_closes {
        stop_at_end_of_stdin(running.stopper())?;
    }
    running.wait();
    Ok(ExitCode::SUCCESS)
}

/// For a program that started us: when it dies, its end of the pipe closes.
fn stop_at_end_of_stdin(stopper: Stopper) -> io::Result<()> {
    let watch = move || {
        let mut sink = [0_u8; 64];
        let mut stdin = io::stdin().lock();
        while stdin.read(&mut sink).is_ok_and(|n| n > 0) {}
        stopper.stop();
    };
    thread::Builder::new().name("stdin".into()).spawn(watch)?;
    Ok(())
}
