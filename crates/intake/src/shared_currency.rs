//! Signs and names that several countries give to their currencies (`$`, `FCFA`, dirhams, dinars, francs): which of them a
//! file means. Taxes of one country prove it; a country, a city, the language and the decimals make it likely; what is
//! only likely is taken and said.

use crate::currency::Named;
use crate::header::Header;
use crate::heading::Tongue;
use crate::mapping::Mapping;
use crate::titles;
use crate::words::{fold, holds};
use sheet::{CellKind, Table};
use values::{Currency, Gather};

/// A sign or a name that several currencies share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shared {
    Dollar,
    /// The franc CFA of West or of Central Africa.
    Cfa,
    Dirham,
    Dinar,
    Crown,
    Franc,
    Rupee,
}

impl Shared {
    /// The sign or the name, as it is shown to a person.
    pub(crate) const fn sign(self) -> &'static str {
        match self {
            Shared::Dollar => "$",
            Shared::Cfa => "FCFA",
            Shared::Dirham => "dirham",
            Shared::Dinar => "dinar",
            Shared::Crown => "kr",
            Shared::Franc => "franc",
            Shared::Rupee => "Rs",
        }
    }

    /// The currencies that share it, the one most files mean first.
    const fn codes(self) -> &'static [&'static str] {
        match self {
            Shared::Dollar => &["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP"],
            Shared::Cfa => &["XOF", "XAF"],
            Shared::Dirham => &["MAD", "AED"],
            Shared::Dinar => &["TND", "DZD", "KWD", "JOD", "BHD", "LYD", "IQD", "RSD", "MKD"],
            Shared::Crown => &["SEK", "NOK", "DKK", "ISK"],
            Shared::Franc => &["CHF", "XOF", "XAF", "XPF", "GNF", "CDF", "DJF", "KMF", "BIF", "RWF"],
            Shared::Rupee => &["INR", "MUR", "PKR", "LKR", "NPR", "SCR"],
        }
    }

    fn currencies(self) -> impl Iterator<Item = Currency> {
        self.codes().iter().filter_map(|code| code.parse().ok())
    }

    /// Whether amounts in this currency are written with it alone.
    pub(crate) fn is_of(self, currency: Currency) -> bool {
        self.codes().contains(&currency.code())
    }
}

/// Words of taxes and registers that one country only has.
const PROOFS: &[(&str, &str)] = &[
    ("tvq", "CAD"),
    ("qst", "CAD"),
    ("hst", "CAD"),
    ("tvh", "CAD"),
    ("abn", "AUD"),
    ("acn", "AUD"),
    ("nzbn", "NZD"),
    ("gstin", "INR"),
    ("cuit", "ARS"),
    ("cfdi", "MXN"),
];

