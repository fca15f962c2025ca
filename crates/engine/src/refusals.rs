//! Why a file could not be read, in its own sentence: where, what was seen, what to do.

use crate::failures::of_file;
use protocol::Failure;
use sheet::{Damage, Unreadable};
use text::Language;

/// The refusal of a file that gave no table.
pub fn unreadable(file: &str, unreadable: &Unreadable, language: Language) -> Failure {
    if let Unreadable::Gone(error) = unreadable {
        return of_file(unreadable.code(), file, language.file_gone(&error.detail), language.file_gone_advice());
    }
    let message = match unreadable {
        Unreadable::Empty => language.refuse_empty(file),
        Unreadable::OnlyWhitespace => language.refuse_only_whitespace(file),
        Unreadable::NotATable { look } => language.refuse_not_a_table(file, look.code()),
        Unreadable::ZipOfFiles { count, names } => language.refuse_zip_of_files(file, *count, names),
        Unreadable::Encrypted { format } => language.refuse_encrypted(file, format.code()),
        Unreadable::Markup { kind } => language.refuse_markup(file, kind.code()),
        Unreadable::TooLarge { limit, allowed, seen } => language.refuse_too_large(file, limit.code(), *allowed, *seen),
        Unreadable::Damaged { part, damage } => language.refuse_damaged(file, part, &damaged(damage, language)),
        Unreadable::ReaderFailed { format, detail } => language.refuse_reader_failed(file, format.code(), detail),
        Unreadable::UnknownBinary { first_bytes } => language.refuse_unknown_binary(file, first_bytes),
        Unreadable::Gone(_) => unreachable!("answered above"),
    };
    // The sentences end with what to do: the contract wants it apart.
    match message.rsplit_once(". ") {
        Some((seen, advice)) => of_file(unreadable.code(), file, format!("{seen}."), advice),
        None => of_file(unreadable.code(), file, message, ""),
    }
}

fn damaged(damage: &Damage, language: Language) -> String {
    match damage {
        Damage::Cut => language.damage_cut().to_owned(),
        Damage::Corrupt => language.damage_corrupt().to_owned(),
        Damage::Packing => language.damage_packing().to_owned(),
        Damage::Nesting { element } => language.damage_nesting(element),
        Damage::DocumentType => language.damage_document_type().to_owned(),
        Damage::Encoding => language.damage_encoding().to_owned(),
        Damage::Reference { seen } => language.damage_reference(seen),
        Damage::LyingCount { announced, possible } => language.damage_lying_count(*announced, *possible),
        Damage::RowOrder { row } => language.damage_row_order(*row),
        Damage::Structure => language.damage_structure().to_owned(),
        Damage::Missing => language.damage_missing().to_owned(),
    }
}
