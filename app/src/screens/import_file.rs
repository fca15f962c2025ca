//! One file as it was read: what it is, how its dates, amounts and signs were taken, what each column means.

use crate::components::footer::equation;
use crate::session::use_text;
use crate::work::PROBABLE;
use leptos::prelude::*;
use protocol::{ColumnBinding, DateOrder, DecimalMark, Format, ImportedFile, Layout, Mapping, SignRule};
use text::Language;

/// From this confidence on, a column is sure.
const SURE: f64 = 0.9;

/// The card of a file.
#[component]
pub fn FileCard(
    /// The file.
    file: ImportedFile,
    /// Whether it is alone: its rows are then those of the report.
    one_file: bool,
) -> impl IntoView {
    let text = use_text();
    let mapping = file.mapping;
    let written = written_as(text, file.encoding, file.delimiter);
    let mut facts = facts(text, file.format, &mapping);
    facts.extend(written.map(|written| (text.fact_encoding(), written)));
    view! {
        <article class="card file-card">
            <h3><bdi>{file.name.clone()}</bdi></h3>
            {(!one_file).then(|| view! { <p class="equation">{equation(text, file.rows)}</p> })}
            <dl class="facts">
                {facts
                    .into_iter()
                    .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
                    .collect_view()}
                {(!file.sha256.is_empty())
                    .then(|| {
                        view! {
                            <div class="fingerprint">
                                <dt>"SHA-256"</dt>
                                <dd><code>{file.sha256.clone()}</code></dd>
                            </div>
                        }
                    })}
            </dl>
            <Columns columns=mapping.columns/>
        </article>
    }
}

/// What each column was taken for.
#[component]
fn Columns(
    /// The columns that mean something.
    columns: Vec<ColumnBinding>,
) -> impl IntoView {
    let text = use_text();
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=text.title_columns()>
            <table class="rows columns">
                <caption>{text.title_columns()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text.column_meaning()}</th>
                        <th scope="col">{text.column_column()}</th>
                        <th scope="col">{text.column_heading()}</th>
                        <th scope="col">{text.column_confidence()}</th>
                        <th scope="col">{text.column_samples()}</th>
                    </tr>
                </thead>
                <tbody>
                    {columns
                        .into_iter()
                        .map(|column| {
                            let place = text.column_letters(column.column);
                            let (class, word) = confidence(text, column.confidence);
                            view! {
                                <tr>
                                    <th scope="row">{text.field(&column.key).to_owned()}</th>
                                    <td>{place}</td>
                                    <td><bdi>{column.header}</bdi></td>
                                    <td><span class=class>{word}</span></td>
                                    <td class="seen"><bdi>{column.samples.join(" · ")}</bdi></td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}

fn confidence(text: Language, confidence: f64) -> (&'static str, &'static str) {
    if confidence >= SURE {
        ("tag tag-sure", text.confidence_sure())
    } else if confidence >= PROBABLE {
        ("tag tag-probable", text.confidence_probable())
    } else {
        ("tag tag-confirm", text.confidence_confirm())
    }
}

/// Encoding and separator of a text file.
fn written_as(text: Language, encoding: Option<String>, delimiter: Option<String>) -> Option<String> {
    let delimiter = delimiter.map(|delimiter| match delimiter.as_str() {
        "\t" => text.delimiter_tab().to_owned(),
        _ => text.quoted(&delimiter),
    });
    let parts: Vec<String> = encoding.into_iter().chain(delimiter).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn facts(text: Language, format: Format, mapping: &Mapping) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        (text.fact_format(), format_name(text, format).to_owned()),
        (text.fact_layout(), layout_name(text, mapping.layout).to_owned()),
    ];
    if let Some(sheet) = &mapping.sheet {
        facts.push((text.fact_sheet(), sheet.clone()));
    }
    facts.extend([
        (text.fact_header_row(), text.number(i64::from(mapping.header_row))),
        (text.fact_dates(), date_order_name(text, mapping.date_order).to_owned()),
        (text.fact_amounts(), text.amounts_as(example(mapping).as_str())),
        (text.fact_sign(), sign_name(text, mapping.sign).to_owned()),
    ]);
    facts
}

/// An amount as the file writes it.
fn example(mapping: &Mapping) -> String {
    let decimal = match mapping.amount_format.decimal {
        DecimalMark::Comma => ',',
        DecimalMark::Point => '.',
    };
    format!("1{}234{decimal}56", mapping.amount_format.group)
}

fn format_name(text: Language, format: Format) -> &'static str {
    match format {
        Format::Csv => text.format_csv(),
        Format::Xlsx => text.format_xlsx(),
        Format::Xls => text.format_xls(),
        Format::Xlsb => text.format_xlsb(),
        Format::Ods => text.format_ods(),
        Format::Fec => text.format_fec(),
        Format::Camt053 => text.format_camt053(),
        Format::Mt940 => text.format_mt940(),
        Format::Cfonb120 => text.format_cfonb120(),
        Format::Ofx => text.format_ofx(),
        Format::Html => text.format_html(),
        Format::Xml => text.format_xml(),
    }
}

fn layout_name(text: Language, layout: Layout) -> &'static str {
    match layout {
        Layout::OpenItems => text.layout_open_items(),
        Layout::Ledger => text.layout_ledger(),
        Layout::Fec => text.layout_fec(),
        Layout::AgedBalance => text.layout_aged_balance(),
        Layout::InvoiceHistory => text.layout_invoice_history(),
        Layout::BankStatement => text.layout_bank_statement(),
        Layout::Customers => text.layout_customers(),
        Layout::Payments => text.layout_payments(),
    }
}

fn date_order_name(text: Language, order: DateOrder) -> &'static str {
    match order {
        DateOrder::Dmy => text.dates_dmy(),
        DateOrder::Mdy => text.dates_mdy(),
        DateOrder::Ymd => text.dates_ymd(),
        DateOrder::Serial => text.dates_serial(),
    }
}

fn sign_name(text: Language, sign: SignRule) -> &'static str {
    match sign {
        SignRule::DebitCredit => text.sign_debit_credit(),
        SignRule::Signed => text.sign_signed(),
        SignRule::Type => text.sign_type(),
        SignRule::SideLetter => text.sign_side_letter(),
    }
}
