//! Spells and patterns counted by hand.

use stats::spells::{PatternRule, SpellRule, patterns, spells};

fn path(marks: &str) -> Vec<f64> {
    marks
        .chars()
        .map(|mark| if mark == '#' { 1.0 } else { 0.0 })
        .collect()
}

fn rule() -> SpellRule {
    SpellRule {
        threshold: 0.5,
        length_min: 2,
        bridge_below: 2,
        level: 0.9,
    }
}

#[test]
fn spells_have_the_ends_seen_in_the_draws() {
    let paths = [
        path("..####..##"),
        path("...###..##"),
        path("..#####..#"),
        path("..###....."),
    ];
    let found = spells(&paths, &rule()).unwrap();
    assert_eq!(
        found.share_above,
        vec![0.0, 0.0, 0.75, 1.0, 1.0, 0.75, 0.25, 0.0, 0.5, 0.75]
    );
    assert_eq!(found.spells.len(), 2);
    let first = &found.spells[0];
    assert_eq!((first.first_idx, first.last_idx), (2, 5));
    assert_eq!((first.first.lower_idx, first.first.upper_idx), (2, 3));
    assert_eq!((first.last.lower_idx, first.last.upper_idx), (4, 6));
    assert_eq!(first.probability, 1.0);
    assert!(!first.is_open);
    let second = &found.spells[1];
    assert!(second.is_open);
    // In one draw the stretch is a single day, too short for a spell; in one there is none.
    assert_eq!(second.probability, 0.5);
}

#[test]
fn short_gaps_are_bridged_and_short_spells_dropped() {
    let one = [path("##.##..#...###")];
    let found = spells(&one, &rule()).unwrap();
    let ends: Vec<(usize, usize)> = found
        .spells
        .iter()
        .map(|spell| (spell.first_idx, spell.last_idx))
        .collect();
    assert_eq!(ends, vec![(0, 4), (11, 13)]);
    let apart = SpellRule {
        bridge_below: 0,
        ..rule()
    };
    assert_eq!(spells(&one, &apart).unwrap().spells.len(), 3);
}

#[test]
fn patterns_are_shares_of_draws() {
    let paths = [
        path("##..##..##"),
        path("....######"),
        path(".........."),
        path("######...."),
    ];
    let rule = PatternRule {
        threshold: 0.5,
        persistent_window: 4,
        persistent_share_min: 0.5,
        recurrent_window: 10,
        recurrent_spells_min: 3,
        spell_length_min: 2,
        bridge_below: 2,
        trend_window: 4,
        trend_min: 0.25,
    };
    let found = patterns(&paths, &rule).unwrap();
    assert_eq!(found.above_now, 0.5);
    assert_eq!(found.persistent, 0.5);
    assert_eq!(found.recurrent, 0.25);
    assert_eq!(found.rising, 0.25);
    assert_eq!(found.falling, 0.25);
    assert_eq!(found.over, 0.25);
    assert!(
        patterns(
            &paths,
            &PatternRule {
                trend_window: 6,
                ..rule
            }
        )
        .is_err()
    );
    assert!(spells(&[], &self::rule()).is_err());
    assert!(spells(&[vec![1.0], vec![1.0, 2.0]], &self::rule()).is_err());
}
