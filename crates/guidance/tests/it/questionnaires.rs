//! Facts of questionnaires against other people's programs: same answers, same score, same range.

use std::collections::{BTreeMap, BTreeSet};

use content::{instrument, instruments};
use finding::questionnaire::{change, n_numbers, score};

struct Row<'a> {
    instrument: &'a str,
    scale: &'a str,
    source: &'a str,
    answers: Vec<Option<f64>>,
    points: Option<f64>,
    band: Option<usize>,
}

fn rows(text: &str) -> Vec<Row<'_>> {
    let number = |text: &str| (text != "-").then(|| text.parse().unwrap());
    let read = |line| {
        let [instrument, scale, source, answers, points, band] =
            <[&str; 6]>::try_from(str::split(line, ',').collect::<Vec<_>>()).unwrap();
        Row {
            instrument,
            scale,
            source,
            answers: answers.split(' ').map(number).collect(),
            points: number(points),
            band: (!band.is_empty()).then(|| band.parse().unwrap()),
        }
    };
    text.lines().skip(1).map(read).collect()
}

fn fixture() -> String {
    let file = "../../fixtures/published/questionnaires/scores.csv";
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn each_score_and_each_range_is_that_of_another_program_or_a_printed_example() {
    let text = fixture();
    let mut told: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in rows(&text) {
        let rule = &instrument(row.instrument).unwrap().unwrap().rule;
        let scored = score(rule, &row.answers).unwrap();
        let found = scored.scale(row.scale).unwrap().score();
        let at = format!("{} {} {}: {found:?}", row.instrument, row.scale, row.source);
        assert_eq!(found.is_some(), row.points.is_some(), "{at}");
        if let (Some(found), Some(wanted)) = (found, row.points) {
            assert!((found.points - wanted).abs() < 1e-9, "{wanted}, {at}");
            if row.band.is_some() {
                assert_eq!(found.band, row.band, "{at}");
            }
        }
        told.entry(row.instrument).or_default().insert(row.source);
    }
    // Every instrument, and none by our word alone.
    assert_eq!(told.len(), instruments().unwrap().len(), "{told:?}");
}

#[test]
fn each_published_range_is_met_by_a_row_of_somebody_else() {
    let text = fixture();
    let rows = rows(&text);
    for one in instruments().unwrap() {
        for scale in &one.rule.parts().scales {
            let met: BTreeSet<_> = (rows.iter())
                .filter(|row| row.instrument == one.id() && row.scale == scale.id)
                .filter_map(|row| row.band)
                .collect();
            // The ranges of PCL-5, CORE-10 and SHAPS stand on pages alone; they are met below.
            let on_pages = ["pcl5", "core10", "shaps"].contains(&one.id());
            let n_ranges = scale.bands_from.len();
            assert!(
                on_pages || met.len() == n_ranges,
                "{} {}: {met:?}",
                one.id(),
                scale.id
            );
        }
    }
}

#[test]
fn ranges_that_stand_on_pages_alone_begin_where_the_pages_say() {
    let begin = |id: &str| -> Vec<f64> {
        let rule = &instrument(id).unwrap().unwrap().rule;
        rule.scale("total").unwrap().bands_from.clone()
    };
    assert_eq!(begin("pcl5"), [0.0, 31.0, 34.0]);
    assert_eq!(begin("core10"), [0.0, 11.0, 15.0, 20.0, 25.0]);
    assert_eq!(begin("shaps"), [0.0, 3.0]);
}

#[test]
fn smallest_and_largest_answers_make_the_ends_that_are_printed() {
    let ends = [
        ("phq9", 27.0),
        ("phq8", 24.0),
        ("gad7", 21.0),
        ("pcptsd5", 5.0),
        ("pcl5", 80.0),
        ("des2", 100.0),
        ("cds2", 6.0),
        ("cds29", 290.0),
        ("odq", 100.0),
        ("shaps", 14.0),
        ("paq", 168.0),
        ("isi", 28.0),
        ("core10", 40.0),
        ("who5", 100.0),
        ("ipip_dissociation", 5.0),
    ];
    for (id, wanted) in ends {
        let rule = &instrument(id).unwrap().unwrap().rule;
        let (_, max) = rule.bounds(rule.scale("total").unwrap());
        assert!((max - wanted).abs() < 1e-9, "{id}");
    }
    for part in ["low_mood", "fear", "strain"] {
        let rule = &instrument("dass21").unwrap().unwrap().rule;
        assert_eq!(rule.bounds(rule.scale(part).unwrap()), (0.0, 42.0));
    }
}

#[test]
fn an_empty_form_has_no_score_of_any_kind() {
    for one in instruments().unwrap() {
        let (fewest, _) = n_numbers(&one.rule);
        let scored = score(&one.rule, &vec![None; fewest]).unwrap();
        assert!(
            scored.scales.iter().all(|s| s.score().is_none()),
            "{}",
            one.id()
        );
        assert!(scored.about_self_harm.is_empty());
    }
}

#[test]
fn item_nine_of_the_phq_is_told_to_the_rules_about_safety_at_its_first_step() {
    let rule = &instrument("phq9").unwrap().unwrap().rule;
    let mut answers = vec![Some(0.0); 9];
    assert!(score(rule, &answers).unwrap().about_self_harm.is_empty());
    answers[8] = Some(1.0);
    assert_eq!(score(rule, &answers).unwrap().about_self_harm, [9]);
}

/// 16.4 points and .85: 1.96 * 16.4 * sqrt(2 * 0.15) = 17.61 by hand.
#[test]
fn a_change_of_the_des_is_worked_out_and_one_of_the_phq_8_is_told_plainly() {
    let rule = &instrument("des2").unwrap().unwrap().rule;
    let at = |number: f64| {
        let scored = score(rule, &[Some(number); 28]).unwrap();
        scored.scale("total").unwrap().score().unwrap().clone()
    };
    let found = change(rule, &at(20.0), &at(40.0)).unwrap();
    assert!((found.error.unwrap().size - 17.606).abs() < 0.001 && found.error.unwrap().is_reached);
    assert!(
        !change(rule, &at(20.0), &at(30.0))
            .unwrap()
            .error
            .unwrap()
            .is_reached
    );

    let rule = &instrument("phq8").unwrap().unwrap().rule;
    let at = |number: f64| {
        let scored = score(rule, &[Some(number); 8]).unwrap();
        scored.scale("total").unwrap().score().unwrap().clone()
    };
    let found = change(rule, &at(0.0), &at(3.0)).unwrap();
    assert_eq!((found.error, found.important), (None, None));
}
