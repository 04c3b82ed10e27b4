//! The course: its first page and one page for each unit, made to be printed. Refuses to hold anybody back.

use app::{CourseView, UnitView, text};
use axum::response::Html;
use maud::html;

use super::layout::{self, Place};
use super::{sheet, strategies};

/// Where the person was, and all pages.
pub fn page(view: &CourseView) -> Html<String> {
    layout::page(
        Place::Try,
        view.is_example,
        &html! {
            h1 { (text("course-heading")) }
            @if view.is_hidden { (strategies::hidden()) } @else {
                p { (text("course-line")) }
                @if let Some(line) = &view.see_someone {
                    div class="card advice" {
                        p { (line) }
                        p { a href="/help/doctor" { (text("link-doctor")) } }
                    }
                }
                div class="card" {
                    @match &view.at {
                        Some((line, address)) => {
                            p { (line) }
                            a class="button main" href=(address) { (text("course-go-on")) }
                        }
                        None => {
                            @if let Some((address, _)) = view.units.first() {
                                a class="button main" href=(address) { (text("course-first")) }
                            }
                        }
                    }
                }
                ol class="units" {
                    @for (address, heading) in &view.units { li { a href=(address) { (heading) } } }
                }
                (strategies::known(&view.known))
                p { a class="button" href="/try" { (text("try-back")) } }
            }
        },
    )
}

/// One page.
pub fn unit(view: &UnitView) -> Html<String> {
    layout::page(
        Place::Try,
        view.is_example,
        &html! {
            p class="soft" { (view.place) }
            h1 { (view.heading) }
            @for line in &view.text { p { (line) } }
            div class="card plan" {
                h2 { (text("course-task-heading")) }
                p { (view.task) }
                @if let Some((address, words)) = &view.also {
                    p class="screen" { (text("course-also")) " " a href=(address) { (words) } }
                }
            }
            (sheet::section(&view.sheet))
            @if view.next.is_none() { p { (text("course-over")) } }
            nav class="row screen" aria-label=(text("course-heading")) {
                @if let Some(address) = &view.next { a class="button main" href=(address) { (text("course-next")) } }
                @if let Some(address) = &view.previous { a class="button" href=(address) { (text("course-previous")) } }
                a class="button" href="/course" { (text("course-all")) }
            }
        },
    )
}
