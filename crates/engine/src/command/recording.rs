//! Commands that record something: what they write is the dossier file that holds it.

use super::arguments::Returned;
use super::opening::Asked;
use super::{Output, answer, calls};
use crate::{Session, failures};
use protocol::{AnswersQuery, CallResult, Failure, JournalQuery, Operation, SaveQuery};
use text::Language;
use values::Day;

/// What came of a call.
pub(super) fn called(mut asked: Asked<'_>, result: &CallResult, with_ledger: bool) -> Result<Output, Failure> {
    let language = asked.parsed.language;
    let result = CallResult { policy: asked.inputs.policy.clone(), ..result.clone() };
    let mut session = asked.open()?;
    session.called(&result, language)?;
    saved(&session, Some(result.as_of), with_ledger, language)
}

/// What customers answered, told, and recorded as far as it is approved.
pub(super) fn answers(mut asked: Asked<'_>, returned: &Returned) -> Result<Output, Failure> {
    let language = asked.parsed.language;
    let Returned { as_of, count, approved, with_ledger } = returned;
    let files = &mut asked.inputs.files;
    let answers = files.split_off(files.len().saturating_sub(*count));
    let texts: Result<Vec<String>, Failure> =
        answers.iter().map(|file| Ok(String::from_utf8_lossy(&file.bytes(language)?).into_owned())).collect();
    let mut session = asked.open()?;
    let views = session.returned(&AnswersQuery { as_of: *as_of, texts: texts? }, language)?;
    let told = answer(asked.parsed, &views, calls::answers(&views, language));
    if approved.is_empty() {
        return Ok(told);
    }
    let proposals = views.iter().flat_map(|view| &view.proposals);
    let wanted = (1_usize..).zip(proposals).filter(|(number, _)| approved.contains(number));
    let edits: Vec<Operation> = wanted.filter_map(|(_, one)| one.edit.clone()).collect();
    edits.into_iter().try_for_each(|edit| session.edit(edit, language))?;
    Ok(Output { stdout: told.stdout, ..saved(&session, Some(*as_of), *with_ledger, language)? })
}

/// A journal read back.
pub(super) fn journal(mut asked: Asked<'_>, as_of: Day, with_ledger: bool) -> Result<Output, Failure> {
    let language = asked.parsed.language;
    let file = asked.inputs.files.pop().ok_or_else(|| failures::nothing_open(language))?;
    let journal = String::from_utf8_lossy(&file.bytes(language)?).into_owned();
    let mut session = asked.open()?;
    let query = JournalQuery { text: journal, apply: true };
    let told = session.journal_import(&query, language)?;
    let out = saved(&session, Some(as_of), with_ledger, language)?;
    Ok(Output { stdout: told.text + "\n", ..out })
}

/// The dossier file.
pub(super) fn saved(
    session: &Session,
    as_of: Option<Day>,
    with_ledger: bool,
    language: Language,
) -> Result<Output, Failure> {
    let file = session.save(&SaveQuery { as_of, with_ledger, passphrase: None }, language)?;
    Ok(Output { files: vec![(file.name, file.bytes)], ..Output::default() })
}
