//! The log: any mix of edits, undo and redo comes to what its edits come to, and a refusal changes nothing.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use followup::*;
use proptest::prelude::*;
use values::{Amount, Currency, Day};

fn item(document: u8) -> ItemKey {
    ItemKey {
        customer: "A".to_owned(),
        currency: Currency::EUR,
        document: format!("F{document}"),
        day: Day::numbered(20_000),
        amount: Amount::from_minor(100),
        twin: 1,
    }
}

/// Edits of many kinds, some of which are refused.
fn operation(kind: u8, number: u8, amount: i64) -> Operation {
    let day = Day::numbered(20_000 + i32::from(number));
    let target = Target::Customer(format!("C{}", number % 3));
    let covered = vec![Covered { item: item(number), owed: Amount::from_minor(100) }];
    match kind % 7 {
        0 => Operation::Promise(Promise {
            items: covered,
            amount: Amount::from_minor(amount),
            until: day,
            made: Day::numbered(20_005),
            by: Some(Channel::Phone),
            source: String::new(),
        }),
        1 => Operation::Withdraw { promise: u32::from(number % 4), day },
        2 => Operation::Note(Note { target, day, author: String::new(), text: format!("{amount}") }),
        3 => Operation::Advance(Transition {
            target,
            stage: Stage::ALL[usize::from(number) % 5],
            day,
            cost: Amount::ZERO,
            currency: Currency::EUR,
            note: String::new(),
        }),
        4 => Operation::Review(Review { action: format!("a{number}"), day, verdict: Verdict::Snoozed { until: day } }),
        5 => Operation::Set { setting: Setting::Title, value: (amount > 0).then(|| format!("{amount}")) },
        _ => Operation::Together(vec![operation(2, number, amount), operation(number % 6, number, amount)]),
    }
}

proptest! {
    #[test]
    fn undo_and_redo_come_to_the_same_register(
        steps in proptest::collection::vec((0_u8..7, 0_u8..12, -5_i64..120, 0_u8..6), 0..250)
    ) {
        let mut log = Log::default();
        for (kind, number, amount, move_on) in steps {
            match move_on {
                0 => {
                    let before = log.clone();
                    let undone = log.undo().cloned();
                    if undone.is_some() {
                        prop_assert_eq!(log.clone().redo().cloned(), undone);
                        let mut again = log.clone();
                        again.redo();
                        prop_assert_eq!(again, before);
                    }
                }
                1 => drop(log.redo().cloned()),
                _ => {
                    let before = log.clone();
                    if log.edit(operation(kind, number, amount)).is_err() {
                        prop_assert_eq!(&log, &before);
                    }
                }
            }
        }
        let replayed = Log::replay(log.done().to_vec(), log.undone().to_vec()).unwrap();
        prop_assert_eq!(&replayed, &log);
        let json = serde_json::to_string(log.done()).unwrap();
        let read: Vec<Operation> = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(read.as_slice(), log.done());
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), json);
    }
}

#[test]
fn two_hundred_edits_are_taken_back_and_made_again() {
    let mut log = Log::default();
    let note = |number: i32| {
        let (target, day) = (Target::Customer("A".to_owned()), Day::numbered(20_000));
        Operation::Note(Note { target, day, author: String::new(), text: format!("{number}") })
    };
    (0..200).for_each(|number| log.edit(note(number)).unwrap());
    let whole = log.clone();
    for number in (0..200).rev() {
        assert_eq!(log.undo(), Some(&note(number)));
    }
    assert_eq!(log.undo(), None);
    assert_eq!(log.register(), &Register::default());
    while log.redo().is_some() {}
    assert_eq!(log, whole);
}

#[test]
fn a_log_that_an_edit_would_refuse_is_refused_at_its_place() {
    let withdraw = Operation::Withdraw { promise: 1, day: Day::numbered(0) };
    let refusal = Refusal::Unknown { kind: RecordKind::Promise, number: 1 };
    assert_eq!(Log::replay(vec![operation(2, 0, 1), withdraw.clone()], Vec::new()), Err((1, refusal.clone())));
    assert_eq!(Log::replay(vec![operation(2, 0, 1)], vec![withdraw]), Err((1, refusal)));
    let nested = Operation::Together(vec![Operation::Together(Vec::new())]);
    assert_eq!(Log::replay(vec![nested], Vec::new()), Err((0, Refusal::Nested)));
}

#[test]
fn a_field_nobody_knows_is_refused() {
    for json in [
        r#"{"withdraw":{"promise":1,"day":"2026-01-01","why":"x"}}"#,
        r#"{"review":{"action":"a","day":"2026-01-01","verdict":{"snoozed":{"until":"2026-01-02","x":1}}}}"#,
        r#"{"forget":{}}"#,
        r#"{"note":{"target":{"customer":"A"},"day":"2026-02-30","text":"x"}}"#,
    ] {
        assert!(serde_json::from_str::<Operation>(json).is_err(), "{json}");
    }
}
