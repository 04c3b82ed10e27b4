//! Tests of the room `picture` at its door.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

use picture::{
    BandPoint, BarPicture, DaysPicture, Dot, IntervalPicture, IntervalRow, Lane, LaneMark, Mark,
    Scale, TimePicture, bars,
};

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
fn a_single_day_is_a_short_piece_and_reaches_no_other_day() {
    let alone = |span| TimePicture {
        span,
        runs: vec![vec![point(0.5)]],
        ..picture()
    };
    for span in [(0.0, 1.0), (0.0, 3650.0)] {
        let drawn = alone(span).drawn_runs();
        let [from, to] = [drawn[0][0].day, drawn[0][1].day];
        assert!(from > 0.0 && to < 1.0 && from < to, "{drawn:?}");
        let svg = alone(span).draw(800.0, "p");
        assert_eq!(svg.matches("class=\"level\"").count(), 1);
    }
    // Runs of several days stay as they are.
    assert_eq!(picture().drawn_runs(), picture().runs);
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
        name: String::new(),
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

fn row(name: &str, ends: (f64, f64, f64), is_marked: bool) -> IntervalRow {
    IntervalRow {
        name: name.to_owned(),
        ends,
        is_marked,
    }
}

#[test]
fn a_claimed_interval_is_told_from_the_others_without_color() {
    let picture = IntervalPicture {
        span: (-10.0, 10.0),
        zero: Some(0.0),
        rows: vec![
            row("a", (1.0, 2.0, 3.0), true),
            row("b <", (-4.0, 0.0, 400.0), false),
        ],
        title: "What".to_owned(),
        ..IntervalPicture::default()
    };
    let svg = picture.draw(300.0, "i");
    assert_eq!(svg.matches("class=\"interval marked\"").count(), 1);
    assert_eq!(svg.matches("class=\"dot hollow\"").count(), 1);
    assert!(svg.contains("b &lt;") && svg.contains("aria-labelledby=\"i-title i-desc\""));
    // What lies beyond the axis ends at it.
    assert!(svg.contains("M95.6 76l0 8m0-4l190.4 0m0-4l0 8\""), "{svg}");
    assert!(!svg.contains("NaN") && !svg.contains("inf"));
}

#[test]
fn equal_ratios_take_equal_room() {
    let at = |number: f64| {
        let picture = IntervalPicture {
            is_by_ratio: true,
            span: (0.25, 4.0),
            rows: vec![row("a", (number, number, number), false)],
            ..IntervalPicture::default()
        };
        let svg = picture.draw(328.0, "r");
        let place = svg.split("cx=\"").nth(1).unwrap().split('"').next();
        place.unwrap().parse::<f64>().unwrap()
    };
    // 300 units between the ends.
    assert!((at(0.25) - 14.0).abs() < 0.1 && (at(4.0) - 314.0).abs() < 0.1);
    assert!((at(1.0) - 164.0).abs() < 0.1 && (at(2.0) - 239.0).abs() < 0.1);
}

#[test]
fn bars_count_every_finite_number_once() {
    let numbers = [-1.2, -0.5, 0.0, 0.1, 0.49, 0.5, f64::NAN, f64::INFINITY];
    let found = bars(&numbers, 0.5);
    let counts: Vec<usize> = found.iter().map(|bar| bar.n).collect();
    assert_eq!(counts, [1, 0, 1, 3, 1]);
    assert!((found[0].from + 1.5).abs() < 1e-12 && (found[4].to - 1.0).abs() < 1e-12);
    assert!(bars(&[], 0.5).is_empty() && bars(&[1.0], 0.0).is_empty());
    let picture = BarPicture {
        bars: found,
        mark: (2.0, "the day".to_owned()),
        ..BarPicture::default()
    };
    let svg = picture.draw(300.0, "b");
    assert_eq!(svg.matches("class=\"band bar\"").count(), 4);
    assert!(svg.contains("the day") && !svg.contains("NaN"));
}

#[test]
fn days_show_their_limits_and_marks_and_nothing_that_is_not_there() {
    let picture = DaysPicture {
        days: (0.0, 10.0),
        span: (-1.0, 1.0),
        limits: vec![vec![(0.0, 0.5), (10.0, 0.5)]],
        marks: vec![Mark {
            day: 5.0,
            range: (4.0, 6.0),
            name: "5 May".to_owned(),
        }],
        ..DaysPicture::default()
    };
    let svg = picture.draw(300.0, "d");
    assert_eq!(svg.matches("class=\"threshold limit\"").count(), 1);
    assert_eq!(svg.matches("class=\"change\"").count(), 1);
    assert!(svg.contains("5 May") && !svg.contains("class=\"band\""));
}

#[test]
fn stretches_of_days_are_bars_along_the_foot_and_few_dots_are_larger() {
    let dots = |n: u32| {
        (0..n).map(|day| Dot {
            day: f64::from(day),
            level: 50.0,
            is_hollow: false,
        })
    };
    let picture = DaysPicture {
        days: (0.0, 10.0),
        span: (0.0, 100.0),
        spans: vec![(1.0, 3.0), (5.0, 6.0)],
        dots: dots(4).collect(),
        ..DaysPicture::default()
    };
    let svg = picture.draw(700.0, "p");
    assert_eq!(svg.matches("<rect class=\"interval marked\"").count(), 2);
    assert!(svg.contains("class=\"dots\" stroke-width=\"7\""), "{svg}");
    let many = DaysPicture {
        dots: dots(400).collect(),
        ..picture
    };
    assert!(many.draw(700.0, "p").contains("stroke-width=\"5\""));
}

#[test]
fn the_name_of_the_own_line_meets_no_word_of_an_end() {
    for width in [330.0, 900.0] {
        for threshold in [0.0, 4.0, 50.0, 97.0, 100.0] {
            let svg = TimePicture {
                threshold: Some(threshold),
                threshold_name: "your line".to_owned(),
                upper_end: "numb as can be".to_owned(),
                lower_end: "feeling much".to_owned(),
                ..picture()
            }
            .draw(width, "p");
            let place = |words: &str| {
                let (before, _) = svg.split_once(&format!(">{words}</text>")).unwrap();
                let tag = before.rsplit("<text").next().unwrap();
                let number = |key: &str| -> f64 {
                    let rest = tag.split_once(key).unwrap().1;
                    rest.split('"').next().unwrap().parse().unwrap()
                };
                (number(" x=\""), number(" y=\""), tag.contains("\"end\""))
            };
            let (right, y, ends) = place("your line");
            // About 7 units a letter.
            let line = (right - 9.0 * 7.0, right);
            assert!(ends && y > 9.0 && y < 244.0, "{threshold}: {y}");
            for words in ["numb as can be", "feeling much"] {
                let (left, _, ends) = place(words);
                let reach = left + 14.0 * 7.0;
                assert!(!ends && reach < line.0, "{width}: {words} to {reach}");
            }
        }
    }
}

#[test]
fn shapes_are_told_step_by_step_and_end_where_they_should() {
    let runs = vec![vec![
        BandPoint {
            day: 0.0,
            level: 50.0,
            low: 49.9,
            high: 50.1,
        },
        BandPoint {
            day: 5.0,
            level: 0.0,
            low: 0.0,
            high: 100.0,
        },
        BandPoint {
            day: 10.0,
            level: 100.0,
            low: 100.0,
            high: 100.0,
        },
    ]];
    let svg = TimePicture { runs, ..picture() }.draw(882.0, "p");
    // From 82 to 870 units, 230 units high: 14 is the upper end, 244 the lower one.
    assert!(
        svg.contains("class=\"level\" d=\"M82 129l394 115 394-230\""),
        "{svg}"
    );
    assert!(
        svg.contains("d=\"M82 128.8l394-114.8 394 0 0 0-394 230-394-114.8Z\""),
        "{svg}"
    );
}
