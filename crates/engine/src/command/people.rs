//! The answers of the command line as people read them: aligned tables, amounts in the chosen language.

use super::columns::{Side, printable, table};
use crate::json;
use protocol::{
    AgedBalance, AgedCurrency, AgedRow, Basis, Channel, Draft, DueDay, DueInstalment, ImportReport, Inspection,
    MatchEntry, Matches, Metrics, OpenItemsPage, Plan, Question, Segments, SegmentsOfCurrency, Series,
    SeriesOfCurrency,
};
use protocol::{InvoiceFiles, InvoiceRef};
use std::collections::BTreeMap;
use text::Language;
use values::{Currency, Day};

/// A column of texts.
pub fn left(heading: &str) -> (String, Side) {
    (heading.to_owned(), Side::Left)
}

/// A column of figures.
pub fn right(heading: &str) -> (String, Side) {
    (heading.to_owned(), Side::Right)
}

fn day_or_blank(day: Option<Day>, language: Language) -> String {
    day.map(|day| language.day(day)).unwrap_or_default()
}

/// What each file is and how it would be read.
pub fn inspections(inspections: &[Inspection], language: Language) -> String {
    inspections.iter().map(|inspection| inspection_text(inspection, language)).collect::<Vec<_>>().join("\n")
}

fn inspection_text(inspection: &Inspection, language: Language) -> String {
    let format = json::inline(&inspection.format);
    let mut facts = vec![format.trim_matches('"').to_owned()];
    facts.extend(inspection.encoding.clone());
    facts.extend(inspection.delimiter.as_ref().map(|delimiter| format!("{delimiter:?}")));
    facts.extend(inspection.sheets.iter().cloned());
    let mut text = language.labelled(&inspection.name, &facts.join(", ")) + "\n";
    let Some(best) = inspection.candidates.first() else {
        return text + language.cli_nothing_recognised() + "\n";
    };
    for sentence in &best.evidence {
        text.push_str(&format!("  {sentence}\n"));
    }
    let headings = [
        left(language.cli_field()),
        right(language.cli_column()),
        left(language.cli_heading()),
        right(language.cli_confidence()),
        left(language.cli_samples()),
    ];
    let rows: Vec<Vec<String>> = best
        .mapping
        .columns
        .iter()
        .map(|column| {
            let number = (column.column + 1).to_string();
            vec![
                column.key.clone(),
                number,
                column.header.clone(),
                column.confidence.to_string(),
                column.samples.join(" | "),
            ]
        })
        .collect();
    text.push_str(&table(&headings, &rows));
    text + &questions(&inspection.questions, language)
}

/// Each question with its samples, its answers and their effects, and how to give them.
fn questions(questions: &[Question], language: Language) -> String {
    let mut text = String::new();
    for question in questions {
        text.push_str(&(language.labelled(language.cli_question(), &question.text) + "\n"));
        if !question.samples.is_empty() {
            text.push_str(&format!("  {}\n", question.samples.join(" | ")));
        }
        for answer in &question.answers {
            text.push_str(&format!("  - {}. {}\n", answer.text, answer.effect));
            let patch = json::inline(&answer.patch);
            text.push_str(&format!("    {}\n", language.cli_how_to_answer(&patch)));
        }
    }
    text
}

