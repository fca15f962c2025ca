//! The words that head columns, by field and language (domain.md 7.3), as data: `|` between synonyms.
//! Written as people write them; `heading` normalises both sides the same way. Nothing else is decided here.

use crate::Field;

/// Headings of one field.
pub(crate) struct Synonyms {
    pub(crate) field: Field,
    pub(crate) french: &'static str,
    pub(crate) english: &'static str,
    /// German, Spanish, Italian, Dutch.
    pub(crate) other: &'static str,
}

const fn row(field: Field, french: &'static str, english: &'static str, other: &'static str) -> Synonyms {
    Synonyms { field, french, english, other }
}

pub(crate) const SYNONYMS: &[Synonyms] = &[
    row(
        Field::CustomerId,
        "Code client|Code tiers|Compte tiers|N° compte tiers|N° client|Numéro client|CompAuxNum|Compte auxiliaire|Auxiliaire|N° auxiliaire|Numéro auxiliaire|Compte aux.|N° compte auxiliaire|Compte|N° compte|Compte client|Tiers|Réf client|Id client|Identifiant client|Client|Code auxiliaire|CT_Num|Code|Code du client|N° tiers|Matricule client|Réf. compte|Référence compte|Code clt|N° clt|Cpte|Code compte|Code cpt.|s.code_client",
        "Customer No.|No.|Customer Number|Account Number|Account No|Customer|customerNumber|Account|Cust ID|Client code|Customer ID|Customer code|Client ID|Client No|Debtor|Debtor No|Contact ID|Partner ID|Customer account|Account Reference|Account ref|A/C|A/C No|Acct|Acct No|Customer ref|Cust. No.|Customer #|Debtor code|Sold-to party|Payer|Address number|Business partner ID|Party",
        "Kundennummer|Konto|Kontonummer|Personenkonto|Debitor|Debitorennummer|Kd-Nr.|Kunden-Nr.|Kundennr.|Debitorennr.|Deudor|Debiteur|Nº cliente|Número de cliente|Número de cuenta|Código cliente|Cuenta|Numero cliente|Numero di conto|Codice cliente|Cod. cliente|Conto|Klantnummer|Rekeningnummer|Debiteurnr.|Klantcode|Deb.-Nr.|Debitor-Nr.|Kundenkonto|Kunden-ID|Kundencode|Debitorenkonto|Codice|Cod.|Cod. cli.|Conto cliente|Cliente|Código|Cód. cliente|Cta.|Nº de cliente|Debiteurcode|Debiteurnummer|Klantnr.|Rekening|Relatiecode",
    ),
    row(
        Field::CustomerName,
        "Intitulé|Raison sociale|Nom|Client|CompAuxLib|Libellé auxiliaire|Intitulé auxiliaire|Nom auxiliaire|Nom de l'auxiliaire|Partenaire|Tiers|Nom tiers|Société|Nom du client|Nom client|Désignation|Libellé compte|Libellé tiers|Intitulé client|Intitulé tiers|Intitulé compte|Intitulé du compte|Nom du tiers|Libellé client|Dénomination|Débiteur|CT_Intitule|Partenaire de la facture|Nom d'affichage du partenaire sur la facture|Nom d'affichage du partenaire de la facture|Nom ou raison sociale|Nom de la société|Désignation du compte|Libellé du compte|Titre du compte|Intitulé du tiers|Client facturé|Nom / Raison sociale|Libellé de compte|Étiquettes de lignes|Maître d'ouvrage|Donneur d'ordre|s.nom",
        "Customer Name|Name|Partner|Party|Company|Company name|Client|Client name|Contact|Contact name|Customer|Debtor name|Account name|Partner name|Bill to|Business partner|Name 1|Customer name 1|Invoice Partner Display Name|Partner display name|Organisation|Organization|Customer full name|Name of customer|Debtor|A/C name|Customer:Project|Customer/Project|Sold-to name|Business partner name|Account holder|Name of the business partner|Row labels|Who|Alpha name|Customer company",
        "Kundenname|Kunde|Partner|Firma|Name|Bezeichnung|Cliente|Empresa|Tercero|Sociedad|Razón social|Nombre|Nome cliente|Controparte|Impresa|Ragione sociale|Klantnaam|Klant|Relatie|Bedrijf|Debitorenname|Name des Debitors|Debitor Name|Beschriftung|Matchcode|Kontobezeichnung|Kontoname|Geschäftspartner|Kundenbezeichnung|Título|Nombre cliente|Nombre del cliente|Nombre fiscal|Denominación|Titular|Descripción cuenta|Título cuenta|Denominazione|Nominativo|Descrizione conto|Intestatario|Descrizione cliente|Naam|Bedrijfsnaam|Naam debiteur|Debiteurnaam|Naam klant|Kontakt|Contacto|Relazione|Zeilenbeschriftungen|Etiquetas de fila|Etichette di riga|Rijlabels|Debitor|Debiteur|Deudor|Nome|Nome do cliente|Nome fantasia|Razão social",
    ),
    row(
        Field::Document,
        "N° facture|Numéro de facture|N° pièce|N° de pièce|Numéro de pièce|Pièce|PieceRef|Référence document|N° document|N° doc.|Facture|N° de facture|Numéro facture|Numéro pièce|Document|Référence pièce|Réf pièce|Réf. facture|Numéro|EC_RefPiece|EC_Piece|Pièce comptable|N° de document|Numéro de document|Numéro de la facture|N° Fact.|Écriture comptable|N° situation|Situation n°|f.ref|Pino|Avis d'échéance|N° note d'honoraires",
        "Invoice Number|Invoice No.|Invoice|Invoice ID|Voucher No|Document No.|Document Number|Num|Number|Doc No|Doc Num|Reference no.|Invoice Ref No|Doc number|Document|Document ID|Transaction No|Bill No|Invoice #|Ref. no.|Refn|Journal Entry|Transaction number|Transaction #|Document ref|Invoice ref no|Invoice nbr|Document nbr|Inv. no.|Inv. number|Inv #|Reference nbr.|ID No.",
        "Rechnungsnummer|Belegnummer|Nummer|Belegfeld 1|Beleg-Nr.|RE-Nr.|Rechnung|Rechnungs-Nr.|Rechnungsnr.|Belegnr.|Número de factura|Factura|Nº documento|Nº factura|Numero fattura|Numero documento|Fattura|N. doc.|N. fattura|Factuurnummer|Factuurnr.|Factuurcode|Factuur|Beleg|Buchungsbeleg|Journalbuchung|Dokumentnummer|Rg-Nr.|Rg.-Nr.|Rechnung Nr.|Documento|Nº doc.|Núm. factura|Nº fra.|Num. doc.|Nr. doc.|Nr. documento|N. documento|Num. fattura|Nr. fattura|Numero|Documentnummer|Bkst.nr.|Boekstuknummer|Boekstuk|Stuknummer|Número documento|Nota fiscal|OP-Nummer|OP-Nr.|Título",
    ),
    row(
        Field::DocumentType,
        "Code nature de pièce|Type|Nature|Type pièce|Type de pièce|Type de document|Type document|Nature pièce|Type journal|Type d'écriture|Type de facture",
        "Document Type|Transaction Type|Txn Type|Voucher Type|Type|Doc Type|Invoice type|Ty|Journal Entry Type|Document class|Tran. type",
        "Belegart|Art|Tipo|Tipo doc.|Clase de documento|Causale|Soort|Documentsoort|Vorgangsart|Dokumentart|Buchungsbelegart|Journalbuchungsart|Tipo documento|Tipo de documento|Clase doc.",
    ),
    row(
        Field::InvoiceDay,
        "Date|Date de facture|Date facture|Date de facturation|Date pièce|Date de la pièce|Date de pièce|PieceDate|Date d'émission|Date émission|Date doc.|Date document|Date du document|Facturé le|Émise le|Date de la facture|Date de document|f.datef|Pidt|Date de la note",
        "Invoice Date|Date|Tx date|Document Date|Issue date|Issued|Bill date|Doc. Date|Invoiced on|Date of invoice|Date issued|Journal Entry Date|Date of issue|Invoice issue date|Tax point|Inv. date|Dated",
        "Rechnungsdatum|RE-Datum|Datum|Belegdatum|Belegdat.|Fecha|Fecha de factura|Fecha factura|Fecha de documento|Data|Data fattura|Data documento|Factuurdatum|Datum factuur|Beleg-Datum|Bel.-Datum|Rechn.-Datum|Rg-Datum|Buchungsbelegdatum|Data doc.|Data emissione|Data fatt.|Fecha doc.|Fecha documento|Fecha emisión|F. factura|Documentdatum|Datum document|Del|Vom|OP-Datum|Emissão|Data de emissão",
    ),
    row(
        Field::PostingDay,
        "Date comptable|EcritureDate|Date d'écriture|Date écriture|Date effective|Date de comptabilisation|Date mouvement|Date opération|Date de l'opération|Date d'opération|Date op.|EC_Date|Date comptabilisation|Date compta|Date de saisie",
        "Posting Date|Post Date|Effective Date|Transaction Date|Accounting date|Entry date|GL date|Pstng Date|Postg Date|Booking date",
        "Buchungsdatum|Buchungstag|Buch.dat.|Effektives Datum|Transaktionsdatum|Fecha efectiva|Fecha contable|Fecha asiento|Fecha operación|Fecha de operación|Data di registrazione|Data registrazione|Decorrenza|Data scrittura|Data operazione|Data contabile|Boekdatum|Boekingsdatum|Verwerkingsdatum|Transactiedatum|Data reg.|Buch.-Datum",
    ),
    row(
        Field::DueDay,
        "Date d'échéance|Date échéance|Échéance|Terme|Ech.|Échéances|Date éch.|Exigible le|Échéance nette|Éch. nette|Échéance le|Échéancier|À payer le|Payable le|EC_Echeance|Date prévue|Date d'exigibilité|Date limite|Date limite de paiement|Date limite de règlement|Date échéance nette|Exigibilité|Date d'éch.|Mois d'échéance|À régler avant le|À payer avant le|À régler le|À régler pour le|f.date_lim_reglement",
        "Due Date|Maturity Date|Expected Date|Net Due Date|Net due dt|Due|Payment due|Payment due date|Date due|Due on|Due by|Maturity|Net due|Payable by|Latest payment date|Pay by|Pay before|Payment deadline|Payable before|Due Date or Check/Receipt No.",
        "Fälligkeit|Fälligkeitsdatum|Fällig am|Nettofälligkeit|Nettofäll.|Fäll.|Fällig|Fecha vencimiento|Fecha de vencimiento|Vencimiento|Vencimiento neto|Vto.|Scadenza|Data scadenza|Data di Scadenza|Vervaldatum|Vervaldag|Verfall|Verfalldatum|Zahlbar bis|Nettofälligkeitsdatum|Fälligkeit netto|Fällig bis|Fälligkeitstermin|Data scad.|Scad.|Scadenza netta|Data scadenza netta|Fecha vto.|F. vto.|Vcto.|Fecha vcto.|Netto vervaldatum|Verval|Zahlungsziel|Zu zahlen bis|Pagar antes del|A pagar el|Da pagare entro|Te betalen voor|Vence el|Vence",
    ),
    row(
        Field::Label,
        "Libellé|Libellé écriture|Libellé de l'écriture|EcritureLib|Description|Réf - Libellé|Désignation|Motif|Intitulé|Libellé pièce|Objet|Commentaire|Texte|EC_Intitule|Libellé de ligne|Libellé opération|Texte du poste",
        "Description|Label|Memo|Ref - Label|Remarks|Text|Comment|Comments|Narrative|Details|Notes|Item text|Line text",
        "Buchungstext|Beschreibung|Text|Verwendungszweck|Descripción|Etiqueta|Concepto|Texto|Descrizione|Etichetta|Causale|Omschrijving|Descrição|Positionstext|Bemerkung|Testo|Tekst",
    ),
    row(
        Field::Reference,
        "Référence|Réf.|Votre référence|N° commande|Bon de commande|Référence client|Affectation|Numéro de commande|Référence commande",
        "Reference|Customer LPO|PO Number|Order Number|Your ref|Ref|Invoice Ref|Invoice Reference|Assignment|Customer reference|PO",
        "Referenz|Auftragsnummer|Bestellnummer|Zuordnung|Referencia|Número de orden|Asignación|Riferimento|Referentie|PO-nummer|Attribuzione|Toewijzing",
    ),
    row(
        Field::Debit,
        "Débit|Montant débit|Mvt débit|Mvts débit|Mouvement débit|Débits|Mouvements débit|Solde débiteur|Soldes débiteurs|Débiteur",
        "Debit|Dr|Debit amount|Debits|Debit balance",
        "Soll|Sollbetrag|S|Debe|Débito|Dare|Debet|Betrag Soll|Umsatz Soll|Importe debe|Importo dare|Saldo deudor|Saldo dare|Sollsaldo",
    ),
    row(
        Field::Credit,
        "Crédit|Montant crédit|Mvt crédit|Mvts crédit|Mouvement crédit|Crédits|Mouvements crédit|Solde créditeur|Soldes créditeurs|Créditeur",
        "Credit|Cr|Credit amount|Credits|Credit balance",
        "Haben|Habenbetrag|H|Haber|Crédito|Avere|Credit|Betrag Haben|Umsatz Haben|Importe haber|Importo avere|Saldo acreedor|Saldo avere|Habensaldo",
    ),
    row(
        Field::Amount,
        "Montant|Montant TTC|Montant brut|Total TTC|Montant facture|Montant de la facture|Montant initial|Montant total|Montant facturé|Total facture|TTC|Total|Montant d'origine|Montant origine|Montant en devise interne|Montant devise int.|Montant en DI|Montant pièce|EC_Montant|Net à payer|Total signé|Montant TTC signé|Montant HT|Total HT|Montant en devise société|Montant devise société|Montant document|Montant de la pièce|Total général|f.total_ttc|Honoraires",
        "Amount|Invoiced Amount|Original Amount|Invoice Grand Total|Total|Invoice Amount|Original|Total amount|Gross amount|Invoice total|Grand total|Invoice value|Amount incl. VAT|Total incl. VAT|Amount in local currency|Amount in local cur.|Amount in LC|Amt in loc.cur.|Amount billed|Billed amount|Total Signed|Total in Currency Signed|Amount excl. VAT|Document Value|Amount Due Original|Original value|Document amount|Amount in company code currency|Transaction amount|Gross|Line total",
        "Betrag|Rechnungsbetrag|Bruttobetrag|Umsatz|Betrag in Hauswährung|Betrag in Hauswähr.|Betrag in Hausw.|Betrag in HW|Brutto|Importe|Cantidad|Importe factura|Importe en moneda local|Importe total|Importo|Importo imponibile|Totale documento|Importo fattura|Totale|Bedrag|Factuurbedrag|Bedrag incl. btw|Betrag in Buchungskreiswährung|Belegbetrag|Gesamtbetrag|Rechnungssumme|Importo in divisa interna|Importo documento|Totale fattura|Importe documento|Importe bruto|Total factura|Bedrag in eigen valuta|Totaalbedrag|Totaal|Gesamt|Summe|Gesamtergebnis|Total general|Totale complessivo|Eindtotaal",
    ),
    row(
        Field::Side,
        "Sens|D/C|EC_Sens|Sens écriture|Débit/Crédit",
        "DC|Sign|CdtDbtInd|Dr/Cr|Debit/Credit",
        "S/H|Soll/Haben-Kennzeichen|Soll/Haben|D/H|D/A|D/C|AF/BIJ|Dare/Avere|Segno|Debe/Haber|Signo",
    ),
    row(
        Field::Residual,
        "Résiduel|Solde|Montant dû|Montant brut dû|Montant à payer|Reste à payer|Restant dû|Reste dû|Solde dû|Non réglé|Encours|Impayé|Reste à régler|Reste|Montant restant|Montant restant dû|Montant ouvert|Solde facture|Solde restant|Solde pièce|Montant impayé|Reste à encaisser|Reste à recouvrer|Reliquat|Solde à payer|Montant restant à payer|Montant dû signé|À recevoir|Solde client|Total dû|Montant exigible|Solde ouvert|Reste à solder|Total restant dû|Montant non réglé|Solde restant dû|Montant ouvert DS|Solde échéance|Reste à percevoir|Dû|Encours total|Total encours|Solde total|Total solde|Encours client|Net à payer|Net à payer TTC",
        "Outstanding Amount|Outstanding|Residual|Amount Due|Open Balance|Balance|Balance Due|Remaining Balance|Due|Open amount|Unpaid|Unpaid amount|Remaining|Remaining amount|Open Advance|Outstanding balance|Amount outstanding|Amount open|Amount residual|Residual amount|Amount remaining|Invoice Amount Due|Amount Due Signed|Open|Amount to pay|Remaining due|Outstanding Value|Amount Due Remaining|O/S|O/S amount|Total Unpaid|Total outstanding|Total due|Amount unpaid|Remaining Amt.|Unpaid balance|Amount still due|Left to pay|Still to pay",
        "Restbetrag|Offen|Saldo|Noch zu zahlen|Betrag fällig|OP-Betrag|offener Betrag|Offener Posten|Remanente|Cantidad adeudada|Importe a pagar|Pendiente|Importe pendiente|Residuo|Importo dovuto|Importo da pagare|Importo residuo|Resterend|Verschuldigd bedrag|Openstaand|Openstaand bedrag|Restforderung|Offener Saldo|Noch offen|Rest|Saldo partita|Residuo da pagare|Da incassare|Insoluto|Importo aperto|Saldo scadenza|Saldo pendiente|Imp. pendiente|Por cobrar|Pendiente de cobro|Importe pte.|Openstaand saldo|Nog te betalen|Nog te ontvangen|Te betalen",
    ),
    row(
        Field::Paid,
        "Total payé|Réglé|Paiement|Règlement|Encaissement|Montant réglé|Payé|Acompte|Montant payé|Déjà réglé|Règlements|Encaissé|Montant encaissé|Acompte versé|Acomptes versés|Acomptes|Déjà versé|Déjà payé",
        "Paid Amount|Paid|Payment|Total Paid|Amount paid|Payments|Amount received|Received|Invoice Amount Paid|Amount settled|Settled amount|Deposit paid|Part payment|Part paid",
        "Bezahlt|Gesamtzahlbetrag|Zahlung|Pagado|Pago|Importe pagado|Importo Pagato|Totale pagato|Pagamento|Betaald|Betaling|Betaald bedrag|Acconto|Acconti|A cuenta|Cobrado|Incassato|Anzahlung|Vooruitbetaald",
    ),
    row(
        Field::Credited,
        "Avoir|Avoirs|Montant avoir",
        "Credit Note|Credited|CN|Credit memo|Amount credited",
        "Gutschrift|Abono|Nota de crédito|Nota di credito|Creditnota|Creditmemo",
    ),
    row(
        Field::PaymentDay,
        "Date de paiement|Date paiement|Date de règlement|Date règlement|Date d'encaissement|Date encaissement|Payé le|Réglé le|Encaissé le|DateRglt|Date du paiement|Date du règlement|Soldé le|Date solde",
        "Payment Date|Last payment date|Last payment|Settled Date|Settlement Date|Paid Date|Date Paid|Paid On|Date of payment|Settled on|Receipt date|Date settled|Clear date",
        "Zahlungsdatum|Zahldatum|Bezahlt am|Zahlungseingang|Fecha de pago|Fecha pago|Fecha cobro|Data pagamento|Data di pagamento|Data incasso|Betaaldatum|Betaald op|Datum betaling",
    ),
    row(
        Field::MatchCode,
        "Lettrage|Let.|Lettre|EcritureLet|Code lettrage|Pointage|Pièce de rapprochement|Pce rappr.|EC_Lettrage|Lettrage montant|Code de lettrage|Pièce rapproch.|Lettr.|Lett.|Ltr|Code lettre",
        "Reconciliation|Rec.|Match|Matching no.|Match code|Matching code|Matching|Clearing doc.|Clrng doc.|Clearing Document|Reconcile|Reconciliation code|Clearing Journal Entry|Matching #|Matching number",
        "Abstimmung|Ausgleich|Ausgl.beleg|Ausgl.bel.|Ausgleichsbeleg|OP-Kz.|Conciliación|Punteo|Doc. compensación|Riconciliazione|Ric.|Aflettering|Documento di pareggio|Doc. pareggio|Vereffeningsdocument|Ausgleichsbuchung",
    ),
    row(
        Field::MatchDay,
        "DateLet|Date lettrage|Date de lettrage",
        "Clearing date|Match date|Reconciliation date",
        "Ausgleichsdatum",
    ),
    row(
        Field::Currency,
        "Devise|Idevise|Monnaie|Code devise|Devise interne|Dev. int.|Devise société|Devise pièce|Devise de la pièce",
        "Currency|Curr.|Ccy|Curr|Currency code|Local Currency|Cur|LCurr|Crcy|Company code currency|Invoice currency|Document currency|Transaction currency",
        "Währung|Wkz|Währungskennung|Hauswährung|HWähr|Moneda|Divisa|Valuta|Munteenheid|Divisa interna|Eigen valuta|Buchungskreiswährung|Belegwährung",
    ),
    row(
        Field::ForeignAmount,
        "Montant en devise|Montantdevise|Montant dev.|Montant devise|Résiduel dev.|Montant en devise pièce",
        "Amount Currency|Amount in doc. curr.|Amt in doc.cur.|Cur. Residual|Cur. Original|Amount in currency|Amount in document currency|Foreign amount|Amount in document cur.",
        "Fremdwährungsbetrag|Währungsbetrag|Betrag in Belegwährung|Betrag in BW|Importe moneda|Importe en divisa|Importo valuta|Valutabedrag|Importo in divisa documento|Bedrag in documentvaluta",
    ),
    row(
        Field::Terms,
        "Conditions de paiement|Condition de paiement|Mode de règlement|Condition règlement|Conditions de règlement|Conditions règlement|Condition de règlement|Délai de paiement|Délai de règlement|Modalités de paiement|Mode règlement|Échéancier",
        "Payment Term|Payment Terms|Terms|Term name|Credit terms|Terms of payment",
        "Zahlungsbedingung|Zahlungsbedingungen|Zahlungsziel|Plazo de pago|Condiciones|Condiciones de pago|Termine di pagamento|Termini|Condizioni di pagamento|Betalingstermijn|Betalingsconditie",
    ),
    row(
        Field::Status,
        "Litige|Statut|Bloqué|État|En litige|Litiges|Blocage relance|État du paiement|Statut du paiement|Statut de paiement|Statut de la facture|Statut facture|Payé|Payée|Réglé|Réglée|Soldée|Acquittée|f.paye",
        "Dispute|Disputed|Hold|Status|Dunning block|In dispute|On hold|Payment status|Invoice status|Paid|Is paid|Settled",
        "Klärung|Mahnsperre|Disputa|Estado|Contestazione|Stato|Betwist|Pagado|Pagato|Bezahlt|Betaald",
    ),
    row(
        Field::Email,
        "E-mail|Mail|Courriel|Adresse e-mail|Adresse mail|Email client",
        "Email|E-mail|Email address|Customer email|Contact email",
        "E-Mail|Correo|Correo electrónico|PEC|E-mailadres",
    ),
    row(
        Field::Phone,
        "Téléphone|Tél.|N° téléphone|Portable|Mobile",
        "Phone|Phone number|Telephone|Tel",
        "Telefon|Teléfono|Telefono|Telefoon",
    ),
    row(
        Field::DaysLate,
        "Retard|Jours de retard|Nb jours|Jours|Nb jours retard|Nombre de jours|Âge|Retard après échéance nette|Jours retard|Retard en jours|Nombre de jours de retard",
        "Age (Days)|Age|Past Due|Days|Days overdue|Days Past Due|Days Late|Arrears|Arrear|Arrears after net due date|Aging days|Days outstanding|Overdue days|Aging|Days in arrears|Days aged",
        "Tage|Verzugstage|Verzug|Verz.|Tage überfällig|Verzugstage nach Nettofälligkeit|Días|Días vencidos|Demora tras vencimiento neto|Giorni|Dagen|Giorni di ritardo|Giorni scaduto|Días de retraso|Dagen te laat",
    ),
    row(
        Field::RunningBalance,
        "Solde|Solde progressif|Solde cumulé|Solde courant|Cumul|Solde net",
        "Balance|Running Balance|Cumul. Balance|Cumulative balance",
        "Saldo|Laufender Saldo|Kumul. Saldo|Balans",
    ),
    row(
        Field::Journal,
        "Journal|Code journal|JournalCode|Jnl|JO_Num",
        "Journal|Jrnl|Journal code",
        "Diario|Registro|Sezionale|Dagboek",
    ),
    row(Field::JournalLabel, "JournalLib|Libellé journal|Libellé du journal|Intitulé journal", "Journal name", ""),
    row(
        Field::Account,
        "CompteNum|N° compte général|Compte général|Compte|N° compte|Collectif|Compte collectif|N° de compte|CG_Num",
        "Account|Receivable Account|GL account|General ledger account|Account code|Account No",
        "Konto|Sammelkonto|Cuenta|Conto|Grootboekrekening",
    ),
    row(Field::AccountLabel, "CompteLib|Libellé du compte général|Intitulé compte général", "GL account name", ""),
    row(
        Field::EntryNumber,
        "EcritureNum|Mouvement|N° écriture|Numéro d'écriture|N° mouvement",
        "Entry|Move|Voucher|Entry number|Entry No",
        "Buchung|Buchungssatz|Buchungssatz Nummer|Asiento|Número de asiento|Registrazione|Movimento|Numero registrazione|Boeking|Boekingsnummer",
    ),
    row(
        Field::Siren,
        "SIREN|SIRET|N° SIREN|N° SIRET|Siren/Siret|Numéro SIREN|Numéro SIRET|CT_Siret|Identifiant légal",
        "Company registration number|Registration number|Company number|Reg. No.",
        "Handelsregisternummer|HRB|KvK-nummer|KvK|Codice REA",
    ),
    row(
        Field::VatNumber,
        "N° TVA|N° de TVA|TVA intracommunautaire|N° TVA intracommunautaire|N° TVA intracom|N° intracommunautaire|Identifiant TVA|Numéro de TVA|CT_Identifiant|TVA intra",
        "VAT No.|VAT number|VAT|VAT ID|Tax ID|VAT Registration No.|TIN|VAT reg no|Tax number|Tax registration number",
        "USt-IdNr.|USt-ID|UStIdNr|Umsatzsteuer-ID|NIF|CIF|NIF/CIF|P. IVA|Partita IVA|BTW-nr.|BTW-nummer|Btw nummer|Cod. Fisc.|Codice fiscale",
    ),
    row(
        Field::Address,
        "Adresse|Adresse 1|Rue|Adresse postale|Voie|N° et voie|Adresse de facturation|CT_Adresse",
        "Address|Address 1|Address line 1|Street|Billing address|Street address",
        "Anschrift|Straße|Adresse|Dirección|Domicilio|Calle|Indirizzo|Via|Adres|Straat|Straat en nummer",
    ),
    row(
        Field::PostalCode,
        "Code postal|CP|CodePostal|CT_CodePostal",
        "Postal code|Postcode|Zip|Zip code|Post code",
        "PLZ|Postleitzahl|Código postal|C.P.|CAP|Codice postale|Postcode",
    ),
    row(
        Field::City,
        "Ville|Commune|Localité|CT_Ville",
        "City|Town|Locality",
        "Ort|Stadt|Población|Ciudad|Localidad|Città|Località|Comune|Plaats|Woonplaats|Stad",
    ),
    row(
        Field::Country,
        "Pays|Code pays|Pays client|CT_Pays",
        "Country|Country code|Country/Region|Country/Region Code",
        "Land|Länderkennzeichen|Ländercode|País|Código país|Paese|Nazione|Landcode",
    ),
    row(
        Field::Contact,
        "Interlocuteur|Nom du contact|Contact comptable|Contact facturation|Contact principal|Responsable|Contact|CT_Contact",
        "Contact person|Contact|Attention|Attn|Primary contact|Billing contact",
        "Ansprechpartner|Kontakt|Kontaktperson|Persona de contacto|Contacto|Referente|Contatto|Contactpersoon",
    ),
    row(
        Field::Language,
        "Langue|Code langue|Langue de correspondance",
        "Language|Language code",
        "Sprache|Korrespondenzsprache|Idioma|Lingua|Taal|Taalcode",
    ),
    row(
        Field::Segment,
        "Segment|Catégorie|Catégorie client|Secteur|Type de client|Typologie|Famille|Famille client|Catégorie tarifaire|Secteur d'activité",
        "Segment|Category|Customer category|Customer type|Industry|Class|Customer class",
        "Kategorie|Kundenkategorie|Branche|Segmento|Categoría|Categoria|Settore|Categorie|Klanttype",
    ),
    row(
        Field::CreditLimit,
        "Encours autorisé|Plafond|Limite de crédit|Plafond d'encours|Encours maximum|Encours max|Plafond de crédit|Crédit autorisé|Limite encours|CT_Encours|Encours garanti|Plafond encours",
        "Credit Limit|Credit limit amount|Credit line|Limit|Max credit|Credit Limit (LCY)",
        "Kreditlinie|Kreditlimit|Límite de crédito|Riesgo concedido|Fido|Limite di credito|Kredietlimiet",
    ),
    row(
        Field::Salesperson,
        "Commercial|Représentant|Vendeur|Nom du commercial|Code représentant|Représentant client|Chargé d'affaires|Attaché commercial|Collaborateur",
        "Sales Person|Salesperson|Sales rep|Sales representative|Account manager|Salesperson Code|Owner|Rep",
        "Verkäufer|Vertreter|Vertriebsmitarbeiter|Comercial|Vendedor|Venditore|Addetto vendite|Agente|Verkoper|Vertegenwoordiger|Accountmanager",
    ),
    row(
        Field::Group,
        "Groupe|Groupe client|Groupe de clients|Société mère|Centrale|Code groupe|Maison mère",
        "Group|Customer Group|Parent|Parent company|Parent customer|Customer Posting Group",
        "Gruppe|Kundengruppe|Konzern|Grupo|Grupo de clientes|Gruppo|Gruppo clienti|Groep|Klantgroep",
    ),
    row(
        Field::Iban,
        "IBAN|RIB|IBAN client|Compte bancaire|Coordonnées bancaires",
        "IBAN|Bank account|Bank account number",
        "IBAN|Bankverbindung|Bankkonto|Cuenta bancaria|Conto bancario|Bankrekening",
    ),
];

