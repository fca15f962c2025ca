//! All the files of a dossier together: an index to begin with, a manifest of what they rest on, and the digests of all,
//! in the form `sha256sum -c` reads. The order is decided and nothing asks for a clock: same inputs, same bytes.

use crate::archive::{Contents, Steps};
use crate::digest::sha256;
use crate::files::File;
use crate::pace::{self, Pace};
use crate::{Session, json, mail};
use export::html::{Listed, index};
use protocol::{ExportQuery, Failure, ManifestFile, Progress, TABLES};
use text::Language;

/// The files that are made one by one, before the tables and after them.
const FIRST: [&str; 2] = ["report.html", "aged-balance.xlsx"];
const LAST: [&str; 1] = ["dossier.json"];
/// Papers of the days to come.
const PAPERS: [&str; 2] = ["calls.html", "plan.ics"];
const INDEX: &str = "index.html";
const MANIFEST: &str = "manifest.json";
const SUMS: &str = "SHA256SUMS";

impl Session {
    /// Every file: the index first, last the manifest that lists them and the digests of all.
    pub fn everything(
        &self,
        query: &ExportQuery,
        language: Language,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        pace::through(self.everything_in_slices(query, language, &mut Pace::new(progress)))
    }

    /// The same, done in slices.
    pub(crate) async fn everything_in_slices(
        &self,
        query: &ExportQuery,
        language: Language,
        pace: &mut Pace<'_>,
    ) -> Result<Vec<File>, Failure> {
        let singles = [FIRST.as_slice(), &TABLES, &LAST].concat();
        let mut steps = Steps::new(pace, singles.len() + 2);
        let contents = Contents::gather(self, query, language, &mut steps).await?;
        let language = contents.language;
        let mut files: Vec<File> = Vec::new();
        for kind in singles {
            steps.next().await;
            files.push((kind.to_owned(), contents.file(kind)?));
        }
        for kind in PAPERS {
            steps.pace.rest().await;
            files.push((kind.to_owned(), self.paper(kind, query, language)?));
        }
        steps.next().await;
        mail::draft_files(&contents.written, &self.sender(query), language, &mut files, steps.pace).await?;
        steps.next().await;
        let mut sums = Vec::with_capacity(files.len());
        for (_, bytes) in &files {
            steps.pace.rest().await;
            sums.push(sha256(bytes));
        }
        let page = index(language, query.as_of, &listed(&files, &sums)).into_bytes();
        sums.insert(0, sha256(&page));
        files.insert(0, (INDEX.to_owned(), page));
        let manifest = json::file(&contents.manifest(manifested(&files, &sums)), language)?;
        sums.push(sha256(&manifest));
        files.push((MANIFEST.to_owned(), manifest));
        let lines: String = files.iter().zip(&sums).map(|((name, _), sum)| format!("{sum}  {name}\n")).collect();
        files.push((SUMS.to_owned(), lines.into_bytes()));
        Ok(files)
    }
}

fn listed<'a>(files: &'a [(String, Vec<u8>)], sums: &'a [String]) -> Vec<Listed<'a>> {
    let file =
        |((name, bytes), sha256): (&'a (String, Vec<u8>), &'a String)| Listed { name, size: bytes.len(), sha256 };
    files.iter().zip(sums).map(file).collect()
}

fn manifested<'a>(files: &'a [(String, Vec<u8>)], sums: &[String]) -> Vec<ManifestFile<'a>> {
    let file = |((name, bytes), sum): (&'a (String, Vec<u8>), &String)| ManifestFile {
        name,
        size: bytes.len(),
        sha256: sum.clone(),
    };
    files.iter().zip(sums).map(file).collect()
}
