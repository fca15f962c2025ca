//! Lists of customers, as far as they are headed otherwise than tables of what is owed: a bare `Identifiant` or `ID` is the
//! customer's code there, where anywhere else it numbers whatever a row is about.

use crate::Field;
use crate::field::Content;
use crate::header::Header;
use crate::headless;
use crate::words::fold;
use sheet::{Row, Table};

/// Headings that say that a column identifies, and not what.
const BARE: [&str; 8] =
    ["identifiant", "id", "identifier", "identificador", "identificativo", "identificatie", "kennung", "key"];

/// Whether nothing of a table is an amount owed or a day: its rows are about customers.
pub(crate) fn is_list(header: &Header) -> bool {
    let moves = |field: Field| field.content() != Content::Text && field != Field::CreditLimit;
    !header.headings.iter().flat_map(|heading| &heading.hits).any(|hit| moves(hit.field))
}

/// Gives the meaning of a code to the column that identifies the customers of a list, where no heading says which does.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    let coded = header.headings.iter().any(|one| one.may(&[Field::CustomerId]) && !one.may(&[Field::CustomerName]));
    if header.row == 0 || coded || !header.may(&[Field::CustomerName]) || !is_list(header) {
        return;
    }
    let bare = |text: &str| BARE.contains(&fold(text).as_str());
    let mut bare = header.headings.iter().filter(|heading| bare(&heading.text)).map(|heading| heading.column);
    let (Some(column), None) = (bare.next(), bare.next()) else { return };
    let rows: Vec<Row<'_>> = header.items(table);
    let identifies = |one: &headless::Column<'_>| one.is_full(&rows) && one.different() == one.filled();
    let told = headless::columns(table, &rows).any(|one| one.number == column && identifies(&one));
    if told {
        header.identifies(column);
    }
}

#[cfg(test)]
mod tests {
    use crate::Field;
    use crate::detect::detect;

    /// The headings of the code and of the name of customers.
    fn read(text: &str) -> String {
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        let mapping = &found.candidates[0].mapping;
        let heading = |field: Field| mapping.binding(field).map_or("-", |binding| binding.header.as_str()).to_owned();
        [mapping.layout().key().to_owned(), heading(Field::CustomerId), heading(Field::CustomerName)].join(", ")
    }

    #[test]
    fn a_bare_identifier_is_the_code_in_a_list_of_customers_alone() {
        let list =
            "Identifiant;Société;Téléphone;Ville\nC01;Alpha;01 02;Lyon\nC02;Beta;01 03;Lyon\nC03;Gamma;01 04;Lyon\n";
        assert_eq!(read(list), "customers, Identifiant, Société");
        assert_eq!(read(&list.replace("C03", "C02")), "customers, -, Société");
        assert_eq!(read(&list.replace("Ville", "Code client")), "customers, Code client, Société");
        let items = "Identifiant;Client;Date;Montant TTC\n1;Alpha;02/03/2026;10,00\n2;Beta;03/03/2026;20,50\n3;Alpha;04/03/2026;5,00\n";
        assert_eq!(read(items), "open-items, -, Client");
    }

    #[test]
    fn families_of_customers_are_neither_codes_nor_names() {
        let list = "Code (tiers);Nom;Famille clients;Téléphone\n";
        let rows: String =
            (0..8).map(|one| format!("CLI{one};Nom {one};{};0102\n", ["Pro", "Public"][one % 2])).collect();
        assert_eq!(read(&format!("{list}{rows}")), "customers, Code (tiers), Nom");
    }
}
