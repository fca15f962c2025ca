//! The rate tables in use: those shipped, and a document of a person's own rows, checked before anything is computed.
//! The document is `{"version": 1, "series": [{"id", "rows": [{"from", "to", "ratePercent", "source", "checked"}]}]}`; every
//! refusal names the path of what is wrong.

use crate::failures;
use protocol::{Failure, RateRow, RateSeries, RateTables};
use rules::rates::{Quality, Rate, Rates, Row, RowsRefused, Series};
use serde_json::{Map, Value};
use text::Language;
use values::Day;

/// Version of the form of a document of rates.
const VERSION: u32 = 1;

/// Every table in use.
pub fn rate_tables(own: Option<&str>, language: Language) -> Result<RateTables, Failure> {
    let rates = read(own, language)?;
    let series = Series::ALL.into_iter().map(|series| RateSeries {
        id: series.key().to_owned(),
        name: language.rate_series_name(series.key()).to_owned(),
        last_known: rates.last_known(series).to_string(),
        rows: rates.rows(series).iter().map(row).collect(),
    });
    Ok(RateTables { version: VERSION, series: series.collect() })
}

fn row(row: &Row) -> RateRow {
    RateRow {
        from: row.from,
        to: row.to,
        rate_percent: row.rate.to_string(),
        quality: row.quality.key().to_owned(),
        checked: row.checked,
        source: row.source.to_string(),
    }
}

/// The tables shipped with the rows of a document in their place, or why the document is refused.
pub fn read(own: Option<&str>, language: Language) -> Result<Rates, Failure> {
    let Some(json) = own else { return Ok(Rates::default()) };
    document(json, language).map_err(|Problem { path, says }| {
        failures::failure("rates", language.rates_refused(&path, says), language.rates_advice())
    })
}

/// What is wrong, and where.
struct Problem {
    path: String,
    says: &'static str,
}

fn problem(path: &str, says: &'static str) -> Problem {
    Problem { path: path.to_owned(), says }
}

fn document(json: &str, language: Language) -> Result<Rates, Problem> {
    let value: Value = serde_json::from_str(json).map_err(|_| problem("$", language.rates_not_json()))?;
    let whole = object(&value, "$", &["version", "series"], language)?;
    if field(whole, "$", "version", language)?.as_u64() != Some(VERSION.into()) {
        return Err(problem("$.version", language.rates_version()));
    }
    let mut rates = Rates::default();
    let mut seen = Vec::new();
    for (place, value) in list(whole, "$", "series", language)?.iter().enumerate() {
        let path = format!("$.series[{place}]");
        // `name` and `lastKnown` are what the product itself writes beside.
        let of = object(value, &path, &["id", "rows", "name", "lastKnown"], language)?;
        let id = text(of, &path, "id", language)?;
        let series = Series::ALL.into_iter().find(|series| series.key() == id);
        let series = series.ok_or_else(|| problem(&format!("{path}.id"), language.rates_series_unknown()))?;
        if seen.contains(&series) {
            return Err(problem(&format!("{path}.id"), language.rates_series_twice()));
        }
        seen.push(series);
        let rows = list(of, &path, "rows", language)?.iter().enumerate();
        let rows = rows.map(|(place, value)| own_row(value, &format!("{path}.rows[{place}]"), language));
        rates = rates.with(series, rows.collect::<Result<_, _>>()?).map_err(|refused| {
            let (place, says) = match refused {
                RowsRefused::Empty => (None, language.rates_empty()),
                RowsRefused::Backwards(place) => (Some(place), language.rates_backwards()),
                RowsRefused::Overlap(place) => (Some(place), language.rates_overlap()),
                RowsRefused::Gap(place) => (Some(place), language.rates_gap()),
            };
            problem(&place.map_or(format!("{path}.rows"), |place| format!("{path}.rows[{place}]")), says)
        })?;
    }
    Ok(rates)
}

fn own_row(value: &Value, path: &str, language: Language) -> Result<Row, Problem> {
    let of = object(value, path, &["from", "to", "ratePercent", "source", "checked", "quality"], language)?;
    let wrong = |name: &str| problem(&format!("{path}.{name}"), language.rates_field_wrong());
    let day = |name: &str| text(of, path, name, language)?.parse::<Day>().map_err(|_| wrong(name));
    let rate = Rate::parse(text(of, path, "ratePercent", language)?).ok_or_else(|| wrong("ratePercent"))?;
    let source = Some(text(of, path, "source", language)?.trim()).filter(|source| !source.is_empty());
    let source = source.ok_or_else(|| wrong("source"))?.to_owned();
    // Rows the product wrote itself keep how far they can be trusted; a new row is the person's own.
    let quality = match of.get("quality").map(|quality| quality.as_str().unwrap_or_default()) {
        None => Quality::Own,
        Some(key) => Quality::ALL.into_iter().find(|quality| quality.key() == key).ok_or_else(|| wrong("quality"))?,
    };
    Ok(Row { from: day("from")?, to: day("to")?, rate, quality, checked: day("checked")?, source: source.into() })
}

