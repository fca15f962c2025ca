//! The means of a contact, as a word in a frame.

use crate::session::use_text;
use leptos::prelude::*;
use protocol::Channel;
use text::Language;

/// All means, as the filter of the plan lists them.
pub const ALL: [Channel; 6] =
    [Channel::Email, Channel::Phone, Channel::Letter, Channel::RegisteredLetter, Channel::Sms, Channel::Internal];

/// The word.
pub fn word(text: Language, channel: Channel) -> &'static str {
    match channel {
        Channel::Email => text.channel_email(),
        Channel::Letter => text.channel_letter(),
        Channel::RegisteredLetter => text.channel_registered_letter(),
        Channel::Phone => text.channel_phone(),
        Channel::Sms => text.channel_sms(),
        Channel::Internal => text.channel_internal(),
    }
}

/// The code used by filters.
pub fn code(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "email",
        Channel::Letter => "letter",
        Channel::RegisteredLetter => "registered-letter",
        Channel::Phone => "phone",
        Channel::Sms => "sms",
        Channel::Internal => "internal",
    }
}

/// The word in a frame.
#[component]
pub fn ChannelTag(
    /// The means.
    channel: Channel,
) -> impl IntoView {
    let text = use_text();
    view! { <span class="tag">{word(text, channel)}</span> }
}