/// What was read, row by row accounted for.
pub fn import(report: &ImportReport, language: Language) -> String {
    let mut text = String::new();
    for file in &report.files {
        let rows = file.rows;
        let equation =
            language.row_equation(rows.read, rows.imported, rows.set_aside, rows.blank, rows.headings, rows.totals);
        text.push_str(&(language.labelled(&file.name, &equation) + "\n"));
    }
    let count = |count: u32| language.number(count.into());
    let period = match (report.first_day, report.last_day) {
        (Some(first), Some(last)) => format!("{} – {}", language.day(first), language.day(last)),
        _ => language.cli_unknown().to_owned(),
    };
    for (name, value) in [
        (language.cli_entries(), count(report.entries)),
        (language.cli_customers(), count(report.customers)),
        (language.cli_period(), period),
    ] {
        text.push_str(&(language.labelled(name, &value) + "\n"));
    }
    for total in &report.control_totals {
        let computed = language.money(total.computed, total.currency);
        let computed = format!("{computed} ({})", language.cli_computed());
        text.push_str(&language.labelled(language.cli_total(), &computed));
        if let Some(stated) = total.stated {
            text.push_str(&format!(", {} ({})", language.money(stated, total.currency), language.cli_stated()));
        }
        text.push('\n');
        if let Some(ledger) = total.ledger {
            let compared = language.cli_books_compared(ledger, total.computed - ledger, total.currency);
            text.push_str(&(language.labelled(language.cli_books(), &compared) + "\n"));
        }
    }
    for (file, total) in report.stated_totals().filter_map(|(file, total)| Some((file?, total))) {
        let sentence = language.control_total(total.stated, total.computed, total.ok, total.currency);
        let name = language.place_in_file(&file.name, file.mapping.sheet.as_deref(), None, None);
        text.push_str(&(language.labelled(&name, &sentence) + "\n"));
    }
    text.push_str(&questions(&report.questions, language));
    // What needs a person comes first; the accounts of a whole ledger that are no customers' would bury it.
    let (others, rows): (Vec<_>, Vec<_>) =
        report.set_aside.iter().partition(|diagnostic| diagnostic.code == "not-customer-account");
    let told = rows.into_iter().chain(&report.diagnostics).chain(others.iter().copied().take(OTHERS_SHOWN));
    for diagnostic in told {
        text.push_str(&format!("- {}\n", diagnostic.text));
    }
    let left = others.len().saturating_sub(OTHERS_SHOWN);
    if left > 0 {
        text.push_str(&format!("- {}\n", language.cli_further_accounts(left as u64)));
    }
    text
}

/// So many kinds of accounts that are no customers' are shown to people one by one.
const OTHERS_SHOWN: usize = 3;

/// The aged balance of every currency.
pub fn aged_balance(balance: &AgedBalance, language: Language) -> String {
    let currencies = balance.currencies.iter().map(|currency| aged_currency(balance, currency, language));
    let remarks = balance.doubts.iter().chain(&balance.remarks).map(|remark| format!("{remark}\n"));
    currencies.chain(remarks).collect::<Vec<_>>().join("\n")
}

fn aged_currency(balance: &AgedBalance, of: &AgedCurrency, language: Language) -> String {
    let mut headings = vec![left(language.cli_customer()), left(language.cli_name())];
    if balance.basis == Basis::DueDate {
        headings.push(right(language.cli_not_due()));
    }
    headings.extend(bucket_names(balance, language).iter().map(|name| right(name)));
    headings.extend([
        right(language.cli_no_due_date()),
        right(language.cli_unallocated()),
        right(&format!("{} {}", language.cli_balance(), of.currency)),
    ]);
    let figures = |row: &AgedRow, customer: &str| {
        let mut cells = vec![customer.to_owned(), row.name.clone()];
        let not_due = (balance.basis == Basis::DueDate).then_some(row.not_due);
        let amounts = not_due.into_iter().chain(row.buckets.iter().copied());
        let amounts = amounts.chain([row.no_due_date, row.unallocated, row.balance]);
        cells.extend(amounts.map(|amount| language.amount(amount, of.currency)));
        cells
    };
    let mut rows: Vec<Vec<String>> = of.customers.iter().map(|row| figures(row, &row.customer)).collect();
    rows.push(figures(&of.total, language.cli_total()));
    let groups = of.groups.iter().flatten().map(|row| figures(row, &row.customer)).collect::<Vec<_>>();
    let control = language.control_line(
        &language.money(of.control.ledger_balance, of.currency),
        &language.money(of.control.difference, of.currency),
        of.control.ok,
    );
    let mut text = table(&headings, &rows);
    if !groups.is_empty() {
        text += "\n";
        text += &table(&headings, &groups);
    }
    text = text + &control + "\n";
    if of.control.tolerated_items > 0 {
        text = text + &language.tolerated(of.control.tolerated_items, of.control.tolerated, of.currency) + "\n";
    }
    match of.control.open_questions {
        0 => text,
        open => text + &language.figures_provisional(open) + "\n",
    }
}

