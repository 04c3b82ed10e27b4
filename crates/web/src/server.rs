//! Opens the door on the loopback address, and closes it again.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use app::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tokio::net::TcpListener;

use crate::door::{Door, Voice};
use crate::guard::guard;
use crate::state::Shared;
use crate::{assets, pages, scrub};

mod backup;
mod data;
mod ease;
mod experiments;
mod handlers;
mod happened;
mod help;
mod idle;
mod late;
mod line;
mod medicines;
mod pace;
mod plan;
mod questionnaires;
mod report;
mod strategies;

pub use late::Held;

/// How to serve.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// Port on the loopback address; 0 lets the computer choose.
    pub port: u16,
}

/// What the front door needs to know once pages are served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    /// The start link: good once, for a minute.
    pub link: String,
    /// The port that pages are served on.
    pub port: u16,
}

/// Says why no pages are served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port is taken or forbidden.
    #[error("port {port} cannot be opened on this computer: {source}")]
    Port {
        /// Which port.
        port: u16,
        /// What the system said.
        source: std::io::Error,
    },
    /// The server stopped by itself.
    #[error("the pages stopped being served: {0}")]
    Stopped(std::io::Error),
}

/// Serves pages until Ctrl-C or a stop signal, then locks the record.
///
/// `ready` is called once with the start link; what it returns are links to offer later.
///
/// # Errors
/// [`ServeError`] when the port cannot be opened or the server stops by itself.
pub fn serve(
    app: App,
    options: &ServeOptions,
    ready: impl FnOnce(&Served) -> Option<PathBuf>,
) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_io()
        .enable_time()
        .build()
        .map_err(ServeError::Stopped)?;
    runtime.block_on(run(app, options.port, ready))
}

async fn run(
    app: App,
    port: u16,
    ready: impl FnOnce(&Served) -> Option<PathBuf>,
) -> Result<(), ServeError> {
    let refused = |source| ServeError::Port { port, source };
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = TcpListener::bind(address).await.map_err(refused)?;
    let port = listener.local_addr().map_err(refused)?.port();
    // A name drawn anew at each start: cookies of one name are never sent to another.
    let name: String = app::random_hex(8);
    let authority = format!("n{name}.localhost:{port}");
    app.put_address(&authority);
    let shared = Shared::new(app, authority);
    let token = app::random_hex(32);
    shared.sessions().offer(token.clone(), Instant::now());
    let link = format!("{}/start?k={token}", shared.origin());
    let redirect_file = ready(&Served { link, port });
    // The record may have been opened before: by this thread.
    scrub::stack();
    let idle = tokio::spawn(lock_when_idle(shared.clone()));
    let pages = routes(&shared).into_make_service_with_connect_info::<Voice>();
    let result = axum::serve(Door::before(listener), pages)
        .with_graceful_shutdown(stop_signal())
        .await;
    idle.abort();
    shared.app().lock();
    if let Some(file) = redirect_file {
        // It held a spent link; a leftover is harmless.
        let _ = std::fs::remove_file(file);
    }
    result.map_err(ServeError::Stopped)
}

