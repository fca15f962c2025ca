//! How a file is read, as the contract shows it and takes it back.

use intake::{
    AmountFormat, Binding, Candidate, Confidence, DateOrder, DecimalMark, Details, Earlier, Evidence, Field,
    HeadingMatch, HiddenRows, Layout, Mapping, MappingError, SignRule,
};
use protocol::ColumnBinding;
use text::Language;
use values::Gather;

/// A mapping as the contract shows it.
pub fn view(mapping: &Mapping, sheet: Option<&str>) -> protocol::Mapping {
    let details = mapping.details();
    protocol::Mapping {
        layout: layout(mapping.layout()),
        sheet: sheet.map(str::to_owned),
        header_row: mapping.header_row(),
        columns: mapping.columns().iter().map(|binding| column(binding, details)).collect(),
        amount_format: amount_format(mapping.amount_format()),
        date_order: date_order(mapping.date_order()),
        sign: sign(mapping.sign()),
        aged_as_of: mapping.aged_as_of(),
        aged_as_of_assumed: !details.aged_days.is_empty(),
        date_order_assumed: details.date_order_assumed,
        amount_format_assumed: details.amount_format_assumed,
        swapped_dates: details.swapped_dates.clone(),
        hidden_rows: details.hidden_rows.map(hidden_rows),
        group_column: mapping.group_column(),
        credit_notes: mapping.sign() == SignRule::CreditNotes,
    }
}

/// How debit and credit are told apart, as the contract names it.
pub fn sign(sign: SignRule) -> protocol::SignRule {
    match sign {
        SignRule::DebitCredit => protocol::SignRule::DebitCredit,
        SignRule::Signed | SignRule::CreditNotes => protocol::SignRule::Signed,
        SignRule::Type => protocol::SignRule::Type,
        SignRule::SideLetter => protocol::SignRule::SideLetter,
    }
}

/// An order of dates as the contract names it.
pub fn date_order(order: DateOrder) -> protocol::DateOrder {
    match order {
        DateOrder::Dmy => protocol::DateOrder::Dmy,
        DateOrder::Mdy => protocol::DateOrder::Mdy,
        DateOrder::Ymd => protocol::DateOrder::Ymd,
        DateOrder::Serial => protocol::DateOrder::Serial,
    }
}

fn date_order_from_view(order: protocol::DateOrder) -> DateOrder {
    match order {
        protocol::DateOrder::Dmy => DateOrder::Dmy,
        protocol::DateOrder::Mdy => DateOrder::Mdy,
        protocol::DateOrder::Ymd => DateOrder::Ymd,
        protocol::DateOrder::Serial => DateOrder::Serial,
    }
}

/// A number format as the contract shows it.
pub fn amount_format(format: AmountFormat) -> protocol::AmountFormat {
    let group = format.group().map(String::from).unwrap_or_default();
    protocol::AmountFormat { decimal: decimal_mark(format.decimal()), group }
}

fn decimal_mark(mark: DecimalMark) -> protocol::DecimalMark {
    match mark {
        DecimalMark::Comma => protocol::DecimalMark::Comma,
        DecimalMark::Point => protocol::DecimalMark::Point,
    }
}

fn decimal_mark_from_view(mark: protocol::DecimalMark) -> DecimalMark {
    match mark {
        protocol::DecimalMark::Comma => DecimalMark::Comma,
        protocol::DecimalMark::Point => DecimalMark::Point,
    }
}

/// What becomes of hidden rows, as the contract names it.
pub fn hidden_rows(hidden: HiddenRows) -> protocol::HiddenRows {
    match hidden {
        HiddenRows::Count => protocol::HiddenRows::Count,
        HiddenRows::Skip => protocol::HiddenRows::Skip,
    }
}

/// What holds for single columns, and what a person has answered.
fn details_from_view(given: &protocol::Mapping) -> Details {
    let columns = || given.columns.iter();
    let orders = columns().filter_map(|column| Some((column.column, date_order_from_view(column.date_order?))));
    let marks = columns().filter_map(|column| Some((column.column, decimal_mark_from_view(column.decimal?))));
    Details {
        date_orders: orders.gather(),
        decimal_marks: marks.gather(),
        date_order_assumed: given.date_order_assumed,
        amount_format_assumed: given.amount_format_assumed,
        swapped_dates: given.swapped_dates.clone(),
        aged_days: given.aged_as_of.filter(|_| given.aged_as_of_assumed).into_iter().gather(),
        hidden_rows: given.hidden_rows.map(|hidden| match hidden {
            protocol::HiddenRows::Count => HiddenRows::Count,
            protocol::HiddenRows::Skip => HiddenRows::Skip,
        }),
        earlier: Earlier::default(),
    }
}