fn bucket_names(balance: &AgedBalance, language: Language) -> Vec<String> {
    let first = match balance.basis {
        Basis::DueDate => 1,
        Basis::InvoiceDate => 0,
    };
    buckets_between(first, &balance.limits, language)
}

fn buckets_between(first: u32, limits: &[u32], language: Language) -> Vec<String> {
    let starts = std::iter::once(first).chain(limits.iter().map(|limit| limit + 1));
    let ends = limits.iter().copied().map(Some).chain([None]);
    starts.zip(ends).map(|(from, to)| language.bucket_name(from, to)).collect()
}

/// The open items.
pub fn open_items(page: &OpenItemsPage, language: Language) -> String {
    let headings = [
        left(language.cli_customer()),
        left(language.cli_document()),
        left(language.cli_kind()),
        left(language.cli_invoice_day()),
        left(language.cli_due_day()),
        right(language.cli_days_late()),
        right(language.cli_residual()),
        left(language.cli_currency()),
        right(language.cli_row()),
    ];
    let rows: Vec<Vec<String>> = page
        .items
        .iter()
        .map(|item| {
            let late = if item.due_day.is_some() { language.number(item.days_late.into()) } else { String::new() };
            vec![
                item.customer.clone(),
                item.document.clone(),
                item.kind.clone(),
                language.day(item.invoice_day),
                day_or_blank(item.due_day, language),
                late,
                language.amount(item.residual, item.currency),
                item.currency.to_string(),
                item.source.row.to_string(),
            ]
        })
        .collect();
    table(&headings, &rows)
}

/// The key figures, one block per currency.
pub fn metrics(metrics: &[Metrics], language: Language) -> String {
    metrics.iter().map(|of| metrics_text(of, language)).collect::<Vec<_>>().join("\n")
}

fn metrics_text(of: &Metrics, language: Language) -> String {
    let money = |amount| language.money(amount, of.currency);
    let days = |days: Option<f64>| {
        days.map_or_else(|| language.cli_unknown().to_owned(), |days| language.days_figure(ten_thousandths(days)))
    };
    let percent = |share: Option<f64>| {
        share.map_or_else(|| language.cli_unknown().to_owned(), |share| language.percent(ten_thousandths(share)))
    };
    let overdue = format!("{} ({})", money(of.overdue), language.percent(ten_thousandths(of.overdue_share)));
    let lines = [
        (language.cli_outstanding(), money(of.outstanding)),
        (language.cli_overdue(), overdue),
        (language.cli_over_90(), money(of.over90)),
        (language.cli_not_due(), money(of.not_due)),
        (language.cli_credits(), money(of.credits)),
        (language.cli_disputed(), money(of.disputed)),
        (language.cli_customers(), language.number(of.customers.into())),
        (language.cli_items(), language.number(of.items.into())),
        (language.cli_sales(), of.sales.map_or_else(|| language.cli_unknown().to_owned(), money)),
        (language.cli_dso_simple(), days(of.dso.simple)),
        (language.cli_dso_count_back(), days(of.dso.count_back)),
        (language.cli_dso_sales_weighted(), days(of.dso.sales_weighted)),
        (language.cli_dso_best(), days(of.dso.best_possible)),
        (language.cli_days_delinquent(), days(of.dso.average_days_delinquent)),
        (language.cli_collection_effectiveness(), percent(of.collection_effectiveness)),
        (language.cli_overdue_age(), days(of.overdue_age)),
        (language.cli_mean_days_late(), days(of.days_late.mean)),
        (language.cli_mean_days_to_pay(), days(of.days_to_pay.mean)),
    ];
    let rows: Vec<Vec<String>> = lines.into_iter().map(|(name, value)| vec![name.to_owned(), value]).collect();
    let figures = table(&[left(&of.currency.to_string()), right(&language.day(of.as_of))], &rows);
    let said: String = of.explanations.iter().map(|explanation| format!("- {}\n", explanation.text)).collect();
    format!("{figures}\n{}\n{said}", language.cli_how_computed())
}

