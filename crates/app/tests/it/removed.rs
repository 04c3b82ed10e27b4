//! What was taken out or written anew: thirty days to put it back, an end at once for who wants it, and
//! then nothing of it.

use app::{App, MedicineForm, NewEvent, NewNight, RemovedView};

use crate::place::{Place, key};

const DAY: i64 = 86_400;

fn removed(app: &mut App) -> RemovedView {
    app.removed().unwrap()
}

fn whats(app: &mut App) -> Vec<String> {
    removed(app)
        .entries
        .iter()
        .map(|one| one.what.clone())
        .collect()
}

fn write_all(app: &mut App) {
    app.note(&key(1), "a heron by the canal", None).unwrap();
    app.event(&NewEvent {
        key: key(2),
        day: "2026-03-01".to_owned(),
        label: "A loss".to_owned(),
        ..NewEvent::default()
    })
    .unwrap();
    app.night(&NewNight {
        key: key(3),
        day: "2026-03-02".to_owned(),
        from: "23:00".to_owned(),
        to: "06:30".to_owned(),
        ..NewNight::default()
    })
    .unwrap();
    app.flicker(&key(4), "clear", "warm").unwrap();
    let medicine = MedicineForm {
        key: key(5),
        medicine: "Venla".to_owned(),
        amount: "75".to_owned(),
        unit: "mg".to_owned(),
        day: "2026-02-20".to_owned(),
        ..MedicineForm::default()
    };
    app.add_medicine(&medicine).unwrap();
    let left_out = MedicineForm {
        key: key(6),
        day: "2026-03-01".to_owned(),
        ..medicine.clone()
    };
    app.leave_dose_out(&left_out).unwrap();
}

#[test]
fn every_kind_of_entry_can_be_put_back_also_after_another_start() {
    let (place, mut app) = Place::begun();
    write_all(&mut app);
    let before = place.record();
    for number in 1..=6 {
        place.pass(60);
        app.take_out(&key(number)).unwrap();
    }
    assert!(place.record().facts().is_empty());
    app.lock();
    place.pass(29 * DAY);
    let mut app = place.again();
    assert_eq!(
        whats(&mut app),
        [
            "Medicine, Sun 1 Mar 2026",
            "Medicine, Fri 20 Feb 2026",
            "Flicker, Mon 2 Mar 2026",
            "Sleep, Mon 2 Mar 2026",
            "Event, Sun 1 Mar 2026",
            "Note, Mon 2 Mar 2026",
        ]
    );
    let view = removed(&mut app);
    let note = view.entries.last().unwrap();
    assert_eq!(note.words.as_deref(), Some("a heron by the canal"));
    assert_eq!(
        note.when,
        "Taken out on 2 Mar 2026. It is gone for good after 1 Apr 2026."
    );
    for entry in view.entries.iter().rev() {
        app.put_back_removed(&entry.key).unwrap();
        assert_eq!(removed(&mut app).done.as_deref(), Some("It is back."));
    }
    assert_eq!(place.record().facts(), before.facts());
    assert!(removed(&mut app).entries.is_empty());
}

#[test]
fn after_thirty_days_it_is_gone_at_the_next_start_and_not_before() {
    let (place, mut app) = Place::begun();
    write_all(&mut app);
    app.take_out(&key(1)).unwrap();
    place.pass(10 * DAY);
    app.take_out(&key(2)).unwrap();
    app.lock();
    place.pass(20 * DAY);
    let mut app = place.again();
    assert_eq!(whats(&mut app).len(), 2, "thirty days are thirty days");
    app.lock();
    place.pass(1);
    let mut app = place.again();
    assert_eq!(whats(&mut app), ["Event, Sun 1 Mar 2026"]);
    app.put_back_removed(&key(1)).unwrap();
    assert_eq!(
        place.record().facts().len(),
        4,
        "what is gone does not come back"
    );
    app.lock();
    // A clock that was set back ends nothing.
    place.pass(-400 * DAY);
    assert_eq!(whats(&mut place.again()).len(), 1);
}