fn object<'a>(
    value: &'a Value,
    path: &str,
    fields: &[&str],
    language: Language,
) -> Result<&'a Map<String, Value>, Problem> {
    let object = value.as_object().ok_or_else(|| problem(path, language.rates_field_wrong()))?;
    match object.keys().find(|key| !fields.contains(&key.as_str())) {
        Some(unknown) => Err(problem(&format!("{path}.{unknown}"), language.rates_field_unknown())),
        None => Ok(object),
    }
}

fn field<'a>(of: &'a Map<String, Value>, path: &str, name: &str, language: Language) -> Result<&'a Value, Problem> {
    of.get(name).ok_or_else(|| problem(&format!("{path}.{name}"), language.rates_field_missing()))
}

fn text<'a>(of: &'a Map<String, Value>, path: &str, name: &str, language: Language) -> Result<&'a str, Problem> {
    let value = field(of, path, name, language)?;
    value.as_str().ok_or_else(|| problem(&format!("{path}.{name}"), language.rates_field_wrong()))
}

fn list<'a>(of: &'a Map<String, Value>, path: &str, name: &str, language: Language) -> Result<&'a [Value], Problem> {
    let value = field(of, path, name, language)?.as_array();
    value.map(Vec::as_slice).ok_or_else(|| problem(&format!("{path}.{name}"), language.rates_field_wrong()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(json: &str) -> String {
        read(Some(json), Language::En).unwrap_err().message
    }

    fn with_rows(rows: &str) -> String {
        format!(r#"{{"version": 1, "series": [{{"id": "de-base", "rows": [{rows}]}}]}}"#)
    }

    const ROW: &str =
        r#"{"from":"2027-01-01","to":"2027-06-30","ratePercent":"1.77","source":"Bundesbank","checked":"2027-01-04"}"#;

    #[test]
    fn own_rows_extend_a_table() {
        let tables = rate_tables(Some(&with_rows(ROW)), Language::En).unwrap();
        let german = tables.series.iter().find(|series| series.id == "de-base").unwrap();
        let last = german.rows.last().unwrap();
        assert_eq!(
            (german.last_known.as_str(), last.rate_percent.as_str(), last.quality.as_str()),
            ("2027-S1", "1.77", "own")
        );
        let ecb = tables.series.iter().find(|series| series.id == "ecb-refi").unwrap();
        assert_eq!(ecb.last_known, "2026-S2");
    }

    #[test]
    fn what_is_written_out_is_read_again() {
        let tables = rate_tables(Some(&with_rows(ROW)), Language::Fr).unwrap();
        let again = rate_tables(Some(&serde_json::to_string(&tables).unwrap()), Language::Fr).unwrap();
        assert_eq!(again, tables);
    }

    #[test]
    fn refusals_name_the_path() {
        let row = |from: &str, to: &str| ROW.replace("2027-06-30", to).replace("2027-01-01", from);
        for (json, expected) in [
            ("[".to_owned(), "Rates refused, $: not JSON."),
            ("[]".to_owned(), "Rates refused, $: not a value that can be read."),
            (r#"{"series": []}"#.to_owned(), "Rates refused, $.version: missing."),
            (r#"{"version": 2, "series": []}"#.to_owned(), "Rates refused, $.version: only version 1 is known."),
            (r#"{"version": 1, "serie": []}"#.to_owned(), "Rates refused, $.serie: unknown field."),
            (
                r#"{"version": 1, "series": [{"id": "euribor", "rows": []}]}"#.to_owned(),
                "Rates refused, $.series[0].id: unknown series.",
            ),
            (with_rows(""), "Rates refused, $.series[0].rows: no row."),
            (
                with_rows(&ROW.replace("1.77", "a lot")),
                "Rates refused, $.series[0].rows[0].ratePercent: not a value that can be read.",
            ),
            (
                with_rows(&ROW.replace("Bundesbank", " ")),
                "Rates refused, $.series[0].rows[0].source: not a value that can be read.",
            ),
            (
                with_rows(&format!("{ROW},{}", row("2027-06-30", "2027-12-31"))),
                "Rates refused, $.series[0].rows[1]: the row begins before the one before it ends.",
            ),
            (
                with_rows(&row("2027-07-01", "2027-12-31")),
                "Rates refused, $.series[0].rows[0]: days are left without a rate before this row, or between it and the table shipped.",
            ),
            (
                with_rows(&row("2027-02-31", "2027-12-31")),
                "Rates refused, $.series[0].rows[0].from: not a value that can be read.",
            ),
        ] {
            assert_eq!(refused(&json), expected, "{json}");
        }
        let twice = r#"{"id": "de-base", "rows": []}"#.replace("[]", &format!("[{ROW}]"));
        let twice = format!(r#"{{"version": 1, "series": [{twice}, {twice}]}}"#);
        assert_eq!(refused(&twice), "Rates refused, $.series[1].id: series already given.");
    }
}
