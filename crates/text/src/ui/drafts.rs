//! The words of the screen of drafts: who writes, another text, other words.

texts! {
    draft_edit: "Modifier le texte", "Edit the text";
    draft_edit_note: "Les mots sont à vous. Les montants, les dates, les tableaux et les coordonnées bancaires ne changent pas\u{202f}: un texte qui les modifie n’est pas repris.", "The words are yours. Amounts, dates, tables and bank details do not change: a text that alters them is not taken.";
    draft_edit_save: "Reprendre ce texte", "Use this text";
    draft_edit_cancel: "Abandonner", "Discard";
    draft_edit_undo: "Revenir au texte d’origine", "Back to the original text";
    draft_edited: "Texte modifié", "Text edited";
    draft_changes: "Ce qui a changé", "What changed";
    draft_body: "Texte", "Text";
    draft_variants: "Choisir un autre texte", "Choose another text";
    draft_variant_use: "Prendre ce texte", "Use this one";
    draft_variant_now: "Texte actuel", "Current text";
    tone_warm: "prévenant", "warm";
    tone_firm: "ferme", "firm";
    sender_function: "Fonction", "Position";
    sender_legal_form: "Forme juridique et capital", "Legal form and capital";
    sender_address: "Siège (une ligne par ligne d’adresse)", "Registered office (one line per address line)";
    sender_siren: "SIREN ou SIRET", "SIREN or SIRET";
    sender_registry: "Registre (par exemple RCS Lyon)", "Register (such as RCS Lyon)";
    sender_cc: "Copie à (adresses séparées par des points-virgules)", "Copy to (addresses separated by semicolons)";
    sender_accounts: "Comptes bancaires dans d’autres devises", "Bank accounts in other currencies";
    sender_account_currency: "Devise", "Currency";
    sender_account_bic: "BIC", "BIC";
    sender_account_holder: "Titulaire", "Holder";
    sender_account_add: "Ajouter un compte", "Add an account";
    sender_account_remove: "Retirer le compte", "Remove the account";
}
