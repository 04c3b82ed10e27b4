//! Named suspects: three at most, kept with their days, dropped without being forgotten.

use record::{Label, LocalDay, Profile, ProfileError, Suspect, Zone};

fn day(text: &str) -> LocalDay {
    LocalDay::parse(text).unwrap()
}

fn suspect(name: &str, on: &str) -> Suspect {
    Suspect::new(Label::new(name).unwrap(), day(on))
}

fn named(profile: &Profile) -> Vec<&str> {
    profile.named_suspects().map(Suspect::name).collect()
}

#[test]
fn a_fourth_suspect_is_refused_and_a_second_naming_keeps_the_first_day() {
    let mut profile = Profile::new(Zone::utc());
    for name in ["tension", "sleep_minutes", "an argument"] {
        profile.name_suspect(suspect(name, "2026-03-02")).unwrap();
    }
    let fourth = profile.name_suspect(suspect("noise", "2026-03-03"));
    assert_eq!(fourth, Err(ProfileError::Suspects));
    profile
        .name_suspect(suspect("tension", "2026-05-01"))
        .unwrap();
    assert_eq!(named(&profile), ["tension", "sleep_minutes", "an argument"]);
    assert_eq!(profile.suspects()[0].named_on(), day("2026-03-02"));
}

#[test]
fn a_dropped_suspect_is_kept_with_both_days_and_makes_room() {
    let mut profile = Profile::new(Zone::utc());
    for name in ["tension", "noise", "coffee"] {
        profile.name_suspect(suspect(name, "2026-03-02")).unwrap();
    }
    assert!(profile.drop_suspect("noise", day("2026-04-01")));
    assert!(!profile.drop_suspect("noise", day("2026-04-02")));
    assert!(!profile.drop_suspect("nothing", day("2026-04-02")));
    profile
        .name_suspect(suspect("light", "2026-04-01"))
        .unwrap();
    assert_eq!(named(&profile), ["tension", "coffee", "light"]);
    let noise = &profile.suspects()[1];
    assert_eq!(
        (noise.name(), noise.named_on()),
        ("noise", day("2026-03-02"))
    );
    assert_eq!(noise.dropped_on(), Some(day("2026-04-01")));
    // Named anew, it begins anew.
    profile.drop_suspect("light", day("2026-04-02"));
    profile
        .name_suspect(suspect("noise", "2026-05-01"))
        .unwrap();
    assert_eq!(profile.suspects().len(), 5);
    assert_eq!(profile.suspects()[4].named_on(), day("2026-05-01"));
}

#[test]
fn what_is_named_and_dropped_on_one_day_leaves_no_trace() {
    let mut profile = Profile::new(Zone::utc());
    profile
        .name_suspect(suspect("noise", "2026-03-02"))
        .unwrap();
    assert!(profile.drop_suspect("noise", day("2026-03-02")));
    assert_eq!(profile.suspects(), []);
    let backwards = suspect("noise", "2026-03-02").dropped(day("2026-03-02"));
    assert_eq!(backwards, Err(ProfileError::Dropped));
}
