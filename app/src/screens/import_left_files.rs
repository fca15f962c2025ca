//! The files that came with those that are read and are not read themselves: each with the reason, and the way to read it
//! all the same where it can be.

use crate::components::read_or_leave::ReadOrLeave;
use crate::session::use_text;
use leptos::prelude::*;
use protocol::LeftFile;

/// The list; nothing where every file is read.
#[component]
pub fn LeftFiles(
    /// The files.
    files: Vec<LeftFile>,
) -> impl IntoView {
    let text = use_text();
    let line = |LeftFile { name, text: why, readable, .. }: LeftFile| {
        let button = readable.then(|| view! { <ReadOrLeave name read=true/> });
        view! { <li><span>{why}</span> " " {button}</li> }
    };
    (!files.is_empty()).then(|| {
        view! {
            <h2>{text.title_left_files(files.len())}</h2>
            <ul class="remarks remarks-warning left-files">{files.into_iter().map(line).collect_view()}</ul>
        }
    })
}