/// Why a mapping a person gave cannot apply.
pub enum Unfit {
    /// It lacks a column, any of these fields.
    Lacks(Vec<&'static str>),
    /// Something else, in the words of the contract.
    Other(String),
}

impl Unfit {
    /// What is wrong, in words.
    pub fn detail(&self, language: Language) -> String {
        match self {
            Unfit::Lacks(keys) => language.mapping_lacks(keys),
            Unfit::Other(detail) => detail.clone(),
        }
    }
}

/// A mapping a person gave, checked.
pub fn from_view(given: &protocol::Mapping) -> Result<Mapping, Unfit> {
    let columns: Result<Vec<Binding>, Unfit> = given.columns.iter().map(binding).collect();
    let mut group = given.amount_format.group.chars();
    let decimal = decimal_mark_from_view(given.amount_format.decimal);
    let format = AmountFormat::new(decimal, group.next()).map_err(|error| detail(&error))?;
    if group.next().is_some() {
        return Err(Unfit::Other(format!("amountFormat.group: \"{}\"", given.amount_format.group)));
    }
    let date_order = date_order_from_view(given.date_order);
    let sign = match given.sign {
        protocol::SignRule::Signed if given.credit_notes => SignRule::CreditNotes,
        protocol::SignRule::DebitCredit => SignRule::DebitCredit,
        protocol::SignRule::Signed => SignRule::Signed,
        protocol::SignRule::Type => SignRule::Type,
        protocol::SignRule::SideLetter => SignRule::SideLetter,
    };
    let layout = layout_from_view(given.layout);
    let group = given.group_column;
    let mapping = Mapping::grouped(layout, given.header_row, columns?, format, date_order, sign, group);
    let mapping = mapping.map_err(|error| detail(&error))?.with_details(details_from_view(given));
    Ok(mapping.with_aged_as_of(given.aged_as_of))
}

fn binding(given: &ColumnBinding) -> Result<Binding, Unfit> {
    let field = Field::from_key(&given.key).ok_or_else(|| Unfit::Other(format!("columns: \"{}\"", given.key)))?;
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

fn column(binding: &Binding, details: &Details) -> ColumnBinding {
    ColumnBinding {
        key: binding.field.key().to_owned(),
        column: binding.column,
        header: binding.header.clone(),
        confidence: share(binding.confidence),
        samples: binding.samples.clone(),
        reason: String::new(),
        date_order: details.date_orders.get(&binding.column).copied().map(date_order),
        decimal: details.decimal_marks.get(&binding.column).copied().map(decimal_mark),
    }
}

/// The same, each column with the reason for its meaning and its samples, from what is found in the first rows.
pub fn explained(
    mapping: &Mapping,
    sheet: Option<&str>,
    found: Option<&Candidate>,
    language: Language,
) -> protocol::Mapping {
    let mut view = view(mapping, sheet);
    let evidence = found.map_or(&[][..], |found| found.evidence.as_slice());
    let seen = |column: u16| found?.mapping.columns().iter().find(|binding| binding.column == column);
    for (column, binding) in view.columns.iter_mut().zip(mapping.columns()) {
        if let Some(seen) = seen(binding.column) {
            column.samples.clone_from(&seen.samples);
        }
        let of_column = |one: &&Evidence| matches!(one, Evidence::Heading { field, header, .. } if *field == binding.field && *header == binding.header);
        column.reason = match evidence.iter().find(of_column) {
            Some(Evidence::Heading { matched, .. }) if column.samples.is_empty() => {
                language.reason_empty(*matched == HeadingMatch::Exact).to_owned()
            }
            Some(Evidence::Heading { matched, content, .. }) => {
                language.reason_found(*matched == HeadingMatch::Exact, *content)
            }
            _ if seen(binding.column).is_some_and(|seen| seen.field == binding.field) => {
                language.reason_told(binding.field == Field::Bucket).to_owned()
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
        mapping: explained(&candidate.mapping, sheet, Some(candidate), language),
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
        Evidence::ColumnAmounts { header, decimal } => language.read_column_amounts(header, decimal.character()),
        Evidence::ColumnDates { header, order, proofs } => {
            language.read_column_dates(header, order_words(*order, language), *proofs)
        }
        Evidence::DatesByNeighbour { header, order, neighbour } => {
            language.read_dates_by_neighbour(header, order_words(*order, language), neighbour)
        }
        Evidence::CurrencyInHeading { currency, header } => language.read_currency(currency.code(), header),
        Evidence::BucketsIgnored { count } => language.read_buckets_ignored(*count),
        Evidence::WholeLedger { header } => language.read_whole_ledger(header),
        Evidence::AlreadyAged => language.read_already_aged().to_owned(),
        Evidence::WithoutAges => language.read_without_ages().to_owned(),
    }
}

/// An order of dates in words.
pub fn order_words(order: DateOrder, language: Language) -> &'static str {
    language.date_order(order.key())
}

fn detail(error: &MappingError) -> Unfit {
    Unfit::Other(match error {
        MappingError::Missing { any_of, .. } => {
            return Unfit::Lacks(any_of.iter().map(|field| field.key()).collect());
        }
        MappingError::SignNeeds { field, .. } => format!("sign: {}", field.key()),
        MappingError::FieldTwice(field) => format!("columns: {} × 2", field.key()),
        MappingError::ColumnTwice(column) => format!("columns: {column} × 2"),
        MappingError::GroupIsDecimal => "amountFormat: group = decimal".to_owned(),
    })
}

/// The layout as the contract names it.
fn layout(layout: Layout) -> protocol::Layout {
    match layout {
        Layout::OpenItems => protocol::Layout::OpenItems,
        Layout::Ledger => protocol::Layout::Ledger,
        Layout::Fec => protocol::Layout::Fec,
        Layout::AgedBalance => protocol::Layout::AgedBalance,
        Layout::InvoiceHistory => protocol::Layout::InvoiceHistory,
        Layout::BankStatement | Layout::Payments => protocol::Layout::BankStatement,
        Layout::Customers => protocol::Layout::Customers,
    }
}

fn layout_from_view(layout: protocol::Layout) -> Layout {
    match layout {
        protocol::Layout::OpenItems => Layout::OpenItems,
        protocol::Layout::Ledger => Layout::Ledger,
        protocol::Layout::Fec => Layout::Fec,
        protocol::Layout::AgedBalance => Layout::AgedBalance,
        protocol::Layout::InvoiceHistory => Layout::InvoiceHistory,
        // Only a statement that names customers can be read.
        protocol::Layout::BankStatement => Layout::Payments,
        protocol::Layout::Customers => Layout::Customers,
    }
}