/// Headings known to mean none of the fields, though a slip of the keyboard away from one that does.
pub(crate) const STRANGERS: &[&str] = &[
    "valid date",
    "validation date",
    "date de validation",
    "date validation",
    "montant tva",
    "contrepartie",
    "hours",
    "heures",
    "item name",
    "item",
];

/// Headings of an amount that is already aged, beside those with numbers of days or months.
pub(crate) const BUCKETS: &[&str] = &[
    "current",
    "future",
    "period 1",
    "period 2",
    "period 3",
    "period 4",
    "at date",
    "a cette date",
    "a la date",
    "not due",
    "non echu",
    "dont non echu",
    "non echue",
    "a echoir",
    "courant",
    "on time",
    "older",
    "plus ancien",
    "plus anciens",
    "anterieur",
    "anterieurs",
    "au dela",
    "nicht fallig",
    "noch nicht fallig",
    "aktuell",
    "alter",
    "no vencido",
    "actual",
    "deuda",
    "mayor",
    "non dovuto",
    "corrente",
    "attuale",
    "piu vecchio",
    "niet vervallen",
    "lopend",
    "huidig",
    "ouder",
    "overdue",
    "echu",
    "pas echu",
];

/// Words that may stand beside the numbers in the heading of such an amount.
pub(crate) const BUCKET_WORDS: &[&str] = &[
    "a", "above", "age", "als", "and", "au", "days", "day", "d", "dagen", "de", "dela", "dias", "et", "from", "gg",
    "giorni", "g", "edad", "eta", "j", "jours", "jour", "mas", "mehr", "meer", "mois", "mo", "month", "months",
    "monate", "monat", "more", "of", "old", "oltre", "or", "over", "piu", "past", "due", "plus", "que", "retard", "t",
    "tage", "dgn", "than", "to", "uber", "bis", "du", "echu", "echus", "overdue", "less", "moins", "and",
];

/// Words that make a bucket of a single number.
pub(crate) const BUCKET_MARKS: &[&str] = &[
    "above", "more", "over", "plus", "older", "mehr", "meer", "mas", "oltre", "piu", "uber", "days", "jours", "j",
    "tage", "dias", "giorni", "dagen", "dgn", "mois", "month", "months", "monate", "monat",
];
