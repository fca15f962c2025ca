//! Thirty clean ledgers: six languages, five shapes, a few dozen items each, from a seed. What they hold is the truth.

use super::Case;
use super::grid::{Cell, Grid, Line, LineKind, Role, text};
use super::write::{DayStyle, Style};
use crate::random::Random;
use values::Day;

/// How many clean ledgers there are.
pub const LEDGERS: usize = 30;

/// One item as it truly is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    pub(crate) customer: String,
    pub(crate) name: String,
    pub(crate) document: String,
    pub(crate) day: Day,
    pub(crate) due: Option<Day>,
    /// Hundredths; credits below zero.
    pub(crate) amount: i64,
    /// What remains of it, in hundredths; nothing remains of a closed item.
    pub(crate) residual: i64,
    pub(crate) currency: &'static str,
    paid_on: Option<Day>,
    letter: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Amount and what remains of it.
    OpenItems,
    /// One signed amount.
    Signed,
    /// Debit, credit and letters.
    Ledger,
    /// One amount and a letter for its side.
    Sided,
    /// Invoices and the day they were paid.
    History,
}

const SHAPES: [Shape; 5] = [Shape::OpenItems, Shape::Signed, Shape::Ledger, Shape::Sided, Shape::History];

struct Tongue {
    /// Customer, name, document, date, due date, amount, residual, debit, credit, side, letter, label, paid on.
    headings: [&'static str; 13],
    sides: [&'static str; 2],
    trades: [&'static str; 4],
    forms: [&'static str; 2],
    label: &'static str,
    style: fn() -> Style,
}

const TONGUES: [Tongue; 6] = [
    Tongue {
        headings: [
            "Code client",
            "Raison sociale",
            "N° pièce",
            "Date de facture",
            "Date d'échéance",
            "Montant TTC",
            "Reste dû",
            "Débit",
            "Crédit",
            "Sens",
            "Lettrage",
            "Libellé",
            "Date de règlement",
        ],
        sides: ["D", "C"],
        trades: ["Boulangerie Lefèvre", "Établissements Noël", "Maçonnerie Béziat", "Transports Guérin"],
        forms: ["SARL", "SAS"],
        label: "Facture",
        style: || Style::new(';', ',', " ", DayStyle::Dmy('/', 4)),
    },
    Tongue {
        headings: [
            "Customer No.",
            "Customer Name",
            "Invoice Number",
            "Invoice Date",
            "Due Date",
            "Amount",
            "Outstanding",
            "Debit",
            "Credit",
            "DC",
            "Match",
            "Description",
            "Payment Date",
        ],
        sides: ["D", "C"],
        trades: ["Ashford & Sons", "Brighton Motors", "O'Connell Foods", "Thames Print"],
        forms: ["Ltd", "LLP"],
        label: "Invoice",
        style: || Style::new(',', '.', "", DayStyle::Dmy('/', 4)),
    },
    Tongue {
        headings: [
            "Kundennummer",
            "Kundenname",
            "Rechnungsnummer",
            "Rechnungsdatum",
            "Fälligkeit",
            "Betrag",
            "Offen",
            "Soll",
            "Haben",
            "S/H",
            "Ausgleich",
            "Buchungstext",
            "Zahlungsdatum",
        ],
        sides: ["S", "H"],
        trades: ["Bäckerei Müller", "Gebrüder Groß", "Möbelhaus Jäger", "Spedition Köhler"],
        forms: ["GmbH", "KG"],
        label: "Rechnung",
        style: || Style::new(';', ',', ".", DayStyle::Dmy('.', 4)),
    },
    Tongue {
        headings: [
            "Código cliente",
            "Razón social",
            "Nº factura",
            "Fecha de factura",
            "Fecha de vencimiento",
            "Importe",
            "Pendiente",
            "Debe",
            "Haber",
            "D/H",
            "Punteo",
            "Concepto",
            "Fecha de pago",
        ],
        sides: ["D", "H"],
        trades: ["Panadería Núñez", "Talleres Ibáñez", "Construcciones Peña", "Viñedos del Sur"],
        forms: ["S.L.", "S.A."],
        label: "Factura",
        style: || Style::new(';', ',', ".", DayStyle::Dmy('/', 4)),
    },
    Tongue {
        headings: [
            "Codice cliente",
            "Ragione sociale",
            "Numero fattura",
            "Data fattura",
            "Data scadenza",
            "Importo",
            "Residuo",
            "Dare",
            "Avere",
            "D/A",
            "Riconciliazione",
            "Descrizione",
            "Data pagamento",
        ],
        sides: ["D", "A"],
        trades: ["Panificio Bellò", "Officine Rossi", "Città Mobili", "Vini Toscani"],
        forms: ["S.r.l.", "S.p.A."],
        label: "Fattura",
        style: || Style::new(';', ',', ".", DayStyle::Dmy('/', 4)),
    },
    Tongue {
        headings: [
            "Klantnummer",
            "Klantnaam",
            "Factuurnummer",
            "Factuurdatum",
            "Vervaldatum",
            "Bedrag",
            "Openstaand",
            "Debet",
            "Credit",
            "D/C",
            "Aflettering",
            "Omschrijving",
            "Betaaldatum",
        ],
        sides: ["D", "C"],
        trades: ["Bakkerij Smeët", "Garage De Vries", "Coöperatie Noord", "Drukkerij Jansen"],
        forms: ["B.V.", "N.V."],
        label: "Factuur",
        style: || Style::new(';', ',', ".", DayStyle::Dmy('-', 4)),
    },
];

/// The clean ledger of a number below [`LEDGERS`].
pub fn ledger(number: usize) -> Case {
    let (tongue, shape) = (&TONGUES[number % TONGUES.len()], SHAPES[number / TONGUES.len() % SHAPES.len()]);
    let mut random = Random::seeded(0x5eed + number as u64);
    let truth = items(tongue, shape, 24 + 20 * (number % 4), &mut random);
    let grid = grid(tongue, shape, &truth);
    Case { truth, grid, style: (tongue.style)(), random }
}

fn items(tongue: &Tongue, shape: Shape, count: usize, random: &mut Random) -> Vec<Item> {
    let customers = 5 + count / 12;
    let mut items = Vec::new();
    // By customer, as programs print them; a pollution shuffles.
    for customer in 0..customers {
        for _ in 0..count.div_ceil(customers) {
            let number = items.len() + 1;
            push(&mut items, tongue, shape, customer, number, random);
        }
    }
    items
}

fn push(items: &mut Vec<Item>, tongue: &Tongue, shape: Shape, customer: usize, number: usize, random: &mut Random) {
    let first: Day = "2025-02-03".parse().unwrap();
    let day = first + values::Days(random.between(0, 380) as i32);
    let due = day + values::Days([30, 45, 60][number % 3]);
    let cents = random.between(1_050, 2_500_000);
    let credit = number.is_multiple_of(11);
    let amount = if credit { -cents } else { cents };
    let item = Item {
        customer: format!("C{:04}", 110 + 7 * customer),
        name: format!(
            "{} {} {}",
            tongue.trades[customer % 4],
            ["Lyon", "Bath", "Ulm", "Pisa"][customer / 4 % 4],
            tongue.forms[customer % 2]
        ),
        document: format!("{}26-{number:04}", if credit { "AV" } else { "FA" }),
        day,
        due: Some(due),
        amount,
        residual: amount,
        currency: "EUR",
        paid_on: None,
        letter: String::new(),
    };
    let paid_on = due + values::Days(random.between(-5, 40) as i32);
    let closed = !credit && number.is_multiple_of(4);
    match shape {
        Shape::OpenItems if closed => items.push(Item { residual: cents - cents / 3, ..item }),
        Shape::OpenItems if number.is_multiple_of(13) => items.push(Item { residual: 0, ..item }),
        Shape::Ledger if closed => {
            let letter: String =
                [number / 26 % 26, number % 26].map(|place| (b'A' + place as u8) as char).iter().collect();
            let payment = Item {
                document: format!("RG26-{number:04}"),
                day: paid_on,
                due: None,
                amount: -amount,
                residual: 0,
                letter: letter.clone(),
                ..item.clone()
            };
            items.push(Item { residual: 0, letter, ..item });
            items.push(payment);
        }
        Shape::History if closed => items.push(Item { residual: 0, paid_on: Some(paid_on), ..item }),
        Shape::OpenItems | Shape::Signed | Shape::Ledger | Shape::Sided | Shape::History => items.push(item),
    }
}

fn grid(tongue: &Tongue, shape: Shape, truth: &[Item]) -> Grid {
    const COMMON: [Role; 5] = [Role::Customer, Role::Name, Role::Document, Role::Day, Role::Due];
    let own: &[Role] = match shape {
        Shape::OpenItems => &[Role::Amount, Role::Residual],
        Shape::Signed => &[Role::Label, Role::Residual],
        Shape::Ledger => &[Role::Label, Role::Debit, Role::Credit, Role::Letter],
        Shape::Sided => &[Role::Label, Role::Amount, Role::Side],
        Shape::History => &[Role::Amount, Role::PaidOn],
    };
    let roles: Vec<Role> = COMMON.iter().chain(own).copied().collect();
    let heading = |role: &Role| text(tongue.headings[HEADED.iter().position(|known| known == role).unwrap()]);
    let mut lines = vec![Line { cells: roles.iter().map(heading).collect(), kind: LineKind::Heading, hidden: false }];
    for (position, item) in truth.iter().enumerate() {
        let cells = roles.iter().map(|role| cell(tongue, shape, item, *role)).collect();
        lines.push(Line { cells, kind: LineKind::Item(position), hidden: false });
    }
    Grid { roles, lines }
}

/// The roles in the order of [`Tongue::headings`].
const HEADED: [Role; 13] = [
    Role::Customer,
    Role::Name,
    Role::Document,
    Role::Day,
    Role::Due,
    Role::Amount,
    Role::Residual,
    Role::Debit,
    Role::Credit,
    Role::Side,
    Role::Letter,
    Role::Label,
    Role::PaidOn,
];

fn cell(tongue: &Tongue, shape: Shape, item: &Item, role: Role) -> Cell {
    match role {
        Role::Customer => text(&item.customer),
        Role::Name => text(&item.name),
        Role::Document => text(&item.document),
        Role::Day => Cell::Day(item.day),
        Role::Due => item.due.map_or(Cell::Empty, Cell::Day),
        Role::Amount if shape == Shape::Sided => Cell::Money(item.amount.abs()),
        Role::Amount => Cell::Money(item.amount),
        Role::Residual => Cell::Money(item.residual),
        Role::Debit if item.amount > 0 => Cell::Money(item.amount),
        Role::Credit if item.amount < 0 => Cell::Money(-item.amount),
        Role::Debit | Role::Credit | Role::Other => Cell::Empty,
        Role::Side => text(tongue.sides[usize::from(item.amount < 0)]),
        Role::Letter => text(&item.letter),
        Role::Label => text(&format!("{} {}", tongue.label, item.document)),
        Role::PaidOn => item.paid_on.map_or(Cell::Empty, Cell::Day),
        Role::Currency => text(item.currency),
    }
}