/// Customers by segment, highest score first.
pub fn segments(segments: &Segments, language: Language) -> String {
    segments.currencies.iter().map(|of| segments_text(of, language)).collect::<Vec<_>>().join("\n")
}

fn segments_text(of: &SegmentsOfCurrency, language: Language) -> String {
    let money = |amount| language.amount(amount, of.currency);
    let headings = [
        left(language.cli_segment()),
        right(language.cli_customers()),
        right(&format!("{} {}", language.cli_balance(), of.currency)),
        right(language.cli_overdue()),
    ];
    let totals = of.segments.iter().map(|one| {
        vec![one.name.clone(), language.number(one.customers.into()), money(one.balance), money(one.overdue)]
    });
    let totals = table(&headings, &totals.collect::<Vec<_>>());
    let headings = [
        left(language.cli_customer()),
        left(language.cli_name()),
        left(language.cli_segment()),
        right(language.cli_risk()),
        left(language.cli_payer_class()),
        left(language.cli_reason()),
        left(language.cli_watched()),
    ];
    let rows = of.customers.iter().map(|one| {
        let class = one.payer_class.clone().unwrap_or_else(|| "–".to_owned());
        let (segment, watched) = (language.segment_name(&one.segment), one.watched.join(" · "));
        vec![one.customer.clone(), one.name.clone(), segment, one.score.to_string(), class, one.reason.clone(), watched]
    });
    let mut text = totals + "\n" + &table(&headings, &rows.collect::<Vec<_>>());
    for (name, moved) in
        [(language.cli_watch_added(), &of.watch_added), (language.cli_watch_removed(), &of.watch_removed)]
    {
        if !moved.is_empty() {
            text = text + name + " " + &moved.join(", ") + "\n";
        }
    }
    text
}

/// What could clear what, surest first.
pub fn matches(matches: &Matches, language: Language) -> String {
    if matches.proposals.is_empty() {
        return format!("{}\n", language.no_match());
    }
    let headings = [
        right(language.cli_score()),
        left(language.cli_customer()),
        left(language.cli_debits()),
        left(language.cli_credits_named()),
        right(language.cli_cleared()),
        left(language.cli_reason()),
    ];
    let documents = |entries: &[MatchEntry]| {
        let named = entries
            .iter()
            .map(|entry| if entry.document.is_empty() { language.day(entry.day) } else { entry.document.clone() });
        named.collect::<Vec<_>>().join(", ")
    };
    let rows = matches.proposals.iter().map(|one| {
        let cleared = language.money(one.cleared, one.currency);
        let (debits, credits) = (documents(&one.debits), documents(&one.credits));
        vec![one.score.to_string(), one.customer.clone(), debits, credits, cleared, one.text.clone()]
    });
    let table = table(&headings, &rows.collect::<Vec<_>>());
    match matches.given_up.as_slice() {
        [] => table,
        given_up => format!("{table}{}\n", language.matches_given_up(&given_up.join(", "))),
    }
}

/// Month after month, then how debits move from one age to the next.
pub fn series(series: &Series, language: Language) -> String {
    series.currencies.iter().map(|of| series_text(series, of, language)).collect::<Vec<_>>().join("\n")
}

