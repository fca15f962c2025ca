//! How a file is read, as the contract shows it and takes it back.

use intake::{
    AmountFormat, Binding, Candidate, Confidence, DateOrder, DecimalMark, Evidence, Field, HeadingMatch, Layout,
    Mapping, MappingError, Question, SignRule,
};
use protocol::ColumnBinding;
use text::Language;

/// A mapping as the contract shows it.
pub fn view(mapping: &Mapping, sheet: Option<&str>) -> protocol::Mapping {
    let format = mapping.amount_format();
    protocol::Mapping {
        layout: layout(mapping.layout()),
        sheet: sheet.map(str::to_owned),
        header_row: mapping.header_row(),
        columns: mapping.columns().iter().map(column).collect(),
        amount_format: protocol::AmountFormat {
            decimal: match format.decimal() {
                DecimalMark::Comma => protocol::DecimalMark::Comma,
                DecimalMark::Point => protocol::DecimalMark::Point,
            },
            group: format.group().map(String::from).unwrap_or_default(),
        },
        date_order: match mapping.date_order() {
            DateOrder::Dmy => protocol::DateOrder::Dmy,
            DateOrder::Mdy => protocol::DateOrder::Mdy,
            DateOrder::Ymd => protocol::DateOrder::Ymd,
            DateOrder::Serial => protocol::DateOrder::Serial,
        },
        sign: match mapping.sign() {
            SignRule::DebitCredit => protocol::SignRule::DebitCredit,
            SignRule::Signed => protocol::SignRule::Signed,
            SignRule::Type => protocol::SignRule::Type,
            SignRule::SideLetter => protocol::SignRule::SideLetter,
        },
        aged_as_of: mapping.aged_as_of(),
    }
}

/// A mapping a person gave, checked; the error says in words what is wrong.
pub fn from_view(given: &protocol::Mapping) -> Result<Mapping, String> {
    let columns: Result<Vec<Binding>, String> = given.columns.iter().map(binding).collect();
    let mut group = given.amount_format.group.chars();
    let decimal = match given.amount_format.decimal {
        protocol::DecimalMark::Comma => DecimalMark::Comma,
        protocol::DecimalMark::Point => DecimalMark::Point,
    };
    let format = AmountFormat::new(decimal, group.next()).map_err(|error| detail(&error))?;
    if group.next().is_some() {
        return Err(format!("amountFormat.group: \"{}\"", given.amount_format.group));
    }
    let date_order = match given.date_order {
        protocol::DateOrder::Dmy => DateOrder::Dmy,
        protocol::DateOrder::Mdy => DateOrder::Mdy,
        protocol::DateOrder::Ymd => DateOrder::Ymd,
        protocol::DateOrder::Serial => DateOrder::Serial,
    };
    let sign = match given.sign {
        protocol::SignRule::DebitCredit => SignRule::DebitCredit,
        protocol::SignRule::Signed => SignRule::Signed,
        protocol::SignRule::Type => SignRule::Type,
        protocol::SignRule::SideLetter => SignRule::SideLetter,
    };
    let layout = layout_from_view(given.layout);
    Mapping::new(layout, given.header_row, columns?, format, date_order, sign)
        .map(|mapping| mapping.with_aged_as_of(given.aged_as_of))
        .map_err(|error| detail(&error))
}

fn binding(given: &ColumnBinding) -> Result<Binding, String> {
    let field = Field::from_key(&given.key).ok_or_else(|| format!("columns: \"{}\"", given.key))?;
    Ok(Binding {
        field,
        column: given.column,
        header: given.header.clone(),
        confidence: stated(given.confidence),
        samples: given.samples.clone(),
    })
}

/// A confidence as the contract writes it; a person who states none is sure.
#[allow(clippy::float_arithmetic, reason = "a confidence in percent, never an amount")]
fn stated(confidence: f64) -> Confidence {
    let percent = (confidence * 100.0).round();
    if percent > 0.0 { Confidence::percent(percent.min(100.0) as u8) } else { Confidence::percent(100) }
}

fn column(binding: &Binding) -> ColumnBinding {
    ColumnBinding {
        key: binding.field.key().to_owned(),
        column: binding.column,
        header: binding.header.clone(),
        confidence: share(binding.confidence),
        samples: binding.samples.clone(),
        reason: String::new(),
    }
}

/// The same, each column with the reason for its meaning.
pub fn explained(
    mapping: &Mapping,
    sheet: Option<&str>,
    evidence: &[Evidence],
    language: Language,
) -> protocol::Mapping {
    let mut view = view(mapping, sheet);
    for (column, binding) in view.columns.iter_mut().zip(mapping.columns()) {
        let of_column = |one: &&Evidence| matches!(one, Evidence::Heading { field, header, .. } if *field == binding.field && *header == binding.header);
        column.reason = match evidence.iter().find(of_column) {
            Some(Evidence::Heading { matched, content, .. }) => {
                language.reason_found(*matched == HeadingMatch::Exact, *content)
            }
            Some(_) | None => language.reason_chosen().to_owned(),
        };
    }
    view
}