#[test]
fn what_was_written_anew_is_kept_beside_for_thirty_days() {
    let (place, mut app) = Place::begun();
    app.note(&key(1), "a heron", None).unwrap();
    app.note(&key(1), "a heron", None).unwrap();
    assert!(
        whats(&mut app).is_empty(),
        "the same form twice is one form"
    );
    app.note(&key(1), "an egret", None).unwrap();
    let view = removed(&mut app);
    assert_eq!(view.entries.len(), 1);
    assert_eq!(view.entries[0].words.as_deref(), Some("a heron"));
    assert_eq!(place.record().facts().len(), 1);
    app.put_back_removed(&view.entries[0].key).unwrap();
    assert_eq!(place.record().facts().len(), 2);
    app.look_for("a").unwrap();
    assert_eq!(app.search().unwrap().notes.len(), 2);
}

#[test]
fn a_person_can_end_it_at_once_one_or_all_and_nothing_else() {
    let (place, mut app) = Place::begun();
    write_all(&mut app);
    app.end_removed(&key(1)).unwrap();
    assert_eq!(
        place.record().facts().len(),
        6,
        "only what was taken out has an end here"
    );
    app.take_out(&key(1)).unwrap();
    app.take_out(&key(2)).unwrap();
    app.end_removed(&key(1)).unwrap();
    let done = "It is gone for good. A copy that you keep elsewhere may still hold it.";
    assert_eq!(removed(&mut app).done.as_deref(), Some(done));
    assert!(
        app.today().unwrap().undo.is_none(),
        "nothing offers to put it back"
    );
    assert_eq!(whats(&mut app), ["Event, Sun 1 Mar 2026"]);
    app.put_back_removed(&key(1)).unwrap();
    app.take_out(&key(3)).unwrap();
    app.end_removed("all").unwrap();
    assert!(removed(&mut app).entries.is_empty());
    assert_eq!(place.record().facts().len(), 3);
    app.end_removed("all").unwrap();
    for id in ["", "x", "file.", "file.zz.1", "file.00.1"] {
        assert!(
            app.end_removed(id).is_err() && app.put_back_removed(id).is_err(),
            "{id}"
        );
    }
    assert_eq!(place.record().facts().len(), 3);
}

#[test]
fn what_one_file_brought_is_one_line_and_comes_back_whole() {
    let (place, mut app) = Place::begun();
    let file = place.data().join("../diary.csv");
    let rows = "day,time,mood\n2026-02-01,10:00,3\n2026-02-02,10:00,4\n2026-02-03,10:00,5\n";
    std::fs::write(&file, rows).unwrap();
    let map = place.data().join("../map.toml");
    std::fs::write(
        &map,
        "time = { column = \"time\", date_column = \"day\", zone = \"Europe/Berlin\" }\n\
         [outcome]\ncolumn = \"mood\"\nscale = { min = 1, max = 7 }\n\
         polarity = \"higher_is_more_feeling\"\n",
    )
    .unwrap();
    let request = app::ImportRequest {
        file,
        map: Some(map),
        ..app::ImportRequest::default()
    };
    app.import(&request).unwrap();
    let n_facts = place.record().facts().len();
    assert!(n_facts > 1);
    let file = app.imports().unwrap().remove(0);
    app.undo_import(&file.name).unwrap();
    let view = removed(&mut app);
    assert_eq!((view.entries.len(), view.files.len()), (0, 1));
    assert_eq!(view.files[0].name, "diary.csv");
    app.put_back_removed(&view.files[0].id).unwrap();
    assert_eq!(place.record().facts().len(), n_facts);
    app.undo_import(&file.name).unwrap();
    let view = removed(&mut app);
    app.end_removed(&view.files[0].id).unwrap();
    assert!(removed(&mut app).files.is_empty() && app.imports().unwrap().is_empty());
}
