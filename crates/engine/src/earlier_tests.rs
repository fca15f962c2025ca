//! A reading kept last month against a file that shows otherwise: one question with both answers, never a silent choice.

use crate::{InputFile, Session};
use protocol::{ImportReport, Mapping, MappingPatch, OpenOptions, Question, ReadingModel};
use text::Language;
use values::Amount;

const HEADINGS: &str = "Compte;Nom;Type;Pièce;Date;Échéance;Solde\n";

fn file(rows: &str) -> String {
    format!("{HEADINGS}{}\n", rows.replace(" / ", "\n"))
}

fn report(text: &str, options: &OpenOptions, language: Language) -> ImportReport {
    let files = vec![InputFile::in_memory("b.csv", text.as_bytes().to_vec())];
    Session::open(files, options, language, &mut |_| {}).unwrap().import_report(language)
}

fn kept(text: &str) -> ReadingModel {
    *report(text, &OpenOptions::default(), Language::En).files[0].reading_model.clone().unwrap()
}

fn with_model(model: &ReadingModel) -> OpenOptions {
    OpenOptions { models: vec![model.clone()], ..OpenOptions::default() }
}

/// The question and its answers as a person reads them, in both languages.
fn asked(before: &str, now: &str) -> Vec<String> {
    let options = with_model(&kept(&file(before)));
    let told = |question: &Question| {
        let answers = question.answers.iter().map(|answer| format!("  {}: {}", answer.text, answer.effect));
        std::iter::once(question.text.clone()).chain(answers).collect::<Vec<_>>()
    };
    let of = |language| report(&file(now), &options, language).questions.iter().flat_map(told).collect::<Vec<_>>();
    [of(Language::Fr), of(Language::En)].concat().iter().map(|line| line.replace(['\u{A0}', '\u{202F}'], " ")).collect()
}

/// Balance and rows set aside under each answer, the one assumed first.
fn figures(before: &str, now: &str) -> Vec<(i64, u32)> {
    let (now, options) = (file(now), with_model(&kept(&file(before))));
    let first = report(&now, &options, Language::En);
    let [question] = first.questions.as_slice() else { panic!("{:?}", first.questions) };
    let figures = |report: &ImportReport| (report.control_totals[0].computed.minor(), report.rows.set_aside);
    let answered = |patch: &MappingPatch| {
        let mapping = &first.files[0].mapping;
        let mapping = Mapping {
            date_order: patch.date_order.unwrap_or(mapping.date_order),
            amount_format: patch.amount_format.clone().unwrap_or_else(|| mapping.amount_format.clone()),
            sign: patch.sign.unwrap_or(mapping.sign),
            ..mapping.clone()
        };
        let mappings = [("b.csv".to_owned(), mapping)].into_iter().collect();
        let report = report(&now, &OpenOptions { mappings, ..options.clone() }, Language::En);
        assert_eq!(report.questions, [], "an answer settles it");
        figures(&report)
    };
    let all: Vec<(i64, u32)> = question.answers.iter().map(|answer| answered(&answer.patch)).collect();
    assert_eq!(all.first(), Some(&figures(&first)), "the first answer is what is assumed meanwhile");
    all
}

const DAY_FIRST: &str = "C1;ALPHA;FA;F1;15/01/2026;14/02/2026;1 200,00 / C2;BETA;FA;F2;03/02/2026;28/03/2026;80,50";

#[test]
fn dates_written_in_another_order_are_asked() {
    let now = "C1;ALPHA;FA;F3;02/25/2026;03/27/2026;100,00 / C2;BETA;FA;F4;03/04/2026;04/03/2026;50,00";
    let lines = asked(DAY_FIRST, now);
    let expected = [
        "La dernière fois, les dates de « Date » étaient lues jour/mois/année ; ce fichier montre mois/jour/année, et il est lu ainsi en attendant. Est-ce juste ?",
        "  mois/jour/année: « 03/04/2026 » se lit 4 mars 2026 ; « 04/03/2026 » se lit 3 avril 2026 ; dates du 25/02/2026 au 03/04/2026 ; aucune échéance avant sa facture.",
        "  jour/mois/année: « 03/04/2026 » se lit 3 avril 2026 ; « 04/03/2026 » se lit 4 mars 2026 ; dates du 04/03/2026 au 03/04/2026 ; échéance avant la facture : 1 ligne ; impossible ainsi : 2 dates.",
        "Last time, the dates in “Date” were read day/month/year; this file shows month/day/year, and is read so meanwhile. Is that right?",
    ];
    assert_eq!(lines[..4], expected);
    assert_eq!(figures(DAY_FIRST, now), [(15_000, 0), (5_000, 1)]);
}

#[test]
fn due_days_that_only_fit_another_order_are_asked() {
    let row = |day: u32| format!("C1;ALPHA;FA;F{day};01/{day:02}/2026;02/{:02}/2026;10,00", day - 3);
    let now = (5..13).map(row).collect::<Vec<_>>().join(" / ");
    let lines = asked(DAY_FIRST, &now);
    assert_eq!(lines.iter().filter(|line| line.starts_with("Last time, the dates in")).count(), 1, "{lines:?}");
    assert!(lines[2].contains("échéance avant la facture : 8 lignes"), "{lines:?}");
    assert_eq!(figures(DAY_FIRST, &now), [(8_000, 0), (8_000, 0)]);
}

