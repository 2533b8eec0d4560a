//! The engine over loopback HTTP, for people without a display and for the browser tests.
//!
//! In: a [`Desk`], the screens, and the paths that this session may offer. Out: a server on 127.0.0.1
//! that answers `POST /rpc`, `POST /pick` and the files of the screens, until it is stopped.
//! A request is believed only with the session's token and a host name of this machine. No other
//! origin is ever invited (no CORS), nothing but loopback is listened on.

mod answer;
mod guard;
mod offers;
mod screens;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use sextant_engine::api::Desk;
use tiny_http::Server;

pub use offers::Offers;
pub use screens::Screens;

/// Requests answered at the same time: a screen can ask how a job is doing while another request runs.
const WORKERS: usize = 4;

/// What a session is made of.
#[derive(Debug)]
pub struct Session {
    /// The product.
    pub desk: Arc<Desk>,
    /// Files of the screens.
    pub screens: Screens,
    /// What `POST /pick` hands out.
    pub offers: Offers,
    /// 0 takes a free port.
    pub port: u16,
}

/// Why a session could not begin.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port is taken, or may not be used.
    #[error("port {port} of 127.0.0.1 cannot be listened on: {cause}")]
    Port {
        /// The port asked for.
        port: u16,
        /// What the system says.
        cause: String,
    },
    /// The system gave no randomness for the token.
    #[error("no random bytes from the system: {0}")]
    Random(String),
    /// A thread could not be started.
    #[error("no thread could be started")]
    Thread(#[source] io::Error),
}

/// A session under way.
pub struct Running {
    server: Arc<Server>,
    workers: Vec<JoinHandle<()>>,
    address: SocketAddr,
    token: String,
}

impl Running {
    /// The address to open, with the token where no log sees it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/#t={}", self.address, self.token)
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What every request must carry in `x-sextant-token`.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// A handle with which another thread ends the session.
    #[must_use]
    pub fn stopper(&self) -> Stopper {
        Stopper(Arc::clone(&self.server))
    }

    /// Waits until somebody stops it.
    pub fn wait(self) {
        for worker in self.workers {
            // A worker that panicked took one request with it; the others went on.
            let _ = worker.join();
        }
    }
}

/// Ends a session.
#[derive(Clone)]
pub struct Stopper(Arc<Server>);

impl Stopper {
    /// Lets every worker finish what it answers, and no more.
    pub fn stop(&self) {
        for _ in 0..WORKERS {
            self.0.unblock();
        }
    }
}

/// Begins to listen.
///
/// # Errors
/// The port cannot be had, or the system gives no randomness or no thread.
pub fn start(session: Session) -> Result<Running, ServeError> {
    let port = session.port;
    let refused = |cause: String| ServeError::Port { port, cause };
    let server = Server::http((Ipv4Addr::LOCALHOST, port)).map_err(|e| refused(e.to_string()))?;
    let address = server
        .server_addr()
        .to_ip()
        .ok_or_else(|| refused("no address".into()))?;
    let token = token()?;
    let room = Arc::new(answer::Room {
        guard: guard::Guard::new(address.port(), token.clone()),
        desk: session.desk,
        screens: session.screens,
        offers: session.offers,
    });
    let server = Arc::new(server);
    let workers = (0..WORKERS)
        .map(|_| worker(Arc::clone(&server), Arc::clone(&room)))
        .collect::<Result<_, _>>()?;
    Ok(Running {
        server,
        workers,
        address,
        token,
    })
}

fn worker(server: Arc<Server>, room: Arc<answer::Room>) -> Result<JoinHandle<()>, ServeError> {
    thread::Builder::new()
        .name("serve".into())
        .spawn(move || {
            while let Ok(request) = server.recv() {
                room.answer(request);
            }
        })
        .map_err(ServeError::Thread)
}

/// 128 random bits in hex.
fn token() -> Result<String, ServeError> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|e| ServeError::Random(e.to_string()))?;
    Ok(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

#[cfg(test)]
mod tests;