/// Words of countries, of their cities and of their taxes, which make a currency likely.
const SIGNS: &[(&str, &[&str])] = &[
    (
        "CAD",
        &[
            "canada",
            "canadien",
            "canadienne",
            "canadiens",
            "canadian",
            "quebec",
            "ontario",
            "alberta",
            "manitoba",
            "montreal",
            "toronto",
            "ottawa",
            "calgary",
            "gatineau",
            "mauricie",
            "tps",
            "ltee",
        ],
    ),
    ("AUD", &["australia", "australie", "australian", "sydney", "melbourne", "brisbane", "perth", "gst"]),
    ("NZD", &["new zealand", "auckland"]),
    ("SGD", &["singapore", "singapour"]),
    ("HKD", &["hong kong"]),
    ("MXN", &["mexico", "mexique", "rfc"]),
    ("ARS", &["argentina", "argentine", "buenos aires"]),
    ("CLP", &["chile", "chili"]),
    ("COP", &["colombia", "colombie", "bogota"]),
    ("UYU", &["uruguay"]),
    ("USD", &["usa", "united states", "etats unis"]),
    (
        "XAF",
        &[
            "cameroun",
            "cameroon",
            "douala",
            "yaounde",
            "gabon",
            "libreville",
            "congo",
            "brazzaville",
            "pointe noire",
            "tchad",
            "n djamena",
            "ndjamena",
            "centrafrique",
            "centrafricaine",
            "bangui",
            "guinee equatoriale",
            "malabo",
            "cemac",
            "beac",
        ],
    ),
    (
        "XOF",
        &[
            "cote d ivoire",
            "ivoirienne",
            "ivoirien",
            "abidjan",
            "senegal",
            "senegalaise",
            "dakar",
            "ninea",
            "mali",
            "bamako",
            "burkina",
            "ouagadougou",
            "togo",
            "lome",
            "benin",
            "cotonou",
            "niger",
            "niamey",
            "guinee bissau",
            "uemoa",
            "bceao",
        ],
    ),
    ("MAD", &["maroc", "marocaine", "casablanca", "rabat", "marrakech", "tanger", "agadir", "fes", "meknes"]),
    ("AED", &["uae", "emirats", "emirates", "dubai", "abu dhabi", "sharjah"]),
    ("TND", &["tunisie", "tunisienne", "tunis", "sfax", "sousse", "nabeul", "bizerte", "monastir"]),
    ("DZD", &["algerie", "algerienne", "alger", "oran", "constantine", "annaba"]),
    ("KWD", &["kuwait", "koweit"]),
    ("JOD", &["jordan", "jordanie", "amman"]),
    ("BHD", &["bahrain", "bahrein"]),
    ("LYD", &["libya", "libye"]),
    ("IQD", &["iraq", "irak"]),
    ("RSD", &["serbia", "serbie", "srbija", "beograd"]),
    ("NOK", &["norge", "norway", "norvege", "oslo"]),
    ("DKK", &["danmark", "denmark", "danemark", "kobenhavn", "cvr"]),
    ("ISK", &["iceland", "islande", "island", "reykjavik"]),
    ("SEK", &["sverige", "sweden", "suede", "stockholm"]),
    ("CHF", &["suisse", "schweiz", "svizzera", "switzerland", "geneve", "lausanne", "zurich"]),
    ("XPF", &["polynesie", "tahiti", "papeete", "noumea", "nouvelle caledonie"]),
    ("GNF", &["conakry", "guinee"]),
    ("CDF", &["kinshasa", "rdc", "lubumbashi"]),
    ("MUR", &["mauritius", "maurice", "port louis"]),
    ("PKR", &["pakistan", "karachi", "lahore"]),
    ("LKR", &["sri lanka", "colombo"]),
];

/// What the words and the amounts of a table tell of its country.
#[derive(Clone, Debug, Default)]
pub(crate) struct Local {
    /// Titles, headings and the name of the sheet, folded.
    lines: Vec<String>,
    /// The headings are French.
    french: bool,
    /// Some amounts are in euros.
    euros: bool,
    /// Decimals that most amounts are written with, of those first seen.
    decimals: usize,
}

/// A currency taken for a sign or a name that several share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) currency: Currency,
    /// Nothing proves it.
    pub(crate) assumed: bool,
}

/// Rows that are looked at for the decimals of their amounts.
const ROWS: usize = 400;

impl Local {
    /// Looks at the lines above the headings, the headings, and the first amounts in these columns.
    pub(crate) fn read(table: &Table, header: &Header, amounts: &[u16]) -> Local {
        let above = table.rows().take_while(|row| row.number() < header.row);
        let titles = above.flat_map(|row| row.cells()).map(|cell| cell.text).chain(table.name.as_deref());
        let headings = header.headings.iter().map(|heading| heading.text.as_str());
        let met = || header.headings.iter().filter_map(|heading| heading.hits.first());
        let of = |tongue: Tongue| met().filter(|hit| hit.tongue == tongue).count();
        Local {
            lines: titles.chain(headings).map(fold).collect(),
            french: of(Tongue::French) > of(Tongue::English) + of(Tongue::Other),
            euros: table.currency_names().iter().any(|name| name == "€") || in_euros(table, header.row),
            decimals: decimals(table, header.row, amounts),
        }
    }