fn series_text(series: &Series, of: &SeriesOfCurrency, language: Language) -> String {
    let buckets = buckets_between(1, &series.limits, language);
    let amount = |amount| language.amount(amount, of.currency);
    let unknown = || language.cli_unknown().to_owned();
    let mut headings = vec![left(language.cli_day()), right(language.cli_not_due())];
    headings.extend(buckets.iter().map(|name| right(name)));
    headings.extend([
        right(language.cli_no_due_date()),
        right(language.cli_unallocated()),
        right(&format!("{} {}", language.cli_balance(), of.currency)),
        right(language.cli_overdue()),
        right(language.cli_dso_simple()),
    ]);
    let points = of.points.iter().map(|point| {
        let mut cells = vec![language.day(point.day), amount(point.not_due)];
        cells.extend(
            point
                .buckets
                .iter()
                .chain([&point.no_due_date, &point.unallocated, &point.outstanding])
                .map(|one| amount(*one)),
        );
        cells.push(point.overdue_share.map_or_else(unknown, |share| language.percent(ten_thousandths(share))));
        cells.push(point.dso.map_or_else(unknown, |days| language.days_figure(ten_thousandths(days))));
        cells
    });
    let points = table(&headings, &points.collect::<Vec<_>>());
    let ages = || std::iter::once(language.cli_not_due().to_owned()).chain(buckets.iter().cloned());
    let mut headings = vec![left(language.cli_from_age())];
    headings.extend(ages().map(|age| right(&age)));
    headings.extend([right(language.cli_cleared()), right(language.cli_rolled())]);
    let rows = of.migration.iter().zip(ages()).map(|(row, age)| {
        let mut cells = vec![age];
        cells.extend(row.to.iter().chain([&row.cleared]).map(|one| amount(*one)));
        cells.push(row.roll_rate.map_or_else(String::new, |rate| language.percent(ten_thousandths(rate))));
        cells
    });
    points + "\n" + &table(&headings, &rows.collect::<Vec<_>>())
}

/// A figure of the contract back in ten-thousandths, the unit it was rounded to.
#[allow(clippy::float_arithmetic, reason = "a ratio for display, never an amount")]
pub fn ten_thousandths(figure: f64) -> i64 {
    (figure * 10_000.0).round() as i64
}

/// The contacts, then a count of those left alone by reason, then the cost.
pub fn plan(plan: &Plan, language: Language) -> String {
    let headings = [
        left(language.cli_day()),
        left(language.cli_customer()),
        left(language.cli_name()),
        left(language.cli_step()),
        left(language.cli_channel()),
        right(language.cli_items()),
        right(language.cli_amount()),
        left(language.cli_currency()),
    ];
    let rows: Vec<Vec<String>> = plan
        .actions
        .iter()
        .map(|action| {
            vec![
                language.day(action.day),
                action.customer.clone(),
                action.name.clone(),
                action.step_name.clone(),
                channel_code(action.channel),
                action.items.len().to_string(),
                language.amount(action.amount, action.currency),
                action.currency.to_string(),
            ]
        })
        .collect();
    let mut reasons: BTreeMap<&str, i64> = BTreeMap::new();
    for left_alone in &plan.non_actions {
        *reasons.entry(&left_alone.reason).or_default() += 1;
    }
    let reasons: Vec<Vec<String>> =
        reasons.into_iter().map(|(reason, count)| vec![reason.to_owned(), language.number(count)]).collect();
    let costs: Vec<Vec<String>> = plan
        .cost
        .iter()
        .map(|cost| {
            vec![channel_code(cost.channel), cost.count.to_string(), language.money(cost.amount, Currency::EUR)]
        })
        .collect();
    let count = right(language.cli_count());
    [
        table(&headings, &rows),
        table(&[left(&language.labelled(language.cli_left_alone(), language.cli_reason())), count.clone()], &reasons),
        table(&[left(language.cli_channel()), count, right(language.cli_cost())], &costs),
    ]
    .join("\n")
}

