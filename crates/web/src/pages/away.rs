//! Where one lands after leaving: an empty sheet. Refuses to look like anything.

use axum::response::Html;
use maud::{DOCTYPE, html};

use super::layout;

/// An empty sheet.
pub fn page() -> Html<String> {
    let markup = html! {
        (DOCTYPE)
        html lang=(app::spoken().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (app::text("title")) }
                link rel="icon" href="/icon.svg" type="image/svg+xml";
            }
            body { main { h1 { (app::text("away-heading")) } p { (app::text("away-line")) } } }
        }
    };
    Html(markup.into_string())
}

/// Goes on to the first page, from our own origin.
pub fn entering() -> Html<String> {
    let markup = html! {
        (DOCTYPE)
        html lang=(app::spoken().code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="refresh" content="0;url=/";
                title { (app::text("title")) }
                link rel="icon" href="/icon.svg" type="image/svg+xml";
            }
            body { main { p { a href="/" { (app::text("entering")) } } } }
        }
    };
    Html(markup.into_string())
}

/// Says that there is no such page.
pub fn not_here() -> Html<String> {
    layout::outside(&html! {
        h1 { (app::text("not-here-heading")) }
        p { a class="button" href="/" { (app::text("back-to-today")) } }
    })
}

/// Says what went wrong where no other page can.
pub fn trouble(trouble: &app::Trouble) -> Html<String> {
    layout::outside(&html! {
        h1 { (app::text("trouble-heading")) }
        (layout::trouble(Some(trouble)))
        p { a class="button" href="/" { (app::text("back-to-today")) } }
    })
}
