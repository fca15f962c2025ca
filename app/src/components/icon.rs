//! Small drawings, always beside a word or hidden from assistive technology.

use leptos::prelude::*;

/// A closed padlock.
#[component]
pub fn LockIcon() -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <rect x="3" y="7" width="10" height="7" rx="1.5" fill="none" stroke="currentColor" stroke-width="1.5"></rect>
            <path d="M5 7V5a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" stroke-width="1.5"></path>
        </svg>
    }
}

/// Lines of a ledger: the mark of the product.
#[component]
pub fn BrandMark() -> impl IntoView {
    view! {
        <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <rect x="2" y="5" width="20" height="3" rx="1" class="mark-1"></rect>
            <rect x="2" y="10.5" width="14" height="3" rx="1" class="mark-2"></rect>
            <rect x="2" y="16" width="8" height="3" rx="1" class="mark-3"></rect>
        </svg>
    }
}

/// A sheet with an arrow into it.
#[component]
pub fn DropIcon() -> impl IntoView {
    view! {
        <svg class="drop-icon" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <path
                d="M12 4h17l9 9v31H12z M29 4v9h9"
                fill="none"
                stroke="currentColor"
                stroke-width="2"
                stroke-linejoin="round"
            ></path>
            <path
                d="M25 19v15 M18.5 28l6.5 6.5 6.5-6.5"
                fill="none"
                stroke="currentColor"
                stroke-width="2"
                stroke-linecap="round"
                stroke-linejoin="round"
            ></path>
        </svg>
    }
}
