//! What only a person can decide about the files, on one page: each question with values of the file, each answer with
//! what it changes. One button reads the files again under all the answers.

use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{Answer, Question};

/// The questions; nothing where none is open.
#[component]
pub fn Questions(
    /// They, five at most.
    questions: Vec<Question>,
    /// Whether one file alone is open: it needs no name.
    one_file: bool,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    if questions.is_empty() {
        return ().into_any();
    }
    let count = questions.len();
    // The first answer is the one assumed.
    let chosen = RwSignal::new(vec![0_usize; count]);
    let busy = move || session.work.with(Option::is_some);
    view! {
        <form
            class="card questions"
            aria-labelledby="questions-title"
            on:submit=move |event| {
                event.prevent_default();
                work::answer(session, &chosen.get_untracked());
            }
        >
            <h2 id="questions-title">{text.title_questions(count)}</h2>
            <p class="lead">{text.questions_lead()}</p>
            {questions
                .into_iter()
                .enumerate()
                .map(|(number, question)| view! { <Asked question number one_file chosen/> })
                .collect_view()}
            <button type="submit" class="button button-primary" disabled=busy>{text.button_apply_answers()}</button>
        </form>
    }
    .into_any()
}

/// One question.
#[component]
fn Asked(
    /// It.
    question: Question,
    /// Its position on the page.
    number: usize,
    /// Whether one file alone is open.
    one_file: bool,
    /// Position of the answer chosen, for every question.
    chosen: RwSignal<Vec<usize>>,
) -> impl IntoView {
    let text = use_text();
    let place = question.sheet.map_or_else(|| question.file.clone(), |sheet| format!("{}, {sheet}", question.file));
    let samples = question.samples;
    view! {
        <fieldset class="question">
            <legend>{question.text}</legend>
            {(!one_file).then(|| view! { <p class="muted"><bdi>{place}</bdi></p> })}
            {(!samples.is_empty())
                .then(|| {
                    view! {
                        <p class="question-samples">
                            <span class="muted">{text.question_samples()}</span>
                            {samples.into_iter().map(|sample| view! { <code>{sample}</code> }).collect_view()}
                        </p>
                    }
                })}
            {question
                .answers
                .into_iter()
                .enumerate()
                .map(|(position, answer)| view! { <Choice answer position number chosen/> })
                .collect_view()}
        </fieldset>
    }
}

/// One answer, with what it changes.
#[component]
fn Choice(
    /// It.
    answer: Answer,
    /// Its position among the answers.
    position: usize,
    /// Position of the question.
    number: usize,
    /// Position of the answer chosen, for every question.
    chosen: RwSignal<Vec<usize>>,
) -> impl IntoView {
    let text = use_text();
    let effect = format!("question-{number}-{position}");
    view! {
        <div class="answer">
            <label>
                <input
                    type="radio"
                    name=format!("question-{number}")
                    checked=position == 0
                    aria-describedby=effect.clone()
                    on:change=move |_| {
                        chosen.update(|chosen| {
                            if let Some(chosen) = chosen.get_mut(number) {
                                *chosen = position;
                            }
                        });
                    }
                />
                <span>{answer.text}</span>
                {(position == 0).then(|| view! { <span class="tag tag-probable">{text.answer_assumed()}</span> })}
            </label>
            <p id=effect class="muted">{answer.effect}</p>
        </div>
    }
}