/// All pages and actions.
pub(crate) fn routes(shared: &Shared) -> Router {
    Router::new()
        .route("/", get(handlers::today))
        .route("/start", get(handlers::start))
        .route("/check-in", post(handlers::check_in))
        .route("/flicker", post(handlers::flicker))
        .route("/note", post(handlers::note))
        .route("/undo", post(handlers::undo))
        .route("/time", get(handlers::time).post(handlers::look))
        .route("/week", get(handlers::week))
        .route("/back", get(handlers::back))
        .route("/day", get(handlers::day).post(handlers::open_day))
        .route("/day/check-in", post(handlers::day_check_in))
        .route("/day/event", post(handlers::day_event))
        .route("/day/sleep", post(handlers::day_sleep))
        .route("/day/note", post(handlers::day_note))
        .merge(data_routes())
        .merge(ease_routes())
        .merge(form_routes())
        .merge(try_routes())
        .merge(life_routes())
        .merge(experiment_routes())
        .merge(backup_routes())
        .merge(questionnaire_routes())
        .route("/answers", get(handlers::answers))
        .route("/show", post(handlers::show))
        .route("/go-on", post(handlers::go_on))
        .route("/seen-loss", post(handlers::seen_loss))
        .route("/answers/suspect", post(handlers::name_suspect))
        .route("/answers/drop", post(handlers::drop_suspect))
        .route("/answers/remove", post(handlers::remove_said))
        .route("/first-run/safety", post(handlers::first_run_safety))
        .route("/first-run/key", post(handlers::first_run_key))
        .route("/first-run/line", post(handlers::first_run_line))
        .route("/idle", get(idle::left).post(idle::stay))
        .route("/typed", post(idle::typed))
        .route("/typed/back", post(idle::give_back))
        .route("/language", post(handlers::language))
        .route("/unlock", post(handlers::unlock))
        .route("/lock", post(handlers::lock))
        .route("/exit", post(handlers::exit))
        .route("/away", get(async || pages::away::page()))
        .route("/cards", get(async || pages::cards::list()))
        .route("/cards/{number}", get(handlers::card))
        .route("/help", get(help::help))
        .route("/help/doctor", get(async || pages::help::doctor()))
        .route("/help/safe-place", get(async || pages::help::safe_place()))
        .route("/help/keep", get(help::help).post(help::keep))
        .route("/help/young", get(help::young))
        .route("/help/{country}", get(help::country))
        .route("/help/{country}/young", get(help::young_in))
        .route("/pace", get(pace::pace).post(pace::choose))
        .route("/pace/times", post(pace::times))
        .route("/pace/file", post(pace::calendar))
        .route("/line", get(line::line).post(line::draw))
        .route("/line/undo", post(line::undo))
        .route("/plan", get(plan::plan).post(plan::write))
        .route("/plan/take-out", post(plan::take_out))
        .route("/plan/put-back", post(plan::put_back))
        .route("/report", get(report::report).post(report::choose))
        .route("/report/save", post(report::save))
        .route("/report/save-fhir", post(report::save_fhir))
        .route("/style.css", get(assets::style))
        .route("/script.js", get(assets::script))
        .route("/time.js", get(assets::time))
        .route("/icon.svg", get(assets::icon))
        .fallback(handlers::not_here)
        .layer(from_fn_with_state(shared.clone(), late::late))
        .layer(from_fn_with_state(shared.clone(), guard))
        .with_state(shared.clone())
}

/// The search, what was taken out, what waited for the passphrase, and the keys.
fn ease_routes() -> Router<Shared> {
    Router::new()
        .route("/search", get(ease::search).post(ease::look_for))
        .route("/removed", get(ease::removed))
        .route("/removed/put-back", post(ease::put_back))
        .route("/removed/end", post(ease::end))
        .route("/held", get(ease::held))
        .route("/held/leave", post(ease::leave_held))
        .route("/keys", get(async || pages::keys::page()))
}

/// What can be tried.
fn try_routes() -> Router<Shared> {
    Router::new()
        .route("/try", get(strategies::list))
        .route("/try/{number}", get(strategies::one))
        .route("/try/{number}/begin", post(strategies::begin))
        .route(
            "/try/{number}/session",
            get(strategies::session).post(strategies::go_on),
        )
        .route("/ground", post(strategies::ground))
        .route("/course", get(strategies::course))
        .route("/course/{number}", get(strategies::unit))
        .route("/parts", get(strategies::parts))
        .route("/sheet", post(strategies::write_sheet))
        .route("/sheet/take-out", post(strategies::take_out))
        .route("/sheet/put-back", post(strategies::put_back))
}

/// Experiments, and days without questions.
fn experiment_routes() -> Router<Shared> {
    use experiments as e;
    Router::new()
        .route("/experiments", get(e::list))
        .route("/experiments/day", post(e::tell))
        .route("/experiments/stop", post(e::stop))
        .route("/try/{number}/experiment", get(e::offer).post(e::step))
        .route("/quiet-days", get(e::quiet_days).post(e::choose_quiet_days))
}