#[test]
fn another_decimal_mark_is_asked() {
    let now = "C1;ALPHA;FA;F3;25/02/2026;27/03/2026;1,100.50 / C2;BETA;FA;F4;14/03/2026;13/04/2026;50.00 / C2;BETA;FA;F5;14/03/2026;13/04/2026;30";
    let lines = asked(DAY_FIRST, now);
    let expected = [
        "La dernière fois, les décimales de « Solde » étaient lues après « , » ; dans ce fichier elles suivent « . », et il est lu ainsi en attendant. Est-ce juste ?",
        "  décimales après « . »: Se lisent ainsi : 3 montants, tous.",
        "  décimales après « , »: Se lisent ainsi : 1 montant ; lignes mises de côté : 2 montants.",
        "Last time, decimals in “Solde” were read after “,”; in this file they follow “.”, and it is read so meanwhile. Is that right?",
    ];
    assert_eq!(lines[..4], expected);
    assert_eq!(figures(DAY_FIRST, now), [(118_050, 0), (3_000, 2)]);
}

#[test]
fn credits_told_in_another_way_are_asked() {
    let signed = "C1;ALPHA;FA;F1;15/01/2026;14/02/2026;200,00 / C1;ALPHA;AV;A2;18/02/2026;18/02/2026;-50,00";
    let typed = "C1;ALPHA;FA;F3;15/02/2026;14/03/2026;300,00 / C1;ALPHA;AV;A4;18/03/2026;18/03/2026;40,00";
    let lines = asked(signed, typed);
    let expected = [
        "La dernière fois, le signe de « Solde » disait les avoirs et les règlements ; ce fichier les écrit sans signe et les nomme dans « Type », il est lu ainsi en attendant. Est-ce juste ?",
        "  par le type, dans « Type »: Les avoirs et les règlements viennent en moins.",
        "  par le signe de « Solde »: Rien n’est sous zéro, tout s’ajoute au solde.",
    ];
    assert_eq!(lines[..3], expected);
    assert_eq!(figures(signed, typed), [(26_000, 0), (34_000, 0)]);
    let lines = asked(typed, signed);
    let expected = [
        "Last time, “Type” told credit notes and payments; this file has amounts below zero in “Solde”, and their sign counts meanwhile. Is that right?",
        "  by the sign of “Solde”: 1 amount below zero deducted from the balance.",
        "  by the type, in “Type”: Credit notes and payments change sign, even below zero (1 amount below zero).",
    ];
    assert_eq!(lines[3..], expected);
    assert_eq!(figures(typed, signed), [(15_000, 0), (25_000, 0)]);
}

#[test]
fn what_the_file_leaves_open_is_read_as_before_without_a_question() {
    let open = "C1;ALPHA;FA;F3;02/03/2026;02/03/2026;100 / C2;BETA;FA;F4;03/04/2026;03/04/2026;50";
    assert_eq!(asked(DAY_FIRST, open), [""; 0]);
    assert_eq!(asked(DAY_FIRST, DAY_FIRST), [""; 0]);
    // A file without credit notes says nothing of their sign.
    let typed = "C1;ALPHA;FA;F3;15/02/2026;14/03/2026;300,00 / C1;ALPHA;AV;A4;18/03/2026;18/03/2026;40,00";
    assert_eq!(asked(typed, DAY_FIRST), [""; 0]);
    let month_first = "C1;ALPHA;FA;F3;02/25/2026;03/27/2026;100,00";
    assert_eq!(asked(month_first, open), [""; 0]);
    let report = report(&file(open), &with_model(&kept(&file(month_first))), Language::En);
    assert_eq!(report.files[0].mapping.date_order, protocol::DateOrder::Mdy);
}

#[test]
fn an_aged_balance_is_of_its_own_day_and_not_of_last_months() {
    let aged = |day: &str| {
        format!(
            "Balance âgée au {day};;;\nClient;Non échu;1-30 jours;> 30 jours;Total\nALPHA;10,00;20,00;;30,00\nBETA;5,00;;;5,00\n"
        )
    };
    let model = kept(&aged("30/06/2026"));
    let july = report(&aged("31/07/2026"), &with_model(&model), Language::En);
    assert!(july.files[0].model.is_some());
    assert_eq!(july.files[0].mapping.aged_as_of.map(|day| day.to_string()), Some("2026-07-31".to_owned()));
    assert_eq!(july.control_totals[0].computed, Amount::from_minor(3_500));
}

#[test]
fn dates_swapped_back_last_month_are_left_as_they_stand_where_none_is_swapped() {
    let mut model = kept(&file(DAY_FIRST));
    model.mapping.swapped_dates = Some(vec![4]);
    let now = "C1;ALPHA;FA;F3;25/02/2026;27/03/2026;100,00 / C2;BETA;FA;F4;14/03/2026;13/04/2026;50,00";
    let report = report(&file(now), &with_model(&model), Language::En);
    assert!(report.files[0].model.is_some(), "the kept reading is used");
    assert_eq!(report.files[0].mapping.swapped_dates, None);
    assert_eq!(report.control_totals[0].computed, Amount::from_minor(15_000));
}