fn channel_code(channel: Channel) -> String {
    json::inline(&channel).trim_matches('"').to_owned()
}

/// The drafts, one after the other.
pub fn drafts(drafts: &[Draft], language: Language) -> String {
    if drafts.is_empty() {
        return language.cli_no_draft().to_owned() + "\n";
    }
    let draft_text = |draft: &Draft| {
        let mut text = format!("=== {} · {} · {}\n", draft.name, channel_code(draft.channel), draft.action);
        if !draft.to.is_empty() {
            text.push_str(&(language.labelled(language.cli_to(), &draft.to.join(", ")) + "\n"));
        }
        for choice in &draft.choices {
            let chosen = format!("{} ({})", choice.chosen, choice.reason);
            text.push_str(&(language.labelled(language.choice_about(&choice.about), &chosen) + "\n"));
        }
        let subject = language.labelled(language.cli_subject(), &draft.subject);
        text.push_str(&format!("{subject}\n\n{}\n", draft.body.trim_end()));
        for diagnostic in &draft.diagnostics {
            text.push_str(&format!("- {}\n", diagnostic.text));
        }
        text
    };
    drafts.iter().map(draft_text).collect::<Vec<_>>().join("\n")
}

/// The files of invoices, then the invoices without one.
pub fn invoices(of: &InvoiceFiles, language: Language) -> String {
    let count = |states: &[&str]| of.files.iter().filter(|file| states.contains(&file.state.as_str())).count();
    let (found, asked) = (count(&["found"]), count(&["ask"]));
    let others = of.files.len() - found - asked;
    let mut text = format!("\n{}\n", language.invoices_counted(found, asked, others, of.missing.len()));
    let named = |invoice: &InvoiceRef| format!("{} ({})", invoice.document, invoice.name);
    for file in &of.files {
        let invoice = file.invoice.as_ref().map(named).unwrap_or_default();
        let may_be = match file.state.as_str() {
            "ask" => file.candidates.iter().map(named).collect::<Vec<_>>().join(", "),
            _ => String::new(),
        };
        let state = format!("{}, {}", language.invoice_state(&file.state), language.megabytes(file.bytes));
        let parts = [file.name.as_str(), &state, &invoice, &file.remark, &may_be];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        text.push_str(&format!("- {}\n", printable(&parts.join(" · ")).replace(['\n', '\t'], " ")));
    }
    for invoice in &of.missing {
        text.push_str(&format!("- {} · {}\n", named(invoice), language.invoice_missing()));
    }
    text
}

/// The due day, then the other readings.
pub fn due_day(due: &DueDay, language: Language) -> String {
    let mut rows = vec![vec![due.form.clone(), language.day(due.due_day)]];
    rows.extend(due.alternatives.iter().map(|other| vec![other.form.clone(), language.day(other.due_day)]));
    let mut text = table(&[left(language.cli_form()), left(language.cli_due_day())], &rows);
    if !due.instalments.is_empty() {
        let headings = [left(language.due_share()), left(language.cli_form()), left(language.cli_due_day())];
        let row = |part: &DueInstalment| {
            let share = part.share_percent.as_deref().map(|share| language.rate(share));
            let share = share.unwrap_or_else(|| language.due_remainder().to_owned());
            vec![share, part.form.clone(), language.day(part.due_day)]
        };
        text.push_str(&format!("\n{}", table(&headings, &due.instalments.iter().map(row).collect::<Vec<_>>())));
    }
    if let Some(discount) = &due.discount {
        let words = language.due_discount_text(&discount.percent, discount.last_day);
        text.push_str(&(language.labelled(language.due_discount(), &words) + "\n"));
    }
    text + &language.labelled(language.due_ceiling(), &due.ceiling.text) + "\n"
}