    /// The same under the columns of a mapping.
    pub(crate) fn under(table: &Table, header: &Header, mapping: &Mapping) -> Local {
        Local::read(table, header, &titles::columns_of_amounts(mapping).collect::<Vec<u16>>())
    }

    /// Whether a currency shows its amounts with as many decimals as the table does.
    fn fits(&self, currency: Currency) -> bool {
        let decimals = currency.decimals() as usize;
        // Whole amounts are written alike in every currency.
        self.decimals == decimals || self.decimals < 2 && decimals <= 2
    }

    /// The currency that is named; `default` is the one a person chose for files that name none.
    pub(crate) fn take(&self, named: Named, default: Currency) -> Option<Taken> {
        let shared = match named {
            Named::One(currency) => return Some(Taken { currency, assumed: false }),
            Named::Shared(shared) => shared,
        };
        let said = |words: &str| self.lines.iter().any(|line| holds(line, words));
        let proven: Vec<&str> = PROOFS
            .iter()
            .filter(|(words, code)| shared.codes().contains(code) && said(words))
            .map(|(_, code)| *code)
            .gather();
        if let [code, rest @ ..] = proven.as_slice()
            && rest.iter().all(|other| other == code)
        {
            return Some(Taken { currency: code.parse().ok()?, assumed: false });
        }
        let likely = || {
            let named = |currency: &Currency| {
                let signs = SIGNS.iter().find(|(code, _)| *code == currency.code());
                signs.is_some_and(|(_, words)| words.iter().any(|words| said(words)))
            };
            shared.currencies().find(named)
        };
        let chosen = Some(default).filter(|default| shared.is_of(*default));
        let currency = chosen.or_else(likely).or_else(|| self.usual(shared))?;
        Some(Taken { currency, assumed: true })
    }

    /// The currency that most files with this sign or name are in.
    fn usual(&self, shared: Shared) -> Option<Currency> {
        match shared {
            // Of those who write in French only Canadians count in dollars; whoever has euros sells in those of the others.
            Shared::Dollar if self.french && !self.euros => "CAD".parse().ok(),
            // Francs without cents are those of Africa first.
            Shared::Franc if self.decimals != 2 => "XOF".parse().ok(),
            // Dinars of three decimals are Tunisia's first, those of two Algeria's.
            Shared::Dinar => shared.currencies().find(|currency| self.fits(*currency)),
            Shared::Dollar | Shared::Cfa | Shared::Dirham | Shared::Crown | Shared::Franc | Shared::Rupee => {
                shared.currencies().next()
            }
        }
    }
}

/// Whether one of the first rows is in euros, by a sign or a code.
fn in_euros(table: &Table, header_row: u32) -> bool {
    let euros = |text: &str| text.contains('€') || text.trim() == "EUR";
    table.rows_below(header_row).take(ROWS).any(|row| row.cells().any(|cell| euros(cell.text)))
}

/// The decimals that most of the first amounts are written with, after a mark.
fn decimals(table: &Table, header_row: u32, columns: &[u16]) -> usize {
    let mut seen = [0_u32; 4];
    for row in table.rows_below(header_row).take(ROWS) {
        for cell in columns.iter().filter_map(|column| row.cell(*column)) {
            let text = cell.text.trim();
            let digits = text.rsplit([',', '.']).next().unwrap_or_default();
            let marked = digits.len() < text.len() && digits.bytes().all(|digit| digit.is_ascii_digit());
            // A workbook drops the zeros at the end of its numbers.
            let count = if marked { digits.len() } else { 0 };
            if let Some(seen) = seen.get_mut(count.min(3)) {
                *seen += u32::from(cell.kind == CellKind::Number || cell.kind == CellKind::Text);
            }
        }
    }
    let most = seen.iter().zip(0..).max_by_key(|(count, decimals)| (**count, *decimals));
    most.filter(|(count, _)| **count > 0).map_or(2, |(_, decimals)| decimals)
}