#[allow(clippy::float_arithmetic, reason = "a confidence in percent, never an amount")]
fn share(confidence: Confidence) -> f64 {
    f64::from(confidence.get()) / 100.0
}

/// One way to read a file.
pub fn candidate(candidate: &Candidate, sheet: Option<&str>, language: Language) -> protocol::Candidate {
    protocol::Candidate {
        mapping: explained(&candidate.mapping, sheet, &candidate.evidence, language),
        confidence: share(candidate.confidence),
        evidence: candidate.evidence.iter().map(|evidence| sentence(evidence, language)).collect(),
    }
}

fn sentence(evidence: &Evidence, language: Language) -> String {
    match evidence {
        Evidence::HeaderRow { row, known } => language.read_header_row(*row, *known),
        Evidence::Heading { field, header, content, .. } => language.read_heading(header, field.key(), *content),
        Evidence::LayoutSign { layout, field } => language.read_layout(layout.key(), field.key()),
        Evidence::Amounts { format, numbers, dissent } => {
            language.read_amounts(format.decimal().character(), *numbers, *dissent)
        }
        Evidence::Dates { order, proofs, dissent } => {
            language.read_dates(order_words(*order, language), *proofs, *dissent)
        }
        Evidence::DatesByDueDay { order, pairs } => {
            language.read_dates_by_due_day(order_words(*order, language), *pairs)
        }
        Evidence::CurrencyInHeading { currency, header } => language.read_currency(currency.code(), header),
        Evidence::BucketsIgnored { count } => language.read_buckets_ignored(*count),
        Evidence::WholeLedger { header } => language.read_whole_ledger(header),
        Evidence::AlreadyAged => language.read_already_aged().to_owned(),
    }
}

/// Something only a person can decide; what is assumed meanwhile is the first choice.
pub fn question(question: &Question, language: Language) -> protocol::Question {
    let (text, choices) = match question {
        Question::DateOrder { header, dates, example, assumed } => {
            let other = if *assumed == DateOrder::Mdy { DateOrder::Dmy } else { DateOrder::Mdy };
            let assumed_words = order_words(*assumed, language);
            let text = language.ask_date_order(header, *dates, example, assumed_words);
            (text, vec![assumed_words.to_owned(), order_words(other, language).to_owned()])
        }
        Question::AmountFormat { header, numbers, example, assumed } => {
            let decimal = assumed.decimal();
            let choice = |mark: DecimalMark| language.decimal_mark_choice(mark.character());
            (language.ask_amount_format(header, *numbers, example), vec![choice(decimal), choice(decimal.other())])
        }
        Question::AgedAsOf { days } => {
            let choices = days.iter().map(|day| language.day(*day)).collect();
            (language.ask_aged_as_of(days.first().copied()), choices)
        }
        Question::HalfSwapped { header, true_dates, texts } => {
            let choices = language.half_swapped_choices().map(str::to_owned);
            (language.ask_half_swapped(header, *true_dates, *texts), choices.to_vec())
        }
    };
    protocol::Question { code: question.code().to_owned(), text, choices }
}

fn order_words(order: DateOrder, language: Language) -> &'static str {
    language.date_order(match order {
        DateOrder::Dmy => "dmy",
        DateOrder::Mdy => "mdy",
        DateOrder::Ymd => "ymd",
        DateOrder::Serial => "serial",
    })
}

fn detail(error: &MappingError) -> String {
    match error {
        MappingError::Missing { layout, any_of } => {
            let keys: Vec<&str> = any_of.iter().map(|field| field.key()).collect();
            format!("{}: {}", layout.key(), keys.join(" | "))
        }
        MappingError::SignNeeds { field, .. } => format!("sign: {}", field.key()),
        MappingError::FieldTwice(field) => format!("columns: {} × 2", field.key()),
        MappingError::ColumnTwice(column) => format!("columns: {column} × 2"),
        MappingError::GroupIsDecimal => "amountFormat: group = decimal".to_owned(),
    }
}

/// The layout as the contract names it.
fn layout(layout: Layout) -> protocol::Layout {
    match layout {
        Layout::OpenItems => protocol::Layout::OpenItems,
        Layout::Ledger => protocol::Layout::Ledger,
        Layout::Fec => protocol::Layout::Fec,
        Layout::AgedBalance => protocol::Layout::AgedBalance,
        Layout::InvoiceHistory => protocol::Layout::InvoiceHistory,
        Layout::BankStatement => protocol::Layout::BankStatement,
        Layout::Customers => protocol::Layout::Customers,
        Layout::Payments => protocol::Layout::Payments,
    }
}

fn layout_from_view(layout: protocol::Layout) -> Layout {
    match layout {
        protocol::Layout::OpenItems => Layout::OpenItems,
        protocol::Layout::Ledger => Layout::Ledger,
        protocol::Layout::Fec => Layout::Fec,
        protocol::Layout::AgedBalance => Layout::AgedBalance,
        protocol::Layout::InvoiceHistory => Layout::InvoiceHistory,
        protocol::Layout::BankStatement => Layout::BankStatement,
        protocol::Layout::Customers => Layout::Customers,
        protocol::Layout::Payments => Layout::Payments,
    }
}