/// Back-ups, the recovery sheet, another passphrase; and bringing back, before a record is open.
fn backup_routes() -> Router<Shared> {
    use backup as b;
    // The file and some words; how long a file may be is said by the app.
    let restore = get(b::restore_page)
        .post(b::restore)
        .layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/backup", get(b::page))
        .route("/backup/save", post(b::save))
        .route("/backup/prove", post(b::prove))
        .route("/backup/schedule", post(b::schedule))
        .route("/backup/stop", post(b::stop))
        .route("/backup/passphrase", post(b::passphrase))
        .route("/backup/lock", post(b::lock_after))
        .route("/backup/sheet", get(b::sheet).post(b::confirm))
        .route("/backup/sheet/new", post(b::renew))
        .route("/restore", restore)
        .route("/recover", get(b::recover_page).post(b::recover))
}

/// Questionnaires that the person brings.
fn questionnaire_routes() -> Router<Shared> {
    use questionnaires as q;
    let bring = post(q::bring).layer(DefaultBodyLimit::max(q::BODY_MAX));
    Router::new()
        .route("/questionnaires", get(q::list))
        .route("/questionnaires/bring", bring)
        .route("/questionnaires/keep", post(q::keep))
        .route("/questionnaires/leave", post(q::leave))
        .route("/questionnaires/take-out", post(q::take_out))
        .route("/questionnaires/put-back", post(q::put_back))
        .route("/questionnaires/{number}", get(q::fill).post(q::answer))
}

/// What was brought in and what can be taken out. A file may be of any size: the app says how large.
fn data_routes() -> Router<Shared> {
    let look = post(data::look).layer(DefaultBodyLimit::disable());
    let claims = post(data::claims).layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/data", get(data::data))
        .route("/data/look", look)
        .route("/data/claims", claims)
        .route("/data/words", post(data::words))
        .route("/data/table", post(data::table))
        .route("/data/map", post(data::map))
        .route("/data/keep", post(data::keep))
        .route("/data/leave", post(data::leave))
        .route("/data/undo", post(data::undo))
        .route("/data/save", post(data::save))
}

/// The forms beside the check-in.
fn form_routes() -> Router<Shared> {
    use handlers::form;
    Router::new()
        .route(
            "/forms/morning",
            get(form::morning).post(form::keep_morning),
        )
        .route(
            "/forms/evening",
            get(form::evening).post(form::keep_evening),
        )
        .route("/forms/weekly", get(form::weekly).post(form::keep_weekly))
        .route("/forms/more", get(form::safety).post(form::keep_safety))
        .route("/forms/together", get(form::other).post(form::keep_other))
        .route("/forms/more/agree", post(form::agree))
        .route(
            "/self-check",
            get(form::self_check).post(form::keep_self_check),
        )
}

/// What happened; medicines, the page to take along, a prescriber's plan.
fn life_routes() -> Router<Shared> {
    Router::new()
        .route("/events", get(happened::page))
        .route("/events/add", post(happened::add))
        .route("/events/contact", post(happened::contact))
        .route("/events/count", post(happened::count))
        .route("/named", get(happened::named))
        .route("/roots", get(happened::roots))
        .route("/medicines", get(medicines::list))
        .route("/medicines/add", post(medicines::add))
        .route("/medicines/change", post(medicines::change))
        .route("/medicines/end", post(medicines::end))
        .route("/medicines/left-out", post(medicines::left_out))
        .route("/medicines/ask", get(medicines::ask))
        .route(
            "/medicines/plan",
            get(medicines::plan).post(medicines::plan_step),
        )
        .route("/medicines/begin", post(medicines::begin))
        .route("/medicines/note", post(medicines::note))
}

/// Empties the log, makes back-ups that are due, gives memory back, and locks the record when nobody has
/// used it for as long as the person chose.
async fn lock_when_idle(shared: Shared) {
    let mut used_before = None;
    loop {
        tokio::time::sleep(Duration::from_secs(5)).await;
        tokio::task::block_in_place(|| {
            let mut app = shared.app();
            app.back_up_if_due();
            let used = shared.last_used();
            app.rest(used_before.replace(used) != Some(used));
            if let Some(limit) = app.locks_after()
                && shared.last_used().elapsed() > limit
            {
                app.lock();
            }
            drop(app);
            scrub::stack();
        });
    }
}

async fn stop_signal() {
    let interrupt = tokio::signal::ctrl_c();
    let Ok(mut stop) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
    else {
        let _ = interrupt.await;
        return;
    };
    tokio::select! {
        _ = interrupt => {}
        _ = stop.recv() => {}
    }
}
