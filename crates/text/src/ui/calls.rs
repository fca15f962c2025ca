//! The page's words about calls.

texts! {
    calls_lead: "Qui appeler, dans quel ordre et pourquoi. Ce qui vient d’un appel est consigné ici avec son effet sur le plan, et s’annule.", "Whom to call, in which order and why. What comes of a call is recorded here with its effect on the plan, and can be undone.";
    calls_order: "Ordre", "Order";
    calls_cap: "Appels par jour", "Calls a day";
    calls_everybody: "tous les commerciaux", "all salespeople";
    calls_print: "Fiches d’appel à imprimer", "Call sheets to print";
    journal_lead: "Ce que les contacts ont donné, par étape et par moyen. Un règlement est compté avec le dernier contact des quinze jours qui le précèdent.", "What the contacts came to, by step and means. A payment is told with the last contact of the fifteen days before it.";
    journal_csv: "Journal (.csv)", "Journal (.csv)";
    journal_json: "Journal (.json)", "Journal (.json)";
    journal_read_back: "Relire un journal", "Read a journal back";
    journal_add: "Ajouter les nouveaux", "Add the new ones";
    export_handouts_more: "Une page par commercial avec ses seuls clients, une pour la direction, livraisons à suspendre.", "A page for each salesperson with its own customers alone, one for the manager, deliveries to hold.";
    export_factor_more: "Chaque pièce, ce qu’un factor en financerait, et pourquoi pas le reste.", "Every item, what a factor would finance of it, and why not the rest.";
    export_forms: "Formulaires de réponse", "Answer forms";
    export_forms_more: "Une page et un texte par client en retard, à remplir et à renvoyer.", "A page and a text for each late customer, to fill in and return.";
    handover_button: "Dossier de recouvrement (.zip)", "Hand-over dossier (.zip)";
    form_of_customer: "Formulaire de réponse", "Answer form";
    sheet_of_customer: "Fiche d’appel", "Call sheet";
    calls_calendar: "Agenda (.ics)", "Calendar (.ics)";
}
