//! Tests of the room `picture` at its door.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

use picture::{BandPoint, Dot, Lane, LaneMark, Scale, TimePicture};

fn point(day: f64) -> BandPoint {
    BandPoint {
        day,
        level: 40.0,
        low: 30.0,
        high: 50.0,
    }
}

fn picture() -> TimePicture {
    TimePicture {
        span: (0.0, 10.0),
        runs: vec![vec![point(0.0), point(3.0)], vec![point(7.0), point(10.0)]],
        title: "March".to_owned(),
        description: "A <calm> \"month\" & more".to_owned(),
        ..TimePicture::default()
    }
}

#[test]
fn a_gap_is_drawn_as_a_gap() {
    let svg = picture().draw(800.0, "p");
    assert_eq!(svg.matches("class=\"level\"").count(), 2);
    assert_eq!(svg.matches("class=\"band\"").count(), 2);
}

#[test]
fn words_are_escaped_and_the_picture_is_named() {
    let svg = picture().draw(800.0, "p");
    assert!(svg.contains("A &lt;calm&gt; &quot;month&quot; &amp; more"));
    assert!(svg.contains("role=\"img\" aria-labelledby=\"p-title p-desc\""));
    assert!(
        !svg.contains("style="),
        "a strict content policy allows no inline style"
    );
}

#[test]
fn marks_outside_the_span_are_left_out() {
    let mark = |from| LaneMark {
        from,
        to: None,
        strength: 1.0,
        words: "a trace".to_owned(),
    };
    let lane = Lane {
        class: "flicker",
        name: "Flickers".to_owned(),
        marks: vec![mark(2.0), mark(20.0)],
    };
    let svg = TimePicture {
        lanes: vec![lane],
        ..picture()
    }
    .draw(800.0, "p");
    assert_eq!(svg.matches("a trace").count(), 1);
}

#[test]
fn no_number_breaks_the_picture() {
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1e300, 1e300] {
        let dots = vec![Dot {
            day: 1.0,
            level: 50.0,
            is_hollow: false,
        }];
        let svg = TimePicture {
            span: (odd, odd),
            dots,
            ..picture()
        }
        .draw(800.0, "p");
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{odd}");
    }
    assert!((Scale::new((5.0, 5.0), (0.0, 10.0)).place(5.0)).abs() < 1e-12);
}
