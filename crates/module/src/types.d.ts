export type Day = string;
export type Minor = number;
/** Minor units (cents for the euro), a safe integer. */
export type Amount = Minor;
export type Currency = string;

/** A file: its bytes, or a browser's Blob (a File is itself a SourceFile). */
export interface SourceFile { name: string; bytes: Uint8Array | Blob }

/** A file taken out. */
export interface ExportedFile { name: string; mediaType: string; bytes: Uint8Array }

/** What is thrown: an Error that also says where and what to do. */
export type EncoursError = Error & EncoursErrorShape;

export type Language = "fr" | "en";

export type Format = "csv" | "xlsx" | "xls" | "xlsb" | "ods" | "fec" | "camt053" | "mt940" | "cfonb120" | "ofx";

export type Layout = "open-items" | "ledger" | "fec" | "aged-balance" | "invoice-history" | "bank-statement" | "customers";

export type DateOrder = "dmy" | "mdy" | "ymd" | "serial";

export type SignRule = "debit-credit" | "signed" | "type" | "side-letter";

export type DecimalMark = "," | ".";

export type AmountFormat = {
    /**
     * The decimal mark.
     */
    decimal: DecimalMark,
    /**
     * The mark between groups of digits; empty where there is none.
     */
    group: string,
};

export type ColumnBinding = {
    /**
     * The engine's field name, for example `customer-id`, `due-date`, `residual`.
     */
    key: string,
    /**
     * Column, from 0.
     */
    column: number,
    /**
     * Heading as written in the file.
     */
    header: string,
    /**
     * From 0 to 1, two decimals.
     */
    confidence: number,
    /**
     * Up to five values as written.
     */
    samples: Array<string>,
    /**
     * Why, in one sentence.
     */
    reason?: string,
    /**
     * Order of the dates of this column, where it proves another one than the table's.
     */
    dateOrder?: DateOrder,
    /**
     * Decimal mark of this column, where it proves another one than the table's.
     */
    decimal?: DecimalMark,
};

export type HiddenRows = "count" | "skip";

export type Mapping = {
    /**
     * How rows make a ledger.
     */
    layout: Layout,
    /**
     * Name of the sheet.
     */
    sheet?: string,
    /**
     * Row of the headings, from 1, as the file numbers its rows.
     */
    headerRow: number,
    /**
     * The columns that mean something.
     */
    columns: Array<ColumnBinding>,
    /**
     * How amounts are written.
     */
    amountFormat: AmountFormat,
    /**
     * Order of the parts of dates.
     */
    dateOrder: DateOrder,
    /**
     * How debit and credit are told apart.
     */
    sign: SignRule,
    /**
     * The day a balance aged before was struck.
     */
    agedAsOf?: Day,
    /**
     * The file leaves a doubt about that day and nobody has confirmed it: the question stays open.
     */
    agedAsOfAssumed?: boolean,
    /**
     * Nothing in the file proves the order of its dates and nobody has confirmed it: the question stays open.
     */
    dateOrderAssumed?: boolean,
    /**
     * Nothing in the file proves the decimal mark and nobody has confirmed it: the question stays open.
     */
    amountFormatAssumed?: boolean,
    /**
     * Columns, from 0, whose true dates get day and month swapped back; absent while nobody has answered.
     */
    swappedDates?: Array<number>,
    /**
     * What becomes of hidden rows; absent while nobody has answered, and then they count.
     */
    hiddenRows?: HiddenRows,
    /**
     * Column, from 0, in which rows of their own name the customers of the rows below them.
     */
    groupColumn?: number,
    /**
     * The table lists credit notes alone: its one column of amounts (`sign` is `signed`) lowers what is owed.
     */
    creditNotes?: boolean,
};

export type Correction = {
    /**
     * Name of the file.
     */
    file: string,
    /**
     * Name of the sheet.
     */
    sheet?: string,
    /**
     * Row, from 1.
     */
    row: number,
    /**
     * Column, from 0.
     */
    column: number,
    /**
     * What to read in its place, written as the file writes; empty to empty the cell.
     */
    value: string,
};

export type LedgerBalance = {
    /**
     * Its currency.
     */
    currency: Currency,
    /**
     * The balance, debits above zero.
     */
    amount: Amount,
};

export type ReadingModel = {
    /**
     * Always `reading-model`.
     */
    encours: string,
    /**
     * Version of this form: 1.
     */
    version: number,
    /**
     * Digest of the headings, folded, in their order.
     */
    fingerprint: string,
    /**
     * The headings, by column; empty where there is none.
     */
    headings: Array<string>,
    /**
     * How the table is read; without samples.
     */
    mapping: Mapping,
};

export type HeadingChange = "moved" | "missing" | "new";

export type ModelChange = {
    /**
     * What became of it.
     */
    change: HeadingChange,
    /**
     * The heading.
     */
    header: string,
    /**
     * What its column meant, or now means.
     */
    key?: string,
};

export type ModelUse = {
    /**
     * Fingerprint of the model.
     */
    fingerprint: string,
    /**
     * What differs between the file and the model; nothing where they are of one shape.
     */
    changes: Array<ModelChange>,
};

export type MappingPatch = {
    /**
     * Order of the parts of dates.
     */
    dateOrder?: DateOrder,
    /**
     * The order is no longer assumed.
     */
    dateOrderAssumed?: boolean,
    /**
     * How amounts are written.
     */
    amountFormat?: AmountFormat,
    /**
     * The decimal mark is no longer assumed.
     */
    amountFormatAssumed?: boolean,
    /**
     * The day a balance aged before was struck.
     */
    agedAsOf?: Day,
    /**
     * That day is no longer assumed.
     */
    agedAsOfAssumed?: boolean,
    /**
     * Columns whose true dates get day and month swapped back.
     */
    swappedDates?: Array<number>,
    /**
     * What becomes of hidden rows.
     */
    hiddenRows?: HiddenRows,
    /**
     * How debit and credit are told apart.
     */
    sign?: SignRule,
};

export type Candidate = {
    /**
     * The way.
     */
    mapping: Mapping,
    /**
     * From 0 to 1, two decimals.
     */
    confidence: number,
    /**
     * Why, one sentence each.
     */
    evidence: Array<string>,
};

export type Answer = {
    /**
     * The answer, the same words as in `choices`.
     */
    text: string,
    /**
     * What it changes in the figures.
     */
    effect: string,
    /**
     * What to merge into the mapping of the file.
     */
    patch: MappingPatch,
};

export type Question = {
    /**
     * Stable identifier, for example `date-order`.
     */
    code: string,
    /**
     * The question.
     */
    text: string,
    /**
     * The answers it admits, the one assumed meanwhile first.
     */
    choices: Array<string>,
    /**
     * Name of the file.
     */
    file: string,
    /**
     * Name of the sheet.
     */
    sheet?: string,
    /**
     * Up to five values it is about, as written.
     */
    samples: Array<string>,
    /**
     * The answers in the order of `choices`, each with its effect and what to merge into the mapping.
     */
    answers: Array<Answer>,
};

export type Inspection = {
    /**
     * Name of the file.
     */
    name: string,
    /**
     * Format, decided by content.
     */
    format: Format,
    /**
     * Character encoding of a text file.
     */
    encoding?: string,
    /**
     * Column separator of a text file.
     */
    delimiter?: string,
    /**
     * Names of the sheets of a workbook.
     */
    sheets: Array<string>,
    /**
     * Ways to read it, best first; empty where it makes no sense.
     */
    candidates: Array<Candidate>,
    /**
     * What only a person can decide.
     */
    questions: Array<Question>,
};

export type Severity = "info" | "warning" | "error";

export type Place = {
    /**
     * Name of the file.
     */
    file: string,
    /**
     * Name of the sheet.
     */
    sheet?: string,
    /**
     * Row, from 1.
     */
    row: number,
    /**
     * Column, from 0.
     */
    column?: number,
    /**
     * Heading of the column.
     */
    header?: string,
};

export type Diagnostic = {
    /**
     * Stable identifier, for example `unreadable-amount`.
     */
    code: string,
    /**
     * How much it matters.
     */
    severity: Severity,
    /**
     * The sentence: where, what was seen, what to do.
     */
    text: string,
    /**
     * Where.
     */
    at?: Place,
    /**
     * What was seen, as written.
     */
    seen?: string,
    /**
     * What was probably meant, for a person to confirm.
     */
    proposal?: string,
    /**
     * Rows that this one stands for, where there are several: set aside for one reason, or without a due date.
     */
    rows?: number,
};

export type RowCounts = {
    /**
     * Rows of the file.
     */
    read: number,
    /**
     * Rows that made entries.
     */
    imported: number,
    /**
     * Rows set aside, each with its reason.
     */
    setAside: number,
    /**
     * Rows without content.
     */
    blank: number,
    /**
     * Titles, headings and page furniture.
     */
    headings: number,
    /**
     * Totals and sub-totals.
     */
    totals: number,
};

export type ControlTotal = {
    /**
     * Currency of both.
     */
    currency: Currency,
    /**
     * What the file states, if anything.
     */
    stated: Amount | null,
    /**
     * What was imported.
     */
    computed: Amount,
    /**
     * Whether they agree; nothing where nothing is stated.
     */
    ok: boolean | null,
    /**
     * What rows set aside would have added, as far as their amounts can be read.
     */
    setAside: Amount,
    /**
     * The balance of the books that a person typed.
     */
    ledger: Amount | null,
    /**
     * Whether what was imported is that balance; nothing where none was typed.
     */
    ledgerOk: boolean | null,
};

export type AccountClassTotal = {
    /**
     * Name of the file.
     */
    file: string,
    /**
     * The class, as in `OpenItem.accountClass`.
     */
    class: string,
    /**
     * The first digits of its accounts, for example `411`.
     */
    root: string,
    /**
     * Lines of these accounts in the file.
     */
    lines: number,
    /**
     * Their debits less their credits.
     */
    total: Amount,
    /**
     * The same of what was imported.
     */
    imported: Amount,
    /**
     * Whether they agree.
     */
    ok: boolean,
};

export type ImportedFile = {
    /**
     * Name of the file.
     */
    name: string,
    /**
     * Format, decided by content.
     */
    format: Format,
    /**
     * Character encoding of a text file.
     */
    encoding?: string,
    /**
     * Column separator of a text file.
     */
    delimiter?: string,
    /**
     * Names of the sheets of a workbook.
     */
    sheets: Array<string>,
    /**
     * How it was read.
     */
    mapping: Mapping,
    /**
     * The model its reading follows, if one was given.
     */
    model?: ModelUse,
    /**
     * This reading as a model for the next file of the same export.
     */
    readingModel?: ReadingModel,
    /**
     * SHA-256 of its bytes, hexadecimal. Empty in the report of an opening, which does not wait for it.
     */
    sha256: string,
    /**
     * What became of its rows.
     */
    rows: RowCounts,
    /**
     * Its own totals, one per currency, where it is one of several: those of the report join all of them.
     */
    controlTotals?: Array<ControlTotal>,
};

export type LeftFile = {
    /**
     * Name of the file.
     */
    name: string,
    /**
     * `document`, `refused`, `same`, `within`, `earlier`, `suppliers` or `asked`.
     */
    reason: string,
    /**
     * The reason in a sentence.
     */
    text: string,
    /**
     * Whether it can be read beside the others, if a person says so (`readFiles`).
     */
    readable: boolean,
};

export type ImportReport = {
    /**
     * The files.
     */
    files: Array<ImportedFile>,
    /**
     * Files that came with them and are not read.
     */
    leftFiles?: Array<LeftFile>,
    /**
     * What became of the rows of all files.
     */
    rows: RowCounts,
    /**
     * One diagnostic for each row set aside.
     */
    setAside: Array<Diagnostic>,
    /**
     * Other remarks.
     */
    diagnostics: Array<Diagnostic>,
    /**
     * What only a person can decide, five at most, the most consequential first. While one is open, its first choice
     * is assumed and the figures rest on it.
     */
    questions: Array<Question>,
    /**
     * Totals, one per currency.
     */
    controlTotals: Array<ControlTotal>,
    /**
     * Rows set aside whose amount cannot be read, so that it is in no total.
     */
    setAsideUnread: number,
    /**
     * The customers' accounts of each FEC, by class; empty where there is none.
     */
    accountClasses: Array<AccountClassTotal>,
    /**
     * Entries made.
     */
    entries: number,
    /**
     * Customers met.
     */
    customers: number,
    /**
     * Currencies met, by code.
     */
    currencies: Array<Currency>,
    /**
     * First day of the entries.
     */
    firstDay: Day | null,
    /**
     * Last day of the entries.
     */
    lastDay: Day | null,
    /**
     * The day for which the items were listed, where a title, a sheet, a heading or the name of a file states it; the
     * latest where several files do.
     */
    statedAsOf?: Day,
    /**
     * The day of the client's own aged balance, where one was opened beside the items: it is compared, not added.
     */
    comparedAsOf?: Day,
    /**
     * The only day that can be computed, where the amounts were aged before.
     */
    agedAsOf?: Day,
    /**
     * The limits of the ages such amounts have; empty for all other dossiers.
     */
    agedLimits?: Array<number>,
};

export type OpenOptions = {
    /**
     * How to read a file, by its name, instead of what is found.
     */
    mappings?: { [key in string]?: Mapping },
    /**
     * Language of the sentences; French by default.
     */
    language?: Language,
    /**
     * Payment terms of items without a due date, in words ("30 jours fin de mois").
     */
    defaultTerms?: string,
    /**
     * Currency of amounts for which no file names one; the euro where this is absent too.
     */
    defaultCurrency?: Currency,
    /**
     * Largest residue ignored, in minor units.
     */
    tolerance?: Amount,
    /**
     * The day of balances aged before whose file leaves it in doubt or does not tell it.
     */
    agedAsOf?: Day,
    /**
     * Cells a person corrected, read in place of what the files hold.
     */
    corrections?: Array<Correction>,
    /**
     * Balances of the customers' account in the books, compared with what is imported.
     */
    ledgerBalances?: Array<LedgerBalance>,
    /**
     * Files that a person said to read (`true`) or to leave (`false`), by name. Of the others, those that would count
     * twice what another one says are left.
     */
    readFiles?: { [key in string]?: boolean },
    /**
     * Models of earlier readings; each file takes the one of its headings, unless `mappings` names the file.
     */
    models?: Array<ReadingModel>,
};

export type Progress = {
    /**
     * `reading`, `importing` or `exporting`.
     */
    stage: string,
    /**
     * Units done: bytes while reading, rows while importing, files while exporting.
     */
    done: number,
    /**
     * Units in all, where known.
     */
    total: number | null,
    /**
     * Rows read so far, where bytes are counted and rows are known too.
     */
    rows?: number,
};

export type Basis = "due-date" | "invoice-date";

export type CreditMode = "own-line" | "oldest-first" | "same-reference" | "apart";

export type Dimension = "segment" | "salesperson" | "group" | "country" | "city" | "account-class" | "invoice-month" | "due-day-source";

export type AgedBalanceQuery = {
    /**
     * The day the balance is struck.
     */
    asOf: Day,
    /**
     * Which date ages an item; the due date by default.
     */
    basis?: Basis,
    /**
     * Upper limits of the buckets in days, rising; `[30, 60, 90]` by default.
     */
    limits?: Array<number>,
    /**
     * Where credits stand; apart by default.
     */
    credits?: CreditMode,
    /**
     * Also by something other than the customer.
     */
    by?: Dimension,
};

export type AgedRow = {
    /**
     * Customer identifier; empty for a total.
     */
    customer: string,
    /**
     * Customer name; empty for a total.
     */
    name: string,
    /**
     * Not due yet.
     */
    notDue: Amount,
    /**
     * The same by days still to run: due today to the first limit ahead, and so on.
     */
    toCome: Array<Amount>,
    /**
     * One figure per bucket: one more than there are limits.
     */
    buckets: Array<Amount>,
    /**
     * Debits without a due date.
     */
    noDueDate: Amount,
    /**
     * Credits not applied, zero or less.
     */
    unallocated: Amount,
    /**
     * Sum of all the above, to the cent.
     */
    balance: Amount,
    /**
     * Debits past their due date.
     */
    overdue: Amount,
    /**
     * Number of open items.
     */
    items: number,
    /**
     * Days late of the oldest overdue item.
     */
    oldestDaysLate: number | null,
};

export type Control = {
    /**
     * Sum of the ledger's entries up to the as-of day.
     */
    ledgerBalance: Amount,
    /**
     * What settlements left over within the tolerance chosen: in no row, and part of the ledger balance.
     */
    tolerated: Amount,
    /**
     * How many such residues.
     */
    toleratedItems: number,
    /**
     * Aged total and tolerated residues less ledger balance.
     */
    difference: Amount,
    /**
     * No difference.
     */
    ok: boolean,
    /**
     * Questions about the files still open: the figures rest on what is assumed meanwhile.
     */
    openQuestions: number,
};

export type AgedCurrency = {
    /**
     * The currency.
     */
    currency: Currency,
    /**
     * The total.
     */
    total: AgedRow,
    /**
     * The customers, balance descending, then identifier.
     */
    customers: Array<AgedRow>,
    /**
     * The same items by what was asked for, in its order: `customer` is its value, `name` its words. They add up to
     * the total.
     */
    groups?: Array<AgedRow>,
    /**
     * Whether it foots.
     */
    control: Control,
};

export type AgedBalance = {
    /**
     * The day the balance is struck.
     */
    asOf: Day,
    /**
     * Which date ages an item.
     */
    basis: Basis,
    /**
     * Upper limits of the buckets, in days.
     */
    limits: Array<number>,
    /**
     * Where credits stand.
     */
    credits: CreditMode,
    /**
     * One balance per currency, by code.
     */
    currencies: Array<AgedCurrency>,
    /**
     * What the files cannot tell of that day, in sentences.
     */
    remarks: Array<string>,
    /**
     * What the reading of the files leaves to look at before the figures are used, in sentences: what may be missing
     * from them or stand in them twice. The import report says where.
     */
    doubts?: Array<string>,
};

export type OpenItemsQuery = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * Only this customer's.
     */
    customer?: string,
    /**
     * `customer` (default), `due-day`, `residual` or `days-late`; a `-` before it for descending order.
     */
    sort?: string,
    /**
     * Items to skip.
     */
    offset?: number,
    /**
     * Items to return at most; all by default.
     */
    limit?: number,
};

export type OpenItem = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * Number of the document, as written.
     */
    document: string,
    /**
     * `invoice`, `credit-note`, `payment`, `opening` or `other`.
     */
    kind: string,
    /**
     * Class of the French account it stands in: `receivable` (411 and ledgers that name no account), `retention`
     * (4117), `bills-receivable` (413), `doubtful` (416), `accrued` (418), `advances` (419) or
     * `credit-notes-to-issue` (4198).
     */
    accountClass: "receivable" | "retention" | "bills-receivable" | "doubtful" | "accrued" | "advances" | "credit-notes-to-issue",
    /**
     * Invoice date, or the day the money came.
     */
    invoiceDay: Day,
    /**
     * The day payment is due.
     */
    dueDay: Day | null,
    /**
     * `stated`, `terms`, `mode`, `default` or `none`.
     */
    dueDaySource: "stated" | "terms" | "mode" | "default" | "none",
    /**
     * The document's own amount.
     */
    amount: Amount,
    /**
     * What remains of it.
     */
    residual: Amount,
    /**
     * Currency of both.
     */
    currency: Currency,
    /**
     * Days past the due date; zero or less when not due; zero without a due date.
     */
    daysLate: number,
    /**
     * What the file and people say of it: `disputed`, `promised`, `plan`, `blocked`, `excluded`, `factored`,
     * `insolvent`, `formal-notice`, `agency`, `court` or `written-off`.
     */
    status: Array<string>,
    /**
     * The row it was read from.
     */
    source: Place,
    /**
     * Which one, from 2, of those of one customer that document, day and amount name alike; told where one customer
     * is asked for.
     */
    twin?: number,
};

export type OpenItemsPage = {
    /**
     * Items that answer the query, before offset and limit.
     */
    total: number,
    /**
     * The page.
     */
    items: Array<OpenItem>,
};

export type MetricsQuery = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * Which currency; the one with the most entries by default.
     */
    currency?: Currency,
    /**
     * Window of the sales, in days up to the as-of day; 90 by default.
     */
    days?: number,
};

export type Dso = {
    /**
     * Outstanding over the sales of the window, times its days; nothing when sales are unknown.
     */
    simple: number | null,
    /**
     * Months of sales used up by the outstanding, counted back.
     */
    countBack: number | null,
    /**
     * Where the outstanding passes all sales of the file: it is worth more than these days.
     */
    countBackMoreThan: number | null,
    /**
     * What is open of each month of issue over the sales of that month, times its days, added up.
     */
    salesWeighted: number | null,
    /**
     * The part not due over the sales of the window, times its days.
     */
    bestPossible: number | null,
    /**
     * Simple less best possible.
     */
    averageDaysDelinquent: number | null,
};

export type DaysStatistics = {
    /**
     * Payments counted: one for each part of an invoice that a dated payment cleared.
     */
    n: number,
    /**
     * Mean, in days.
     */
    mean: number | null,
    /**
     * Mean weighted by amount.
     */
    weighted: number | null,
    /**
     * Median.
     */
    median: number | null,
    /**
     * Ninth decile.
     */
    p90: number | null,
};

export type TopCustomer = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * What it owes.
     */
    balance: Amount,
    /**
     * Share of the positive balances, 0 to 1.
     */
    share: number,
    /**
     * Share of this customer and all larger ones.
     */
    cumulative: number,
    /**
     * Class by cumulated balance: "A" up to 80 %, "B" up to 95 %, "C" beyond.
     */
    class: string,
};

export type Concentration = {
    /**
     * Herfindahl-Hirschman index, 0 to 10,000.
     */
    hhi: number | null,
    /**
     * How many customers of one size would be as concentrated.
     */
    equivalentCustomers: number | null,
    /**
     * Customers by class, A first.
     */
    classes: Array<ClassOfCustomers>,
    /**
     * The ten largest customers.
     */
    top: Array<TopCustomer>,
};

export type ClassOfCustomers = {
    /**
     * "A", "B" or "C".
     */
    class: string,
    /**
     * How many.
     */
    customers: number,
    /**
     * What they owe.
     */
    balance: Amount,
};

export type PunctualityBand = {
    /**
     * "on-time", "late" (1 to 30 days) or "very-late".
     */
    code: string,
    /**
     * Parts of invoices paid.
     */
    count: number,
    /**
     * Their amounts.
     */
    amount: Amount,
    /**
     * Share of the amounts, in percent with two decimals; the shares add up to 100.00.
     */
    percent: number,
};

export type Stratum = {
    /**
     * Amounts from this one on, without sign, up to the next stratum.
     */
    from: Amount,
    /**
     * How many.
     */
    count: number,
    /**
     * What remains of them.
     */
    amount: Amount,
};

export type Explanation = {
    /**
     * The member of the figures it explains: "overdueShare", "dso.simple" ...
     */
    figure: string,
    /**
     * The sentence.
     */
    text: string,
};

export type Metrics = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * The currency.
     */
    currency: Currency,
    /**
     * All that is open, credits deducted.
     */
    outstanding: Amount,
    /**
     * Debits past their due date.
     */
    overdue: Amount,
    /**
     * Overdue over all debits, 0 to 1.
     */
    overdueShare: number,
    /**
     * Overdue over the outstanding, credits deducted.
     */
    overdueShareOfNet: number | null,
    /**
     * Days past due of what is overdue, weighted by amount.
     */
    overdueAge: number | null,
    /**
     * Credit notes and unallocated payments, zero or less.
     */
    credits: Amount,
    /**
     * Debits under dispute.
     */
    disputed: Amount,
    /**
     * Debits more than 90 days past their due date.
     */
    over90: Amount,
    /**
     * Debits not due.
     */
    notDue: Amount,
    /**
     * Number of open items.
     */
    items: number,
    /**
     * Number of overdue items.
     */
    overdueItems: number,
    /**
     * Customers with an open item.
     */
    customers: number,
    /**
     * Customers with an overdue item.
     */
    overdueCustomers: number,
    /**
     * Window of the sales, in days.
     */
    days: number,
    /**
     * Sales of the window; nothing when unknown.
     */
    sales: Amount | null,
    /**
     * Days of sales outstanding.
     */
    dso: Dso,
    /**
     * Days late of paid invoices.
     */
    daysLate: DaysStatistics,
    /**
     * Days to pay of paid invoices.
     */
    daysToPay: DaysStatistics,
    /**
     * What stood open before the window; nothing where the file starts within it.
     */
    opening: Amount | null,
    /**
     * What was collected of what could be, 0 to 1: the collection effectiveness index.
     */
    collectionEffectiveness: number | null,
    /**
     * Payments by punctuality.
     */
    punctuality: Array<PunctualityBand>,
    /**
     * Open items by size, smallest first.
     */
    strata: Array<Stratum>,
    /**
     * How concentrated the outstanding is.
     */
    concentration: Concentration,
    /**
     * How each figure was computed.
     */
    explanations: Array<Explanation>,
};

export type MatchesQuery = {
    /**
     * The day whose open items are matched.
     */
    asOf: Day,
    /**
     * One customer only.
     */
    customer?: string,
};

export type MatchEntry = {
    /**
     * Number of the document; empty where the file has none.
     */
    document: string,
    /**
     * Its day.
     */
    day: Day,
    /**
     * What is open of it.
     */
    residual: Amount,
    /**
     * Name of the file.
     */
    file: string,
    /**
     * Sheet, for a workbook.
     */
    sheet?: string,
    /**
     * 1-based row.
     */
    row: number,
};

export type MatchProposal = {
    /**
     * Stable: same files, same entries, same identifier.
     */
    id: string,
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * "same-reference", "reference-within", "exact-amount", "all-open", "several-debits", "several-credits" or
     * "oldest-first".
     */
    rule: string,
    /**
     * How sure, 0 to 100.
     */
    score: number,
    /**
     * Why, in a sentence.
     */
    text: string,
    /**
     * The currency.
     */
    currency: Currency,
    /**
     * What would be cleared.
     */
    cleared: Amount,
    /**
     * What would be left of the larger side: above zero a debt, below zero a credit.
     */
    left: Amount,
    /**
     * What is owed.
     */
    debits: Array<MatchEntry>,
    /**
     * What would clear it.
     */
    credits: Array<MatchEntry>,
};

export type Matches = {
    /**
     * The proposals, surest first.
     */
    proposals: Array<MatchProposal>,
    /**
     * Identifiers of the matches approved so far, in the order they were given.
     */
    approved: Array<string>,
    /**
     * Customers whose sums are too many to search, by identifier.
     */
    givenUp: Array<string>,
};

export type Insolvency = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * The day the judgment was published (BODACC).
     */
    publishedOn: Day,
};

export type SegmentThresholds = {
    /**
     * Key accounts at most, by sales of the last twelve months: 0 to 1,000.
     */
    keyAccountsMax: number,
    /**
     * Share of sales each of them has at least, in percent: 0 to 100.
     */
    shareMinPercent: number,
    /**
     * Share of sales all of them have together, in percent: 1 to 100.
     */
    cumulatedPercent: number,
    /**
     * Score of risk from which a customer is at risk: 1 to 100.
     */
    riskMin: number,
};

export type SegmentsQuery = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * An earlier day: who has come on the watch-list since, and who has left it.
     */
    since?: Day,
    /**
     * Customers in insolvency proceedings.
     */
    insolvent?: Array<Insolvency>,
    /**
     * Customers a person keeps on the watch-list.
     */
    pinned?: Array<string>,
    /**
     * Other thresholds than the usual ones.
     */
    thresholds?: SegmentThresholds,
};

export type RiskFactor = {
    /**
     * "habit", "oldest-overdue", "overdue-share", "doubtful", "lengthening", "over-limit", "silence" or "insolvent".
     */
    code: string,
    /**
     * Points given.
     */
    points: number,
    /**
     * Points at most.
     */
    of: number,
    /**
     * The fact, in words.
     */
    text: string,
};

export type PlacedCustomer = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * The segment: "key-accounts", "large-and-public", "at-risk" or "low-risk".
     */
    segment: string,
    /**
     * Why, in a sentence.
     */
    reason: string,
    /**
     * Risk, 0 to 100: the sum of the factors.
     */
    score: number,
    /**
     * Part of the score's weights whose facts are known, in percent.
     */
    confidence: number,
    /**
     * What each factor gives; those that give nothing because nothing is known say so.
     */
    factors: Array<RiskFactor>,
    /**
     * "A" on time, "B" up to 15 days late, "C" up to 30, "D" later; nothing with fewer than three payments.
     */
    payerClass: string | null,
    /**
     * Its sales of the last twelve months.
     */
    turnover: Amount,
    /**
     * What it owes.
     */
    balance: Amount,
    /**
     * What of it is overdue.
     */
    overdue: Amount,
    /**
     * Why it is on the watch-list, in words; empty where it is not.
     */
    watched: Array<string>,
    /**
     * The last day to declare the claim, where it is in insolvency proceedings.
     */
    claimDeadline?: Day,
};

export type SegmentTotal = {
    /**
     * The segment.
     */
    segment: string,
    /**
     * Its name in words.
     */
    name: string,
    /**
     * How many customers.
     */
    customers: number,
    /**
     * What they owe.
     */
    balance: Amount,
    /**
     * What of it is overdue.
     */
    overdue: Amount,
};

export type SegmentsOfCurrency = {
    /**
     * The currency.
     */
    currency: Currency,
    /**
     * The segments, in the order of their rules.
     */
    segments: Array<SegmentTotal>,
    /**
     * The customers, highest score first, then balance.
     */
    customers: Array<PlacedCustomer>,
    /**
     * Customers on the watch-list that were not on the earlier day.
     */
    watchAdded: Array<string>,
    /**
     * Customers that were and are not any more.
     */
    watchRemoved: Array<string>,
};

export type Segments = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * The thresholds used.
     */
    thresholds: SegmentThresholds,
    /**
     * One list per currency, by code.
     */
    currencies: Array<SegmentsOfCurrency>,
};

export type SeriesQuery = {
    /**
     * The last day.
     */
    asOf: Day,
    /**
     * Month ends before it: 1 to 60, 12 by default.
     */
    months?: number,
    /**
     * Upper limits of the buckets in days, rising; `[30, 60, 90]` by default.
     */
    limits?: Array<number>,
    /**
     * Window of the sales of each point, in days; 90 by default.
     */
    days?: number,
};

export type Point = {
    /**
     * The day.
     */
    day: Day,
    /**
     * All that is open, credits deducted.
     */
    outstanding: Amount,
    /**
     * Not due yet.
     */
    notDue: Amount,
    /**
     * One figure per bucket.
     */
    buckets: Array<Amount>,
    /**
     * Debits without a due date.
     */
    noDueDate: Amount,
    /**
     * Credits not applied, zero or less.
     */
    unallocated: Amount,
    /**
     * Debits past their due date.
     */
    overdue: Amount,
    /**
     * Overdue over all debits, 0 to 1.
     */
    overdueShare: number | null,
    /**
     * Days of sales outstanding, balance method.
     */
    dso: number | null,
    /**
     * The same, counted back.
     */
    dsoCountBack: number | null,
    /**
     * Sum of the ledger's entries up to that day.
     */
    ledgerBalance: Amount,
    /**
     * The columns add up to it.
     */
    ok: boolean,
};

export type MovedRow = {
    /**
     * What stood there, all months together.
     */
    whole: Amount,
    /**
     * What of it still stood a month later, by age: not due first, then the buckets.
     */
    to: Array<Amount>,
    /**
     * What was cleared meanwhile.
     */
    cleared: Amount,
    /**
     * The part that stood in the next age, 0 to 1; nothing for the last age.
     */
    rollRate: number | null,
};

export type SeriesOfCurrency = {
    /**
     * The currency.
     */
    currency: Currency,
    /**
     * The points, earliest first; the last is the as-of day.
     */
    points: Array<Point>,
    /**
     * From one month end to the next, by age: not due first, then the buckets.
     */
    migration: Array<MovedRow>,
};

export type Series = {
    /**
     * The last day.
     */
    asOf: Day,
    /**
     * Upper limits of the buckets, in days.
     */
    limits: Array<number>,
    /**
     * One series per currency, by code.
     */
    currencies: Array<SeriesOfCurrency>,
};

export type LatePaymentsQuery = {
    /**
     * The closing day.
     */
    asOf: Day,
    /**
     * Turnover of the year, on the basis of the table; that of the ledger where nobody types one.
     */
    turnover?: Amount,
    /**
     * Currency of the turnover; the one with the most entries by default.
     */
    currency?: Currency,
    /**
     * VAT to take out, as `20` or `5.5`: amounts are then without VAT; absent, they are as in the ledger, VAT included.
     */
    vatRatePercent?: string,
};

export type ActivityQuery = {
    /**
     * The last day counted.
     */
    asOf: Day,
    /**
     * Customer identifier.
     */
    customer: string,
};

export type ActivityLine = {
    /**
     * Invoice date, or the day the money came.
     */
    day: Day,
    /**
     * `invoice`, `credit-note`, `payment`, `opening` or `other`.
     */
    kind: string,
    /**
     * Number of the document, as written.
     */
    document: string,
    /**
     * The day payment is due.
     */
    dueDay: Day | null,
    /**
     * Debit above zero, credit below.
     */
    amount: Amount,
    /**
     * What the customer owed after it.
     */
    balance: Amount,
    /**
     * What remains of it on the last day.
     */
    residual: Amount,
    /**
     * The day it was cleared whole; nothing while something remains, or where no payment tells.
     */
    clearedDay: Day | null,
    /**
     * Days from the due date to that day; negative where it was early.
     */
    daysLate: number | null,
    /**
     * Letters of its match group, as written; empty for none.
     */
    letters: string,
    /**
     * The row it was read from.
     */
    source: Place,
};

export type ActivityOfCurrency = {
    /**
     * The currency.
     */
    currency: Currency,
    /**
     * The lines by day, then in the order of the files.
     */
    lines: Array<ActivityLine>,
    /**
     * Sum of the lines: what the customer owes on the last day.
     */
    balance: Amount,
};

export type Activity = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * The last day counted.
     */
    asOf: Day,
    /**
     * One account per currency, by code.
     */
    currencies: Array<ActivityOfCurrency>,
};

export type Reperformance = {
    /**
     * The day of both.
     */
    asOf: Day,
    /**
     * One per currency of the balance given, by code.
     */
    currencies: Array<ReperformanceOfCurrency>,
};

export type ReperformanceOfCurrency = {
    /**
     * Currency of every amount.
     */
    currency: Currency,
    /**
     * Names of the columns.
     */
    columns: Array<string>,
    /**
     * Their sums as given.
     */
    stated: Array<Amount>,
    /**
     * Their sums as computed: by due date, credits in their column.
     */
    own: Array<Amount>,
    /**
     * Customers compared.
     */
    customers: number,
    /**
     * How many differ.
     */
    differing: number,
    /**
     * Of them, those with an error that no way of drawing up a balance explains.
     */
    errors: number,
    /**
     * How many were compared and how many differ, in words.
     */
    text: string,
    /**
     * Those that differ: errors first, then the largest.
     */
    differences: Array<AgedDifference>,
};

export type AgedDifference = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * Its row in the balance given; where it has none, its first row among the items.
     */
    place: Place | null,
    /**
     * As given, column by column.
     */
    stated: Array<Amount>,
    /**
     * As computed, column by column; where an error remains, the way the balance given was drawn up.
     */
    own: Array<Amount>,
    /**
     * What differs: the larger of what is given too much and what is missing.
     */
    amount: Amount,
    /**
     * What explains it to the cent, in words; several together.
     */
    causes: Array<string>,
    /**
     * Whether an error remains.
     */
    error: boolean,
};

export type LateBand = {
    /**
     * `0`, `1-30`, `31-60`, `61-90`, `91+`, `total` (from one day), or empty outside the bands.
     */
    band: string,
    /**
     * Invoices, or instalments of one.
     */
    invoices: number,
    /**
     * What they amount to.
     */
    amount: Amount,
    /**
     * Its part of the turnover (Table I) or of what was issued (Table II), four decimals; null where that is unknown.
     */
    share: number | null,
};

export type LatePaymentsOfCurrency = {
    /**
     * Currency of every amount.
     */
    currency: Currency,
    /**
     * Turnover of the year; null where the file does not tell it and nobody typed it.
     */
    turnover: Amount | null,
    /**
     * `entered`, `ledger` or `unknown`.
     */
    turnoverSource: "entered" | "ledger" | "unknown",
    /**
     * Table I (A): issued and not paid at closing, by how late, and the total from one day.
     */
    unpaid: Array<LateBand>,
    /**
     * Table I (B): disputed or doubtful, left out of (A).
     */
    disputed: LateBand,
    /**
     * Table I (C): items of (A) measured against an agreed day.
     */
    agreed: number,
    /**
     * Table I (C): items of (A) measured against the legal day, thirty days from the invoice.
     */
    legal: number,
    /**
     * Table II: paid late during the year, by how late, and the total; null where the file does not tell what was paid.
     */
    paidLate: Array<LateBand> | null,
    /**
     * Table II: all invoices issued during the year.
     */
    issued: LateBand,
    /**
     * What the table rests on, in words.
     */
    notes: Array<string>,
};

export type LatePayments = {
    /**
     * The closing day.
     */
    closing: Day,
    /**
     * First day of the year.
     */
    firstDay: Day,
    /**
     * The VAT taken out, in percent; null where amounts are VAT included.
     */
    vatRatePercent: string | null,
    /**
     * One per currency, by code.
     */
    currencies: Array<LatePaymentsOfCurrency>,
};

export type FindingsQuery = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * Rows of evidence of each finding at most; 20 by default. Counts and amounts are always whole.
     */
    rows?: number,
};

export type BehaviourQuery = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * Only this customer's row; the counts stay those of all.
     */
    customer?: string,
    /**
     * Last payments compared with those before: 3 to 20, 5 by default.
     */
    recent?: number,
    /**
     * Rows to skip in each currency.
     */
    offset?: number,
    /**
     * Rows to return at most in each currency; all by default.
     */
    limit?: number,
};

export type UsualDay = {
    /**
     * Day of the month (31 is the last of any month), or of the week (1 Monday to 7 Sunday).
     */
    day: number,
    /**
     * Pay days that kept to it, give or take two days in the month.
     */
    kept: number,
    /**
     * Pay days in all.
     */
    of: number,
    /**
     * The same in words.
     */
    text: string,
};

export type LateShare = {
    /**
     * Parts paid after their due date.
     */
    late: number,
    /**
     * Parts with a due date.
     */
    of: number,
    /**
     * Lower bound of the share at 95 % (Wilson), 0 to 1.
     */
    low: number,
    /**
     * Upper bound.
     */
    high: number,
};

export type PaidDocument = {
    /**
     * Number of the document, as written.
     */
    document: string,
    /**
     * The day it was due.
     */
    dueDay: Day,
    /**
     * The day it was paid; nothing while it is open.
     */
    paidDay: Day | null,
    /**
     * Days from the due date to the payment, or so far.
     */
    daysLate: number,
    /**
     * How much was paid, or is open.
     */
    amount: Amount,
    /**
     * The row it was read from.
     */
    source: Place,
};

export type PayDay = {
    /**
     * The day; nothing while the invoices are open.
     */
    paidDay: Day | null,
    /**
     * Days late, weighted by amount, to the nearest day; the least they will be while open.
     */
    daysLate: number,
    /**
     * Sum of its documents.
     */
    amount: Amount,
    /**
     * Among the recent ones.
     */
    recent: boolean,
    /**
     * Its documents, at most twenty.
     */
    documents: Array<PaidDocument>,
    /**
     * How many there are.
     */
    documentCount: number,
};

export type LengtheningTests = {
    /**
     * Pairs of a recent and an earlier payment where the recent one is later (Mann–Whitney).
     */
    mannWhitneyU: number,
    /**
     * All such pairs.
     */
    mannWhitneyPairs: number,
    /**
     * Its exact one-sided probability.
     */
    mannWhitneyP: number,
    /**
     * Pairs of the last payments that rise less those that fall (Mann–Kendall).
     */
    mannKendallS: number,
    /**
     * Payments it looks at.
     */
    mannKendallN: number,
    /**
     * Its one-sided probability.
     */
    mannKendallP: number,
    /**
     * Twice the smaller of the two: what chance alone would do.
     */
    probability: number,
    /**
     * Position among the recent payments, from 1, of the first that sets off the early alarm (CUSUM).
     */
    cusumAlarm: number | null,
    /**
     * How far the last payment stands from those before (modified z-score; over 3.5 is unusual).
     */
    modifiedZ: number,
};

export type Lengthening = {
    /**
     * `too-few`, `steady`, `probable` or `confirmed`.
     */
    verdict: "too-few" | "steady" | "probable" | "confirmed",
    /**
     * Pay days looked at.
     */
    payDays: number,
    /**
     * Months of open invoices later than anything paid before, each one more observation.
     */
    openMonths: number,
    /**
     * Recent observations.
     */
    recent: number,
    /**
     * Median days late before the recent ones.
     */
    medianBefore: number | null,
    /**
     * Median days late of the recent ones.
     */
    medianRecent: number | null,
    /**
     * Days by which the recent ones stand above those before (Hodges–Lehmann).
     */
    shift: number | null,
    /**
     * Days of lengthening per month, or per payment where those are rarer (Theil–Sen).
     */
    slope: number | null,
    /**
     * The tests, where shift and slope are large enough.
     */
    tests: LengtheningTests | null,
    /**
     * The conclusion in words.
     */
    text: string,
    /**
     * How it was found, with this customer's numbers; empty where no test was needed.
     */
    how: string,
    /**
     * The last observations, oldest first, where there is a lengthening.
     */
    evidence: Array<PayDay>,
};

export type Silence = {
    /**
     * The day by which it would have paid.
     */
    since: Day,
    /**
     * The last day it paid something.
     */
    lastPaid: Day,
    /**
     * Median of the days between two payments.
     */
    usualGap: number,
    /**
     * Days between two payments that nine gaps in ten do not exceed.
     */
    longGap: number,
    /**
     * Days late that nine payments in ten do not exceed.
     */
    longDaysLate: number,
    /**
     * What is later than that.
     */
    overdue: Amount,
    /**
     * The same in words.
     */
    text: string,
    /**
     * Those invoices, oldest due first, at most twenty.
     */
    documents: Array<PaidDocument>,
    /**
     * How many there are.
     */
    documentCount: number,
};

export type CustomerBehaviour = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * Days on which something was paid.
     */
    payDays: number,
    /**
     * The last of them.
     */
    lastPaid: Day,
    /**
     * Days from the due date to the payment.
     */
    daysLate: DaysStatistics,
    /**
     * Days from the invoice to the payment.
     */
    daysToPay: DaysStatistics,
    /**
     * How often it was late; nothing without due dates.
     */
    lateShare: LateShare | null,
    /**
     * Usual pay day of the month, where there is one.
     */
    usualDayOfMonth: UsualDay | null,
    /**
     * Usual pay day of the week, where there is one.
     */
    usualWeekday: UsualDay | null,
    /**
     * Whether it takes longer than before.
     */
    lengthening: Lengthening,
    /**
     * Past its usual rhythm with something overdue.
     */
    silence: Silence | null,
};

export type BehaviourOfCurrency = {
    /**
     * The currency.
     */
    currency: Currency,
    /**
     * Customers with a dated payment.
     */
    customers: number,
    /**
     * Those with enough pay days to be tested.
     */
    tested: number,
    /**
     * Lengthening beyond chance among all those tested.
     */
    confirmed: number,
    /**
     * Lengthening beyond chance for the customer alone.
     */
    probable: number,
    /**
     * Silent customers.
     */
    silent: number,
    /**
     * How all this is found.
     */
    how: string,
    /**
     * Confirmed and probable lengthenings first, then silent customers, then the others; by identifier within each.
     */
    rows: Array<CustomerBehaviour>,
};

export type Behaviour = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * One part per currency, by code.
     */
    currencies: Array<BehaviourOfCurrency>,
};

export type ForecastQuery = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
};

export type ForecastWeek = {
    /**
     * Its first day.
     */
    from: Day,
    /**
     * Its last day.
     */
    to: Day,
    /**
     * Expected from the delays seen so far.
     */
    expected: Amount,
    /**
     * The same items, had everybody paid on the due date; overdue ones in the first week.
     */
    onDueDate: Amount,
    /**
     * Received on the same items; nothing for weeks to come.
     */
    received?: Amount,
};

export type ForecastTest = {
    /**
     * The day it would have been made.
     */
    madeOn: Day,
    /**
     * Its weeks, with what came in.
     */
    weeks: Array<ForecastWeek>,
    /**
     * All that came in.
     */
    received: Amount,
    /**
     * Absolute differences of the weeks over what came in.
     */
    weeklyError: number,
    /**
     * The same, had everybody paid on the due date.
     */
    weeklyErrorOnDueDate: number,
    /**
     * Expected less received over what came in, all weeks together.
     */
    totalError: number,
    /**
     * The same, had everybody paid on the due date.
     */
    totalErrorOnDueDate: number,
    /**
     * The same in words.
     */
    text: string,
};

export type ForecastOfCurrency = {
    /**
     * The currency.
     */
    currency: Currency,
    /**
     * All open debits.
     */
    debits: Amount,
    /**
     * The thirteen weeks after the as-of day.
     */
    weeks: Array<ForecastWeek>,
    /**
     * Expected after them, or of which nothing can be told.
     */
    later: Amount,
    /**
     * Due after them.
     */
    dueLater: Amount,
    /**
     * Debits without a due date: nothing can be told of them.
     */
    noDueDate: Amount,
    /**
     * Disputed debits: not expected.
     */
    disputed: Amount,
    /**
     * Debits of accounts that no reminder asks for (doubtful, retentions, accrued): not expected.
     */
    notAskedFor: Amount,
    /**
     * Credits not applied, zero or less: not deducted.
     */
    credits: Amount,
    /**
     * Payments on which the chances rest.
     */
    payments: number,
    /**
     * How it was computed, with this ledger's numbers.
     */
    how: string,
    /**
     * The same computation thirteen and twenty-six weeks ago, where the files reach back far enough.
     */
    tests: Array<ForecastTest>,
};

export type Forecast = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * One part per currency, by code.
     */
    currencies: Array<ForecastOfCurrency>,
};

export type QualityQuery = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * Rows of each list at most; 20 by default. Counts and amounts are always whole.
     */
    rows?: number,
};

export type QualityLoss = {
    /**
     * The criterion.
     */
    code: string,
    /**
     * Points, one decimal.
     */
    lost: number,
};

export type QualityCriterion = {
    /**
     * Stable identifier, for example `due-dates`.
     */
    code: string,
    /**
     * What it asks, in words.
     */
    name: string,
    /**
     * Points lost at most.
     */
    weight: number,
    /**
     * Points lost, one decimal.
     */
    lost: number,
    /**
     * What the loss rests on, in words.
     */
    text: string,
    /**
     * Codes of the findings behind it.
     */
    findings: Array<string>,
};

export type QualityOfFile = {
    /**
     * Name of the file.
     */
    file: string,
    /**
     * From 0 to 100, one decimal.
     */
    score: number,
    /**
     * The criteria that cost something.
     */
    lost: Array<QualityLoss>,
};

export type QualityOfCustomer = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * From 0 to 100, one decimal.
     */
    score: number,
    /**
     * The criteria that cost something.
     */
    lost: Array<QualityLoss>,
};

export type DueDateShare = {
    /**
     * `stated`, `terms`, `mode`, `default`, `bucket` (of a balance aged by somebody else) or `none`.
     */
    source: "stated" | "terms" | "mode" | "default" | "bucket" | "none",
    /**
     * How many.
     */
    items: number,
    /**
     * What remains of them.
     */
    amount: Amount,
    /**
     * Their share of all open debits, from 0 to 1, four decimals.
     */
    share: number,
};

export type Freshness = {
    /**
     * Day of the last invoice up to the as-of day.
     */
    lastInvoice: Day | null,
    /**
     * Day of the last dated payment up to the as-of day.
     */
    lastPayment: Day | null,
    /**
     * Business days from the last payment, else from the last invoice, to the as-of day.
     */
    businessDays: number | null,
    /**
     * More than ten business days: to be acknowledged before anybody is written to.
     */
    stale: boolean,
    /**
     * The sentence for a banner or a manifest.
     */
    text: string,
};

export type Evidence = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * Number of the document, where one is meant.
     */
    document?: string,
    /**
     * Name of the file.
     */
    file: string,
    /**
     * Name of the sheet.
     */
    sheet?: string,
    /**
     * Row, from 1.
     */
    row: number,
    /**
     * What it is about, signed, where an amount makes sense.
     */
    amount: Amount | null,
    /**
     * What was seen there, in words; may be empty.
     */
    text: string,
};

export type Finding = {
    /**
     * Stable identifier, for example `item-twice`.
     */
    code: string,
    /**
     * How much it matters.
     */
    severity: "high" | "medium" | "low" | "info",
    /**
     * Its name.
     */
    title: string,
    /**
     * How many, how much, and what it means.
     */
    text: string,
    /**
     * What to do.
     */
    advice: string,
    /**
     * What it amounts to, without sign, where an amount makes sense.
     */
    amount: Amount | null,
    /**
     * Its currency.
     */
    currency: Currency | null,
    /**
     * How many documents, customers, match groups or ranges of numbers.
     */
    count: number,
    /**
     * The largest of them; `count` says how many there are.
     */
    evidence: Array<Evidence>,
};

export type QualityOfCurrency = {
    /**
     * Currency of every amount.
     */
    currency: Currency,
    /**
     * From 0 to 100, one decimal: 100 less the points lost.
     */
    score: number,
    /**
     * Where the points went, every criterion in a fixed order.
     */
    criteria: Array<QualityCriterion>,
    /**
     * The score of each file, in order of opening.
     */
    files: Array<QualityOfFile>,
    /**
     * The customers with the lowest scores, the lowest first.
     */
    customers: Array<QualityOfCustomer>,
    /**
     * How many customers lose points.
     */
    customersWithLosses: number,
    /**
     * Where the due dates of what is open come from, in order of precedence.
     */
    dueDates: Array<DueDateShare>,
    /**
     * How recent the files are.
     */
    freshness: Freshness,
    /**
     * What was found about the data, gravest first.
     */
    findings: Array<Finding>,
};

export type Quality = {
    /**
     * The day.
     */
    asOf: Day,
    /**
     * One per currency, by code.
     */
    currencies: Array<QualityOfCurrency>,
};

export type PlanQuery = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * A policy: JSON text, or in JavaScript the object itself.
     */
    policy?: unknown,
    /**
     * Days planned after the as-of day; 30 by default.
     */
    horizonDays?: number,
    /**
     * By which rules interest and fixed sums are computed; those of the law by default.
     */
    claims?: ClaimRules,
};

export type Channel = "email" | "letter" | "registered-letter" | "phone" | "sms" | "internal";

export type Approval = "not-needed" | "needed" | "approved";

export type PolicyQuery = {
    /**
     * The policy.
     */
    policy?: unknown,
};

export type PolicyRemark = {
    /**
     * Stable identifier of the rule.
     */
    rule: string,
    /**
     * The place in the document, for example `scenarios[0].steps[3]`.
     */
    path: string,
    /**
     * Whether the policy should be changed, or only looked at.
     */
    grave: boolean,
    /**
     * In one sentence.
     */
    text: string,
};

export type PolicyCheck = {
    /**
     * Identifier of the policy.
     */
    policy: string,
    /**
     * Its name.
     */
    name: string,
    /**
     * Every remark, by place in the document.
     */
    remarks: Array<PolicyRemark>,
    /**
     * The presets there are, the default first.
     */
    presets: Array<string>,
};

export type SimulationAssumptions = {
    /**
     * Days a written contact brings a payment forward by, at most.
     */
    writtenDays: number,
    /**
     * Days a call brings a payment forward by, at most.
     */
    callDays: number,
    /**
     * Days that pass at least between a contact and the payment it brings.
     */
    reactionDays: number,
    /**
     * A contact is needless where all it asks for is paid within so many days anyway.
     */
    needlessDays: number,
};

export type SimulationQuery = {
    /**
     * The last day played.
     */
    asOf: Day,
    /**
     * Policies, each its JSON text or a preset's name as a JSON text; the dossier's own unless given, and where a text is
     * `null`.
     */
    policies?: Array<string>,
    /**
     * Months played; twelve unless given.
     */
    months?: number,
    /**
     * What is assumed, where it is not the usual.
     */
    assumptions?: SimulationAssumptions,
};

export type SimulatedWeek = {
    /**
     * Its Monday.
     */
    monday: Day,
    /**
     * All contacts.
     */
    contacts: number,
    /**
     * Calls among them.
     */
    calls: number,
};

export type SimulatedCurrency = {
    /**
     * The currency.
     */
    currency: Currency,
    /**
     * All contacts.
     */
    contacts: number,
    /**
     * Contacts by channel, with their cost in euro cents.
     */
    channels: Array<ChannelCost>,
    /**
     * Cost of all contacts, in euro cents.
     */
    cost: Amount,
    /**
     * Customers contacted at least once.
     */
    customers: number,
    /**
     * Contacts about what was paid within days anyway.
     */
    needless: number,
    /**
     * What was paid after it was due.
     */
    paidLate: Amount,
    /**
     * Days by which that would have come earlier on average, weighed by amount; none where nothing was paid late.
     */
    daysEarlier: number | null,
    /**
     * Contacts of each week, those without any too.
     */
    weeks: Array<SimulatedWeek>,
};

export type SimulatedPolicy = {
    /**
     * Identifier of the policy.
     */
    policy: string,
    /**
     * Its name.
     */
    name: string,
    /**
     * By currency.
     */
    currencies: Array<SimulatedCurrency>,
};

export type Simulation = {
    /**
     * The first day counted.
     */
    from: Day,
    /**
     * The last.
     */
    to: Day,
    /**
     * What is assumed.
     */
    assumptions: SimulationAssumptions,
    /**
     * The same in sentences.
     */
    assumed: Array<string>,
    /**
     * One for each policy, in the order asked.
     */
    policies: Array<SimulatedPolicy>,
};

export type ActionItem = {
    /**
     * Number of the document.
     */
    document: string,
    /**
     * The day payment is due.
     */
    dueDay: Day | null,
    /**
     * What remains of it.
     */
    residual: Amount,
    /**
     * Days late on the action's day; negative before it is due.
     */
    daysLate: number,
    /**
     * What is asked of it: what remains, less what is disputed or promised.
     */
    asked: Amount,
};

export type Action = {
    /**
     * Stable: same inputs, same identifier.
     */
    id: string,
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * Segment of the customer.
     */
    segment: string,
    /**
     * Scenario of the segment.
     */
    scenario: string,
    /**
     * Step of the scenario.
     */
    step: string,
    /**
     * Name of the step, for people.
     */
    stepName: string,
    /**
     * The day of the contact.
     */
    day: Day,
    /**
     * By what means.
     */
    channel: Channel,
    /**
     * The text it uses.
     */
    template: string,
    /**
     * What it is about, oldest due first.
     */
    items: Array<ActionItem>,
    /**
     * Sum of the items, credits deducted.
     */
    amount: Amount,
    /**
     * Currency of the amounts.
     */
    currency: Currency,
    /**
     * Late-payment interest claimed.
     */
    interest: Amount,
    /**
     * Recovery indemnity claimed.
     */
    indemnity: Amount,
    /**
     * A fee of the step, beside the amount; zero unless the policy has one.
     */
    fee: Amount,
    /**
     * The last day of the new deadline it grants.
     */
    deadline?: Day,
    /**
     * It falls after the as-of day, and is made only if nothing is paid by then.
     */
    ifStillUnpaid: boolean,
    /**
     * Whether a person must look at it before it leaves.
     */
    approval: Approval,
    /**
     * Why, in one sentence.
     */
    rule: string,
    /**
     * What it rests on.
     */
    facts: Record<string, string | number>,
};

export type NonAction = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * Number of the document.
     */
    document?: string,
    /**
     * Stable identifier, for example `disputed`.
     */
    reason: string,
    /**
     * The reason in one sentence.
     */
    text: string,
    /**
     * The day it ends, where it is known.
     */
    until?: Day,
    /**
     * What it rests on.
     */
    facts: Record<string, string | number>,
};

export type ChannelCost = {
    /**
     * The channel.
     */
    channel: Channel,
    /**
     * Number of contacts.
     */
    count: number,
    /**
     * Their cost, in euro cents.
     */
    amount: Amount,
};

export type Plan = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * Days planned after it.
     */
    horizonDays: number,
    /**
     * By day, then priority, then customer identifier.
     */
    actions: Array<Action>,
    /**
     * One for every open item that no action covers.
     */
    nonActions: Array<NonAction>,
    /**
     * Cost by channel.
     */
    cost: Array<ChannelCost>,
    /**
     * The amount from which a call pays, in euro cents, under the assumptions of the back-test and credit at 8 % a year.
     */
    callThreshold?: Amount,
    /**
     * What calls below it and written messages above it amount to, in one sentence.
     */
    advice?: string,
};

export type SenderAccount = {
    /**
     * Its currency; that of the account's country where empty.
     */
    currency: string,
    /**
     * Its number.
     */
    iban: string,
    /**
     * The bank's code.
     */
    bic: string,
    /**
     * Whose it is, where it is not the firm's name.
     */
    holder: string,
};

export type Colleague = {
    /**
     * Name: rules and the salespersons of the files are found by it.
     */
    name: string,
    /**
     * What this person is in the firm.
     */
    function: string,
    /**
     * E-mail address; the sender's where empty.
     */
    email: string,
    /**
     * Telephone number; the sender's where empty.
     */
    phone: string,
};

export type ContactRole = "dunning" | "accounting" | "buyer" | "manager" | "legal";

export type CustomerContact = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * What this person is.
     */
    role: ContactRole,
    /**
     * Name.
     */
    name: string,
    /**
     * E-mail address.
     */
    email: string,
    /**
     * Telephone number.
     */
    phone: string,
};

export type LetterRule = {
    /**
     * Only this customer, by identifier.
     */
    customer: string,
    /**
     * Only customers of this country, by name or code.
     */
    country: string,
    /**
     * Only customers of these segments.
     */
    segments: Array<string>,
    /**
     * Only customers of these salespersons.
     */
    salespersons: Array<string>,
    /**
     * Only these steps of the policy, by identifier; or `promise-made`, `promise-broken`, `dispute`, `thanks`.
     */
    steps: Array<string>,
    /**
     * Only steps as firm as this or firmer: a tone of the policy, such as `last-notice`.
     */
    fromTone: string,
    /**
     * Only where at least this is asked for, in minor units.
     */
    amountFrom: Amount | null,
    /**
     * Who signs: `salesperson`, or the name of a colleague.
     */
    signs: string,
    /**
     * Which contact of the customer is written to.
     */
    writeTo: ContactRole | null,
    /**
     * Who gets a copy: `salesperson`, `customer:manager` and the like, an address, or the name of a colleague.
     */
    copies: Array<string>,
    /**
     * In what language.
     */
    language: Language | null,
};

export type Sender = {
    /**
     * The firm.
     */
    company: string,
    /**
     * The person who signs.
     */
    name: string,
    /**
     * Its e-mail address.
     */
    email: string,
    /**
     * Its telephone number.
     */
    phone: string,
    /**
     * Where to pay, in the currency of the account's country.
     */
    iban: string,
    /**
     * The accounts by currency, where there are several.
     */
    accounts: Array<SenderAccount>,
    /**
     * What the signatory is in the firm.
     */
    function: string,
    /**
     * Legal form and capital, in words.
     */
    legalForm: string,
    /**
     * The seat: street, postal code and town, one line each.
     */
    address: string,
    /**
     * SIREN or SIRET.
     */
    siren: string,
    /**
     * Where the firm is registered, such as `RCS Lyon`.
     */
    registry: string,
    /**
     * Who gets a copy of every message.
     */
    cc: Array<string>,
    /**
     * Colleagues who sign or get copies, beside the one who usually signs.
     */
    colleagues: Array<Colleague>,
    /**
     * Persons at customers', beside what the files give.
     */
    contacts: Array<CustomerContact>,
    /**
     * Who signs, who is written to, who gets a copy and in what language: of the rules that fit a text, one for its
     * customer decides before one for its country, that before one for everybody, and of two alike the first.
     */
    rules: Array<LetterRule>,
};

export type TemplateText = {
    /**
     * Its name: one of ours, or one that the policy names.
     */
    name: string,
    /**
     * Language of the text.
     */
    language: Language,
    /**
     * A first line with the subject after a colon, a blank line, the text.
     */
    source: string,
};

export type ChangedLine = {
    /**
     * `same`, `removed` or `added`.
     */
    change: string,
    /**
     * The line.
     */
    text: string,
};

export type DraftEdit = {
    /**
     * Identifier of the action.
     */
    action: string,
    /**
     * Another text than the step's: its template.
     */
    template?: string,
    /**
     * `warm` or `firm` in place of what the rules choose.
     */
    tone?: string,
    /**
     * The subject, reworded.
     */
    subject?: string,
    /**
     * The text, reworded.
     */
    body?: string,
};

export type DraftsQuery = {
    /**
     * The day everything is computed for: drafts are written for the actions of that day.
     */
    asOf: Day,
    /**
     * A policy: JSON text, or in JavaScript the object itself.
     */
    policy?: unknown,
    /**
     * Only these actions.
     */
    actions?: Array<string>,
    /**
     * Language of the drafts; the dossier's by default.
     */
    language?: Language,
    /**
     * Who writes.
     */
    sender?: Sender,
    /**
     * Templates in place of the shipped ones.
     */
    templates?: Array<TemplateText>,
    /**
     * By which rules interest and fixed sums are computed; those of the law by default.
     */
    claims?: ClaimRules,
    /**
     * Every text there is for the actions asked for, warm and firm, whatever their step: to choose from.
     */
    variants?: boolean,
    /**
     * Texts that a person chose or reworded.
     */
    edits?: Array<DraftEdit>,
    /**
     * Whether e-mails end with the answer form as lines to fill in, for whoever cannot open an attachment.
     */
    formInText?: boolean,
};

export type DraftChoice = {
    /**
     * `means`, `signatory`, `contact`, `copies` or `language`.
     */
    about: string,
    /**
     * What, in words.
     */
    chosen: string,
    /**
     * Why, in words: the rule that decided, and what was wanted first and not to be had.
     */
    reason: string,
};

export type AttachedFile = {
    /**
     * Its name.
     */
    name: string,
    /**
     * Its size in bytes.
     */
    bytes: number,
    /**
     * The document it is.
     */
    document: string,
};

export type InvoicesQuery = {
    /**
     * Which drafts.
     */
    drafts: DraftsQuery,
    /**
     * Which invoice a file is, where a person said so.
     */
    choices: Array<InvoiceChoice>,
};

export type InvoiceChoice = {
    /**
     * Name of the file.
     */
    file: string,
    /**
     * Number of its document; empty leaves the file out.
     */
    document: string,
    /**
     * Customer identifier; needed only where two customers have the number.
     */
    customer: string,
};

export type InvoiceRef = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * Number of the document.
     */
    document: string,
};

export type InvoiceFile = {
    /**
     * Its name.
     */
    name: string,
    /**
     * Its size in bytes.
     */
    bytes: number,
    /**
     * `found`, `ask`, `unknown`, `left-out` as a person said, or `refused`.
     */
    state: string,
    /**
     * Its invoice, where it is found.
     */
    invoice: InvoiceRef | null,
    /**
     * What it may be, where that is asked, or where a person chose among them.
     */
    candidates: Array<InvoiceRef>,
    /**
     * What must be said of it; empty where there is nothing to say.
     */
    remark: string,
};

export type InvoiceFiles = {
    /**
     * The files, in the order given.
     */
    files: Array<InvoiceFile>,
    /**
     * Invoices of e-mails that no file was found for.
     */
    missing: Array<InvoiceRef>,
    /**
     * Files that would make an e-mail heavier than this many bytes are left out of it.
     */
    limitBytes: number,
    /**
     * What is left out of an e-mail for its weight, in sentences.
     */
    tooHeavy: Array<string>,
};

export type Draft = {
    /**
     * Identifier of the action.
     */
    action: string,
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * By what means.
     */
    channel: Channel,
    /**
     * Language of the text.
     */
    language: Language,
    /**
     * Addresses.
     */
    to: Array<string>,
    /**
     * Copies.
     */
    cc: Array<string>,
    /**
     * The sender's address.
     */
    from: string,
    /**
     * Subject of a message, title of a call sheet.
     */
    subject: string,
    /**
     * The text.
     */
    body: string,
    /**
     * Names of the attachments.
     */
    attachments: Array<string>,
    /**
     * The invoices among them, with their sizes.
     */
    attached: Array<AttachedFile>,
    /**
     * Name of the template.
     */
    template: string,
    /**
     * `warm` or `firm`.
     */
    tone: string,
    /**
     * A formal notice that has every element of one.
     */
    formalNotice: boolean,
    /**
     * Means, signatory, contact, copies and language, each with what decided.
     */
    choices: Array<DraftChoice>,
    /**
     * What is missing or must be looked at before it leaves.
     */
    diagnostics: Array<Diagnostic>,
    /**
     * Line by line, what a person reworded; empty where nobody did.
     */
    changes: Array<ChangedLine>,
};

export type Dialect = "french" | "english" | "rfc4180";

export type FactorTerms = {
    /**
     * Days late beyond which an item is not financed, 0 to 365.
     */
    overdueDays: number,
    /**
     * Share of the whole that one customer may be, in percent, 1 to 100.
     */
    concentrationPercent: number,
};

export type ExportQuery = {
    /**
     * `aged-balance.xlsx`, `aged-balance.csv`, `open-items.csv`, `figures.csv`, `evolution.csv`, `findings.csv`,
     * `late-payments.csv`, `controls.csv`, `plan.csv`, `left-alone.csv`, `report.html`, `drafts.zip`, `dossier.json`,
     * `set-aside.csv`, `import-control.csv` or `everything.zip`.
     */
    kind: string,
    /**
     * The file whose rows are taken out, for `set-aside.csv`; the first by default.
     */
    file?: string,
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * Language of the file; the dossier's by default.
     */
    language?: Language,
    /**
     * A policy: JSON text, or in JavaScript the object itself.
     */
    policy?: unknown,
    /**
     * Limits of the aged balance; 30, 60 and 90 by default.
     */
    limits?: Array<number>,
    /**
     * Which date ages an item; the due date by default.
     */
    basis?: Basis,
    /**
     * Where credits stand in the aged balance; apart by default.
     */
    credits?: CreditMode,
    /**
     * The aged balance also by something other than the customer.
     */
    by?: Dimension,
    /**
     * Who writes the drafts.
     */
    sender?: Sender,
    /**
     * Language of the drafts; each customer's own by default.
     */
    draftLanguage?: Language,
    /**
     * Templates in place of the shipped ones.
     */
    templates?: Array<TemplateText>,
    /**
     * Texts that a person chose or reworded.
     */
    edits?: Array<DraftEdit>,
    /**
     * A person was told that the files are not recent and takes the drafts all the same; the manifest says so.
     */
    staleAcknowledged?: boolean,
    /**
     * By which rules interest and fixed sums are computed; those of the law by default.
     */
    claims?: ClaimRules,
    /**
     * Only this customer, for the files about one.
     */
    customer?: string,
    /**
     * Only the customers of this salesperson, for calls and hand-outs.
     */
    owner?: string,
    /**
     * Calls a day at most; 20 by default.
     */
    cap?: number,
    /**
     * Whether messages carry the form a customer fills in and returns: a page and the same as text.
     */
    withForms?: boolean,
    /**
     * Whether e-mails end with that form as lines to fill in, for whoever cannot open an attachment.
     */
    formInText?: boolean,
    /**
     * On what terms the factor's file finances items; common ones by default.
     */
    factor?: FactorTerms,
    /**
     * The draft taken out, by its action, for `draft.eml`.
     */
    action?: string,
    /**
     * The instalment plan, by its number, for `agreement.html`.
     */
    plan?: number,
    /**
     * Whom a dossier is handed to: `agency`, `bailiff` or `court`.
     */
    recipient?: string,
    /**
     * The order of the calls: `priority`, `amount`, `age` or `name`.
     */
    sort?: string,
    /**
     * How delimited text is written; as the language has it by default.
     */
    dialect?: Dialect,
    /**
     * Whether the workbook gives each of the 200 customers with the largest balances a sheet of its own.
     */
    customerSheets?: boolean,
};

export type DossierDocument = {
    /**
     * Form and version: `encours/dossier/1`.
     */
    schema: string,
    /**
     * What computed it.
     */
    version: Version,
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * Language of the sentences.
     */
    language: Language,
    /**
     * What was read.
     */
    importReport: ImportReport,
    /**
     * The aged balance.
     */
    agedBalance: AgedBalance,
    /**
     * All open items.
     */
    openItems: Array<OpenItem>,
    /**
     * The figures, one per currency.
     */
    metrics: Array<Metrics>,
    /**
     * The same month after month.
     */
    series: Series,
    /**
     * What deserves a second look.
     */
    findings: Array<Finding>,
    /**
     * The table of late payments.
     */
    latePayments: LatePayments,
    /**
     * The plan.
     */
    plan: Plan,
    /**
     * The drafts of the day.
     */
    drafts: Array<Draft>,
};

export type Manifest = {
    /**
     * Form and version: `encours/manifest/1`.
     */
    schema: string,
    /**
     * What computed them.
     */
    version: Version,
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * Language of the files.
     */
    language: Language,
    /**
     * What was chosen.
     */
    settings: ManifestSettings,
    /**
     * The files read.
     */
    inputs: Array<ManifestInput>,
    /**
     * Whether the balance foots, no stated total disagrees and no question is open.
     */
    controlled: boolean,
    /**
     * Totals of the files against those computed.
     */
    controlTotals: Array<ControlTotal>,
    /**
     * Questions still open.
     */
    openQuestions: Array<string>,
    /**
     * How recent the files are.
     */
    freshness: Freshness,
    /**
     * Whether a person was told that the files are not recent and took the drafts all the same.
     */
    staleAcknowledged: boolean,
    /**
     * The files written, in the order of the archive.
     */
    files: Array<ManifestFile>,
};

export type ManifestSettings = {
    /**
     * Which date ages an item.
     */
    basis: Basis,
    /**
     * Limits of the buckets, in days.
     */
    limits: Array<number>,
    /**
     * Where credits stand.
     */
    credits: CreditMode,
    /**
     * Window of the sales, in days.
     */
    salesDays: number,
    /**
     * Days planned.
     */
    horizonDays: number,
    /**
     * SHA-256 of the text of the policy.
     */
    policySha256: string,
};

export type ManifestInput = {
    /**
     * Its name.
     */
    name: string,
    /**
     * SHA-256 of its bytes.
     */
    sha256: string,
    /**
     * What became of its rows.
     */
    rows: RowCounts,
};

export type ManifestFile = {
    /**
     * Its name in the archive.
     */
    name: string,
    /**
     * Its bytes.
     */
    size: number,
    /**
     * SHA-256 of its bytes.
     */
    sha256: string,
};

export type ItemKey = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Currency of the ledger.
     */
    currency: Currency,
    /**
     * Document number; empty where there is none.
     */
    document: string,
    /**
     * Invoice date, or the day the money came.
     */
    day: Day,
    /**
     * The entry's own amount: debit above zero, credit below.
     */
    amount: Amount,
    /**
     * Which one, from 1 in file order, of those that all the rest names alike.
     */
    twin?: number,
};

export type Covered = {
    /**
     * The item.
     */
    item: ItemKey,
    /**
     * What was open of it, in minor units, above zero.
     */
    owed: Amount,
};

export type Target = { "customer": string } | { "item": ItemKey };

export type DisputeCategory = "price" | "quantity" | "quality" | "delivery" | "missing-order" | "wrong-entity" | "already-paid" | "set-off" | "awaiting-credit" | "other";

export type Dispute = {
    /**
     * The item, with what was open of it.
     */
    of: Covered,
    /**
     * The part disputed, above zero and at most what was open.
     */
    amount: Amount,
    /**
     * Why.
     */
    category: DisputeCategory,
    /**
     * Who looks into it.
     */
    owner?: string,
    /**
     * What is to be done next.
     */
    nextStep?: string,
    /**
     * By when.
     */
    nextStepDay?: Day,
    /**
     * The credit note expected, above zero.
     */
    expectedCredit?: Amount,
    /**
     * The day it was raised.
     */
    since: Day,
    /**
     * In words.
     */
    note?: string,
};

export type Resolution = "credited" | "upheld" | "shared" | "paid";

export type DisputeResolved = {
    /**
     * The first day it no longer holds anything back.
     */
    day: Day,
    /**
     * How.
     */
    how: Resolution,
    /**
     * In words.
     */
    note?: string,
};

export type PaymentPromise = {
    /**
     * What it is about, each item with what was open of it; all of one customer and one currency.
     */
    items: Array<Covered>,
    /**
     * What will be paid, above zero and at most what was open.
     */
    amount: Amount,
    /**
     * The last day of the promise, which runs to its evening.
     */
    until: Day,
    /**
     * The day it was made.
     */
    made: Day,
    /**
     * By what means it was given.
     */
    by?: Channel,
    /**
     * Who gave it.
     */
    source?: string,
};

export type Term = {
    /**
     * The last day it may be paid.
     */
    day: Day,
    /**
     * In minor units, above zero.
     */
    amount: Amount,
};

export type InstalmentPlan = {
    /**
     * What it is about, each item with what was open of it; all of one customer and one currency.
     */
    items: Array<Covered>,
    /**
     * Interest agreed for the time granted, zero or more.
     */
    interest?: Amount,
    /**
     * The terms: they add up to what was open and the interest.
     */
    terms: Array<Term>,
    /**
     * The day it was agreed; the acknowledgement of the debt interrupts limitation that day (C. civ. 2240).
     */
    agreed: Day,
};

export type BlockKind = "pause" | "excluded" | "factored";

export type Block = {
    /**
     * What is left alone.
     */
    target: Target,
    /**
     * What for.
     */
    kind: BlockKind,
    /**
     * The reason given.
     */
    reason: string,
    /**
     * The first day.
     */
    since: Day,
    /**
     * The last day.
     */
    until?: Day,
};

export type Proceedings = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Day of the judgment: interest stops the day before (L622-28).
     */
    since: Day,
    /**
     * Day of the notice in the BODACC, from which the time to declare runs.
     */
    published?: Day,
    /**
     * In words.
     */
    note?: string,
};

export type Stage = "amicable" | "formal-notice" | "agency" | "court" | "written-off";

export type Transition = {
    /**
     * What claim.
     */
    target: Target,
    /**
     * What it becomes.
     */
    stage: Stage,
    /**
     * From which day.
     */
    day: Day,
    /**
     * What the step costs, in minor units of `currency`.
     */
    cost?: Amount,
    /**
     * Currency of the cost.
     */
    currency: Currency,
    /**
     * In words: who has it, under which number.
     */
    note?: string,
};

export type Note = {
    /**
     * About what.
     */
    target: Target,
    /**
     * When.
     */
    day: Day,
    /**
     * Who.
     */
    author?: string,
    /**
     * What.
     */
    text: string,
};

export type CallOutcome = "no-answer" | "voicemail" | "wrong-contact" | "promise" | "payment-run" | "paid" | "plan" | "dispute" | "not-received" | "awaiting-approval" | "call-back" | "refusal" | "insolvency";

export type DelayReason = "not-received" | "awaiting-approval" | "dispute" | "wrong-entity" | "already-paid" | "cash-difficulty" | "awaiting-credit" | "set-off" | "payment-run" | "portal-not-filled" | "insolvency" | "unknown";

export type Contact = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * When.
     */
    day: Day,
    /**
     * The step of the policy; empty for a contact outside any.
     */
    step?: string,
    /**
     * By what means.
     */
    channel: Channel,
    /**
     * What it was about; empty for the whole account.
     */
    items?: Array<ItemKey>,
    /**
     * The letter used.
     */
    template?: string,
    /**
     * Digest of the text that left, in hexadecimal.
     */
    textSha256?: string,
    /**
     * What came of it, in words.
     */
    result?: string,
    /**
     * What came of a call.
     */
    outcome?: CallOutcome,
    /**
     * Why the customer has not paid, as it said.
     */
    reason?: DelayReason,
    /**
     * The day to call again.
     */
    again?: Day,
};

export type Verdict = "approved" | {
    "skipped": {
        /**
         * Why.
         */
        reason: string,
    }
} | {
    "snoozed": {
        /**
         * The first day it may be made.
         */
        until: Day,
    }
} | {
    "channelChanged": {
        /**
         * Which.
         */
        channel: Channel,
    }
} | {
    "edited": {
        /**
         * Subject.
         */
        subject: string,
        /**
         * Text.
         */
        body: string,
    }
};

export type Review = {
    /**
     * Identifier of the action.
     */
    action: string,
    /**
     * When.
     */
    day: Day,
    /**
     * What.
     */
    verdict: Verdict,
};

export type Pin = { "sameAs": string } | { "segment": string } | { "scenario": string } | { "language": string };

export type Setting = "policy" | "sender" | "title";

export type Operation = { "dispute": Dispute } | {
    "revise": {
        /**
         * Number of the dispute.
         */
        dispute: number,
        /**
         * What it is now.
         */
        to: Dispute,
    }
} | {
    "resolve": {
        /**
         * Number of the dispute.
         */
        dispute: number,
        /**
         * How.
         */
        end: DisputeResolved,
    }
} | { "promise": PaymentPromise } | {
    "withdraw": {
        /**
         * Number of the promise.
         */
        promise: number,
        /**
         * From which day.
         */
        day: Day,
    }
} | { "plan": InstalmentPlan } | {
    "endPlan": {
        /**
         * Number of the plan.
         */
        plan: number,
        /**
         * From which day.
         */
        day: Day,
    }
} | { "block": Block } | {
    "lift": {
        /**
         * Number of the block.
         */
        block: number,
        /**
         * From which day.
         */
        day: Day,
    }
} | { "insolvent": Proceedings } | {
    "solvent": {
        /**
         * Number of the insolvency.
         */
        insolvency: number,
        /**
         * From which day.
         */
        day: Day,
    }
} | { "advance": Transition } | { "note": Note } | { "contact": Contact } | { "review": Review } | {
    "unreview": {
        /**
         * Identifier of the action.
         */
        action: string,
    }
} | {
    "pin": {
        /**
         * Customer identifier.
         */
        customer: string,
        /**
         * What.
         */
        pin: Pin,
    }
} | {
    "unpin": {
        /**
         * Customer identifier.
         */
        customer: string,
    }
} | { "match": Array<Array<ItemKey>> } | {
    "set": {
        /**
         * Which.
         */
        setting: Setting,
        /**
         * What: words, or a JSON text.
         */
        value?: string,
    }
} | { "together": Array<Operation> };

export type RecordKind = "dispute" | "promise" | "plan" | "block" | "insolvency" | "transition" | "note" | "contact" | "pin" | "match";

export type CallsQuery = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * A policy: JSON text, or in JavaScript the object itself.
     */
    policy?: unknown,
    /**
     * Days planned after the as-of day; 30 by default.
     */
    horizonDays?: number,
    /**
     * Calls a day at most; 20 by default.
     */
    cap?: number,
    /**
     * `priority`, `amount`, `age` or `name`; by priority unless said.
     */
    sort?: string,
    /**
     * Only the customers of this salesperson.
     */
    owner?: string,
};

export type CallPoints = {
    /**
     * `amount`, `age`, `broken-promises`, `missed-term`, `step`, `again` or `appointment`.
     */
    key: string,
    /**
     * How many.
     */
    points: number,
    /**
     * What for, in words.
     */
    text: string,
};

export type CallRow = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Name.
     */
    name: string,
    /**
     * Person to speak to.
     */
    contact: string,
    /**
     * Telephone number, as the file has it.
     */
    phone: string,
    /**
     * Salesperson.
     */
    owner: string,
    /**
     * The day the call was wanted on, before the cap.
     */
    wanted: Day,
    /**
     * That day was full, in words.
     */
    moved: string | null,
    /**
     * The customer named the day.
     */
    appointment: boolean,
    /**
     * What is asked for.
     */
    amount: Amount,
    /**
     * Its currency.
     */
    currency: Currency,
    /**
     * Items asked for.
     */
    items: number,
    /**
     * Days late of the oldest.
     */
    oldestDays: number,
    /**
     * The score: the sum of the points.
     */
    score: number,
    /**
     * What gave it points.
     */
    points: Array<CallPoints>,
    /**
     * The same sum in words.
     */
    priority: string,
    /**
     * Why the call is made, in words.
     */
    reason: string,
    /**
     * The last contact, in words.
     */
    last: string | null,
    /**
     * Calls tried in vain since somebody was spoken to.
     */
    attempts: number,
    /**
     * The action of the plan it carries out.
     */
    action: string | null,
};

export type CallDay = {
    /**
     * The day.
     */
    day: Day,
    /**
     * How many calls, at most how many, in which order, in words.
     */
    text: string,
    /**
     * What a full day sends on, in words.
     */
    sentOn: string | null,
    /**
     * The calls, in order.
     */
    calls: Array<CallRow>,
};

export type NumberToComplete = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Name.
     */
    name: string,
    /**
     * The number known, if any.
     */
    phone: string,
    /**
     * Salesperson, who may know.
     */
    owner: string,
    /**
     * What would be asked for.
     */
    amount: Amount,
    /**
     * Its currency.
     */
    currency: Currency,
    /**
     * Why, in words.
     */
    text: string,
};

export type CallList = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * Calls a day at most.
     */
    cap: number,
    /**
     * The order of each day's list.
     */
    sort: string,
    /**
     * Days with calls, in order.
     */
    days: Array<CallDay>,
    /**
     * Customers that should be called and whose number is missing or wrong.
     */
    toComplete: Array<NumberToComplete>,
    /**
     * Salespeople of the customers with something open, by name.
     */
    owners: Array<string>,
};

export type CallResult = {
    /**
     * Whom.
     */
    customer: string,
    /**
     * The day of the call.
     */
    asOf: Day,
    /**
     * What came of it.
     */
    outcome: CallOutcome,
    /**
     * Why the customer has not paid, as it said.
     */
    reason?: DelayReason,
    /**
     * The items it is about; those of the day's call by default, else all that is overdue.
     */
    items?: Array<ItemKey>,
    /**
     * Only the items of these documents, where no items are given.
     */
    documents?: Array<string>,
    /**
     * The currency, where the customer owes in several.
     */
    currency?: Currency,
    /**
     * What is promised or disputed; all of the items by default.
     */
    amount?: Amount,
    /**
     * The last day of a promise, the day to call again, the first term, the judgment.
     */
    day?: Day,
    /**
     * Terms of a plan; 3 by default.
     */
    terms?: number,
    /**
     * The ground of a dispute.
     */
    category?: DisputeCategory,
    /**
     * In words.
     */
    note?: string,
    /**
     * The policy the calls were made from: JSON text, or in JavaScript the object itself.
     */
    policy?: unknown,
};

export type AnswersQuery = {
    /**
     * The day they are looked at.
     */
    asOf: Day,
    /**
     * Their texts: lines of a form, or a JSON object of the same fields.
     */
    texts: Array<string>,
};

export type AnswerProposal = {
    /**
     * In words.
     */
    text: string,
    /**
     * The edit; `null` where it would be refused.
     */
    edit: Operation | null,
    /**
     * Why it would be.
     */
    refused: string | null,
};

export type AnswerView = {
    /**
     * Customer identifier; empty where it is no answer, or of nobody known.
     */
    customer: string,
    /**
     * Name of the customer.
     */
    name: string,
    /**
     * Who answered, as typed.
     */
    author: string,
    /**
     * The message, as typed.
     */
    message: string,
    /**
     * What it comes to, each to be approved or left.
     */
    proposals: Array<AnswerProposal>,
    /**
     * What was not understood or not found.
     */
    remarks: Array<string>,
};

export type JournalQuery = {
    /**
     * The text of `journal.json` or `journal.csv`.
     */
    text: string,
    /**
     * Whether what is new is added; otherwise it is only told.
     */
    apply?: boolean,
};

export type JournalMerge = {
    /**
     * Contacts not known before.
     */
    new: number,
    /**
     * Contacts known already.
     */
    known: number,
    /**
     * Customers of contacts left out, since no file lists them.
     */
    strangers: Array<string>,
    /**
     * The same in words.
     */
    text: string,
};

export type JournalStep = {
    /**
     * The step; empty outside the plan.
     */
    step: string,
    /**
     * The means.
     */
    channel: Channel,
    /**
     * Contacts, calls in vain included.
     */
    contacts: number,
    /**
     * Of which somebody was reached.
     */
    reached: number,
    /**
     * Promises noted the same day.
     */
    promises: number,
    /**
     * Of which kept.
     */
    kept: number,
    /**
     * Of which broken, in whole or in part.
     */
    broken: number,
    /**
     * Contacts that a payment followed.
     */
    followed: number,
    /**
     * What was paid in that time, each payment told with the last contact before it.
     */
    paid: Amount,
};

export type JournalFigures = {
    /**
     * Its currency.
     */
    currency: Currency,
    /**
     * Days after a contact during which a payment is told with it.
     */
    attributionDays: number,
    /**
     * By step and means.
     */
    steps: Array<JournalStep>,
};

export type SaveQuery = {
    /**
     * With the files of the ledger themselves; without them by default.
     */
    withLedger?: boolean,
    /**
     * Encrypted under these words.
     */
    passphrase?: string,
    /**
     * The day whose open items are kept for the next comparison; by default the day saved last, else the last day of
     * the files.
     */
    asOf?: Day,
};

export type RestoreQuery = {
    /**
     * The words it was encrypted under.
     */
    passphrase?: string,
    /**
     * Language of the sentences; French by default.
     */
    language?: Language,
    /**
     * How the files are read, beside what the dossier says and before it.
     */
    reading?: OpenOptions,
};

export type RegisterQuery = {
    /**
     * The day everything is told for.
     */
    asOf: Day,
    /**
     * Only what is about this customer.
     */
    customer?: string,
};

export type DisputeView = {
    /**
     * Its number.
     */
    number: number,
    /**
     * What was recorded.
     */
    record: Dispute,
    /**
     * How it ended.
     */
    end: DisputeResolved | null,
    /**
     * Whether it holds its item back on the day.
     */
    active: boolean,
};

export type PromiseView = {
    /**
     * Its number.
     */
    number: number,
    /**
     * What was recorded.
     */
    record: PaymentPromise,
    /**
     * The day it was taken back.
     */
    withdrawn: Day | null,
    /**
     * `pending`, `kept`, `partly`, `broken`, `withdrawn`, `replaced` or `not-listed`; `to-come` where it was made
     * after the day.
     */
    state: string,
    /**
     * What came up to its last day.
     */
    paid: Amount,
};

export type TermView = {
    /**
     * The term.
     */
    term: Term,
    /**
     * What is paid of it.
     */
    paid: Amount,
    /**
     * `paid`, `missed` or `to-come`.
     */
    state: string,
};

export type PlanView = {
    /**
     * Its number.
     */
    number: number,
    /**
     * What was recorded.
     */
    record: InstalmentPlan,
    /**
     * The day it was given up.
     */
    ended: Day | null,
    /**
     * `respected`, `missed`, `completed`, `ended` or `not-listed`; `to-come` where it was agreed after the day.
     */
    state: string,
    /**
     * Its terms, with what came of each.
     */
    terms: Array<TermView>,
    /**
     * The day of the next term.
     */
    next: Day | null,
    /**
     * What is missing of the terms that passed.
     */
    short: Amount,
};

export type BlockView = {
    /**
     * Its number.
     */
    number: number,
    /**
     * What was recorded.
     */
    record: Block,
    /**
     * The day it was lifted.
     */
    lifted: Day | null,
    /**
     * Whether it holds something back on the day.
     */
    active: boolean,
};

export type InsolvencyView = {
    /**
     * Its number.
     */
    number: number,
    /**
     * What was recorded.
     */
    record: Proceedings,
    /**
     * The day it was over.
     */
    ended: Day | null,
    /**
     * The last day to declare the claim, where the notice is known.
     */
    declareUntil: Day | null,
};

export type CaseView = {
    /**
     * What claim.
     */
    target: Target,
    /**
     * Where it stands on the day.
     */
    stage: Stage,
    /**
     * Its steps, costs included, oldest first.
     */
    steps: Array<Transition>,
    /**
     * What it may become.
     */
    next: Array<Stage>,
};

export type PinsView = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * What.
     */
    pins: Array<Pin>,
};

export type StandingView = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Promises broken in the last 90 days.
     */
    broken: number,
    /**
     * Levels its next reminder is raised by.
     */
    raised: number,
};

export type ProposedEdit = {
    /**
     * Why.
     */
    text: string,
    /**
     * The edit.
     */
    edit: Operation,
};

export type UnmatchedView = {
    /**
     * What record.
     */
    kind: RecordKind,
    /**
     * Its number.
     */
    number: number,
    /**
     * Whose.
     */
    customer: string,
    /**
     * The item not listed; `null` where the customer is not.
     */
    item: ItemKey | null,
    /**
     * The same in words.
     */
    text: string,
};

export type RipeClaim = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * Items.
     */
    items: number,
    /**
     * What is open of them.
     */
    amount: Amount,
    /**
     * Its currency.
     */
    currency: Currency,
    /**
     * Day of the oldest notice.
     */
    noticed: Day,
};

export type AgreementQuery = {
    /**
     * Number of the plan.
     */
    plan: number,
    /**
     * Language of the draft; the dossier's by default.
     */
    language?: Language,
};

export type AgreementDraft = {
    /**
     * Number of the plan.
     */
    plan: number,
    /**
     * Its title.
     */
    title: string,
    /**
     * Its text; what the dossier does not know is left blank.
     */
    text: string,
};

export type InstalmentsQuery = {
    /**
     * The items, with what is open of each.
     */
    items: Array<Covered>,
    /**
     * How many monthly terms.
     */
    count: number,
    /**
     * The day of the first.
     */
    first: Day,
    /**
     * The day of the agreement.
     */
    agreed: Day,
    /**
     * Interest agreed for the time granted.
     */
    interest?: Amount,
};

export type DossierRegister = {
    /**
     * The day.
     */
    asOf: Day,
    /**
     * What `undo` would take back, in words.
     */
    undo: string | null,
    /**
     * What `redo` would make again, in words.
     */
    redo: string | null,
    /**
     * Edits made since the dossier began.
     */
    edits: number,
    /**
     * Disputes.
     */
    disputes: Array<DisputeView>,
    /**
     * Promises, with what became of them.
     */
    promises: Array<PromiseView>,
    /**
     * Instalment plans, with what became of them.
     */
    plans: Array<PlanView>,
    /**
     * Blocks.
     */
    blocks: Array<BlockView>,
    /**
     * Insolvencies.
     */
    insolvencies: Array<InsolvencyView>,
    /**
     * Where claims stand that left ordinary reminders.
     */
    cases: Array<CaseView>,
    /**
     * Remarks.
     */
    notes: Array<Note>,
    /**
     * The journal of contacts.
     */
    contacts: Array<Contact>,
    /**
     * What is fixed about customers.
     */
    pins: Array<PinsView>,
    /**
     * Decisions on actions of the plan.
     */
    reviews: Array<Review>,
    /**
     * Customers who broke promises in the last 90 days.
     */
    standings: Array<StandingView>,
    /**
     * What a person may want to do next, in words with the edit it would be.
     */
    proposals: Array<ProposedEdit>,
    /**
     * Records that no longer find their item or customer in the files.
     */
    unmatched: Array<UnmatchedView>,
    /**
     * Claims ripe to be handed over, largest first.
     */
    ripe: Array<RipeClaim>,
    /**
     * The share of overdue items they are, beside what a vendor claims for its clients; `null` where nothing is overdue.
     */
    ripeText: string | null,
};

export type ItemKind = "invoice" | "credit-note" | "payment" | "opening" | "other";

export type ExtractKind = "stock" | "delta";

export type ComparisonQuery = {
    /**
     * The day the files are looked at.
     */
    asOf: Day,
    /**
     * Only this customer's items; the sums stay whole.
     */
    customer?: string,
    /**
     * What the files hold; judged from them by default.
     */
    extract?: ExtractKind,
    /**
     * Items listed of each kind of change at most; all by default. Unchanged ones are counted, never listed.
     */
    limit?: number,
};

export type ChangeTotal = {
    /**
     * `new`, `re-opened`, `paid`, `part-paid`, `credited`, `applied`, `changed`, `re-dated`, `renumbered`, `vanished`
     * or `unchanged`.
     */
    change: string,
    /**
     * The same in words.
     */
    label: string,
    /**
     * Items.
     */
    count: number,
    /**
     * What was open of them.
     */
    before: Amount,
    /**
     * What they add to what is open.
     */
    amount: Amount,
};

export type ChangedCustomer = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * What was open.
     */
    opening: Amount,
    /**
     * What came or went.
     */
    moved: Amount,
    /**
     * What is open.
     */
    closing: Amount,
};

export type ChangedItem = {
    /**
     * What happened, as in [`ChangeTotal`].
     */
    change: string,
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * Number of the document now, or as it was where it is gone.
     */
    document: string,
    /**
     * Its number before, where it is another.
     */
    renumberedFrom?: string,
    /**
     * What it records.
     */
    kind: ItemKind,
    /**
     * Invoice date, or the day the money came.
     */
    day: Day,
    /**
     * The day it was due.
     */
    dueBefore: Day | null,
    /**
     * The day it is due.
     */
    dueNow: Day | null,
    /**
     * What was open of it.
     */
    before: Amount,
    /**
     * What is open of it.
     */
    now: Amount,
    /**
     * It is dated on or before the day compared with, and was not there then.
     */
    backDated: boolean,
};

export type ComparisonOfCurrency = {
    /**
     * The currency.
     */
    currency: Currency,
    /**
     * What the files were taken to hold.
     */
    extract: ExtractKind,
    /**
     * The same in words.
     */
    extractText: string,
    /**
     * What was open.
     */
    opening: Amount,
    /**
     * What is open, computed without the movements.
     */
    closing: Amount,
    /**
     * What opening and movements differ from closing by: zero.
     */
    difference: Amount,
    /**
     * Each kind of change that happened, in the order of a report.
     */
    changes: Array<ChangeTotal>,
    /**
     * Each customer whose balance or items changed, largest change first.
     */
    customers: Array<ChangedCustomer>,
    /**
     * The items that changed, by customer, then kind of change.
     */
    items: Array<ChangedItem>,
};

export type ThankYou = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * Its e-mail address, where it is known.
     */
    email?: string,
    /**
     * The invoices paid, oldest first.
     */
    documents: Array<string>,
    /**
     * What they came to.
     */
    amount: Amount,
    /**
     * Currency of the amounts.
     */
    currency: Currency,
    /**
     * What is still overdue; thanks say nothing of it, and wait for another message.
     */
    stillOverdue: Amount,
    /**
     * Subject.
     */
    subject: string,
    /**
     * Text.
     */
    body: string,
};

export type Comparison = {
    /**
     * The day compared with.
     */
    before: Day,
    /**
     * The day the files are looked at.
     */
    asOf: Day,
    /**
     * By currency.
     */
    currencies: Array<ComparisonOfCurrency>,
    /**
     * What deserves a second look.
     */
    findings: Array<Finding>,
    /**
     * Customers to thank: one message each, however many invoices it paid.
     */
    thankYous: Array<ThankYou>,
    /**
     * Promises whose last day passed since, with what became of them.
     */
    promises: Array<PromiseView>,
    /**
     * Instalment plans, with what became of them.
     */
    plans: Array<PlanView>,
};

export type Version = {
    /**
     * Version of the product.
     */
    encours: string,
    /**
     * Last half-year of the rules known, for example `2026-S2`.
     */
    rules: string,
    /**
     * `release` or `development`.
     */
    build: string,
};

export type Regime = "fr-b2b" | "fr-public" | "fr-consumer" | "uk" | "de-b2b" | "be-b2b" | "ch" | "contract";

export type DayCount = "365" | "actual" | "360";

export type Allocation = "principal-first" | "interest-first";

export type ClaimPayment = {
    /**
     * The day it came.
     */
    day: Day,
    /**
     * How much, above zero.
     */
    amount: Amount,
};

export type LateInterestQuery = {
    /**
     * The debt, taxes included, above zero.
     */
    principal: Amount,
    /**
     * Its currency.
     */
    currency: Currency,
    /**
     * The day payment is due.
     */
    dueDay: Day,
    /**
     * The last day counted.
     */
    until: Day,
    /**
     * Which rules it follows.
     */
    regime: Regime,
    /**
     * The contract's rate in percent: needed by `contract`, possible with `fr-b2b` and `ch`.
     */
    contractRatePercent?: string,
    /**
     * 365 by default.
     */
    dayCount?: DayCount,
    /**
     * Payments, in any order.
     */
    payments?: Array<ClaimPayment>,
    /**
     * Principal first by default.
     */
    allocation?: Allocation,
    /**
     * Costs claimed beside the debt, without interest.
     */
    costs?: Amount,
    /**
     * The day a consumer received the formal notice.
     */
    noticeDay?: Day,
    /**
     * The day insolvency proceedings of the debtor were opened.
     */
    insolvencyDay?: Day,
    /**
     * Rates of your own, as a document of rates: JSON text, or in JavaScript the object itself.
     */
    rates?: unknown,
};

export type InterestSegment = {
    /**
     * First day that bears interest.
     */
    from: Day,
    /**
     * Last day that does.
     */
    to: Day,
    /**
     * Days, both included.
     */
    days: number,
    /**
     * What bears interest.
     */
    principal: Amount,
    /**
     * The rate.
     */
    ratePercent: string,
    /**
     * The interest, to the minor unit.
     */
    interest: Amount,
    /**
     * The reference, where it was read, and the points added to it.
     */
    source: string,
    /**
     * The same interest before it was rounded, in whole units with four more decimals than the currency.
     */
    exact: string,
    /**
     * `verified`, `computed`, `secondary`, `unverified`, or `own`; `contract` for the contract's rate.
     */
    quality: string,
};

export type InterestFloor = {
    /**
     * The interest with every rate lifted to the minimum.
     */
    interest: Amount,
    /**
     * The half-years in which the rate lies below it, for example `2024-S1`.
     */
    halfYears: Array<string>,
};

export type InterestDetail = {
    /**
     * Day after day.
     */
    segments: Array<InterestSegment>,
    /**
     * The sum of the segments.
     */
    interest: Amount,
    /**
     * The fixed sum; nothing where none is owed.
     */
    indemnity: Amount,
    /**
     * Identifier of the regime.
     */
    regime: string,
    /**
     * The regime in one sentence, with its law.
     */
    regimeText: string,
    /**
     * Why the fixed sum is what it is.
     */
    indemnityText: string,
    /**
     * How the days were counted and what a payment pays first.
     */
    method: string,
    /**
     * The interest before any rounding, in whole units with four more decimals than the currency.
     */
    exact: string,
    /**
     * What is left of the debt.
     */
    principalLeft: Amount,
    /**
     * Interest accrued and not paid.
     */
    interestLeft: Amount,
    /**
     * Interest that payments have paid.
     */
    interestPaid: Amount,
    /**
     * What is left of the costs.
     */
    costsLeft: Amount,
    /**
     * Everything left to pay: debt, interest, costs, and the fixed sum.
     */
    owed: Amount,
    /**
     * Paid beyond debt, interest and costs; the fixed sum is not deducted from it.
     */
    overpaid: Amount,
    /**
     * Interest of one more day.
     */
    perDay: Amount,
    /**
     * Where a rate lies below the minimum of the law.
     */
    floor?: InterestFloor,
    /**
     * What to check before claiming it.
     */
    warnings: Array<string>,
};

export type RateRow = {
    /**
     * First day.
     */
    from: Day,
    /**
     * Last day.
     */
    to: Day,
    /**
     * The rate.
     */
    ratePercent: string,
    /**
     * `verified`, `computed`, `secondary`, `unverified`, or `own`.
     */
    quality: string,
    /**
     * The day the source was read.
     */
    checked: Day,
    /**
     * Where it was read.
     */
    source: string,
};

export type RateSeries = {
    /**
     * Stable identifier.
     */
    id: string,
    /**
     * Name for people.
     */
    name: string,
    /**
     * The last half-year for which it is known, for example `2026-S2`.
     */
    lastKnown: string,
    /**
     * By day, without gap or overlap.
     */
    rows: Array<RateRow>,
};

export type RateTables = {
    /**
     * Version of the form of the document.
     */
    version: number,
    /**
     * The tables.
     */
    series: Array<RateSeries>,
};

export type ClaimSetting = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * The rules its claims follow, in place of those proposed.
     */
    regime?: Regime,
    /**
     * The contract's rate in percent.
     */
    contractRatePercent?: string,
    /**
     * The day a consumer received the formal notice.
     */
    noticeDay?: Day,
    /**
     * The day insolvency proceedings were opened.
     */
    insolvencyDay?: Day,
};

export type ClaimRules = {
    /**
     * What a person decided, customer by customer.
     */
    settings?: Array<ClaimSetting>,
    /**
     * The contract's rate in percent with French businesses; the rate of the law by default.
     */
    contractRatePercent?: string,
    /**
     * 365 by default.
     */
    dayCount?: DayCount,
    /**
     * Principal first by default.
     */
    allocation?: Allocation,
    /**
     * Rates of your own, as the JSON text of a document of rates.
     */
    rates?: string,
};

export type ClaimsQuery = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * Only this customer's rows, with their segments; the totals stay those of all.
     */
    customer?: string,
    /**
     * What a person decided, customer by customer.
     */
    settings?: Array<ClaimSetting>,
    /**
     * The contract's rate in percent with French businesses; the rate of the law by default.
     */
    contractRatePercent?: string,
    /**
     * 365 by default.
     */
    dayCount?: DayCount,
    /**
     * Principal first by default.
     */
    allocation?: Allocation,
    /**
     * Rates of your own: JSON text, or in JavaScript the object itself.
     */
    rates?: unknown,
    /**
     * Customers to skip in each currency.
     */
    offset?: number,
    /**
     * Customers to return at most in each currency; all by default.
     */
    limit?: number,
};

export type ClaimedItem = {
    /**
     * Number of the document.
     */
    document: string,
    /**
     * The day payment was due.
     */
    dueDay: Day,
    /**
     * Where the due date comes from, as in the open items.
     */
    dueDaySource: string,
    /**
     * What was unpaid on the evening of that day, credit notes deducted.
     */
    late: Amount,
    /**
     * What is still open.
     */
    open: Amount,
    /**
     * Disputed by the customer.
     */
    disputed: boolean,
    /**
     * Identifier of the regime.
     */
    regime: string,
    /**
     * Interest to the as-of day; nothing where it is refused.
     */
    interest: Amount,
    /**
     * The fixed sum.
     */
    indemnity: Amount,
    /**
     * Why the fixed sum is what it is.
     */
    indemnityText: string,
    /**
     * Interest of one more day.
     */
    perDay: Amount,
    /**
     * Why no interest is computed.
     */
    refused?: string,
    /**
     * Rates and their sources, where one customer is asked for.
     */
    segments?: Array<InterestSegment>,
    /**
     * The row it was read from.
     */
    source: Place,
};

export type ClaimsOfCustomer = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * Identifier of the regime.
     */
    regime: string,
    /**
     * The regime in one sentence, with its law.
     */
    regimeText: string,
    /**
     * Why this regime.
     */
    because: string,
    /**
     * Interest on what is still open.
     */
    interest: Amount,
    /**
     * Interest on what was paid late.
     */
    interestPaidLate: Amount,
    /**
     * Fixed sums.
     */
    indemnity: Amount,
    /**
     * Interest of one more day.
     */
    perDay: Amount,
    /**
     * Its items, oldest due first.
     */
    items: Array<ClaimedItem>,
    /**
     * What to check before claiming it.
     */
    warnings: Array<string>,
};

export type ClaimsOfCurrency = {
    /**
     * The currency.
     */
    currency: Currency,
    /**
     * Interest on what is still open.
     */
    interest: Amount,
    /**
     * Interest on what was paid late.
     */
    interestPaidLate: Amount,
    /**
     * Fixed sums.
     */
    indemnity: Amount,
    /**
     * Interest of one more day.
     */
    perDay: Amount,
    /**
     * Items of which no interest is computed.
     */
    refused: number,
    /**
     * Customers with claims.
     */
    customers: number,
    /**
     * What to know of all of them: half-years in which the rate lies below the minimum of the law.
     */
    notes: Array<string>,
    /**
     * Largest claims first.
     */
    rows: Array<ClaimsOfCustomer>,
};

export type Claims = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * How days were counted and payments taken.
     */
    method: string,
    /**
     * By currency.
     */
    currencies: Array<ClaimsOfCurrency>,
};

export type LimitationEvent = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Number of the document; every item of the customer without it.
     */
    document?: string,
    /**
     * The day.
     */
    day: Day,
    /**
     * What.
     */
    kind: LimitationEventKind,
};

export type LimitationEventKind = "part-payment" | "acknowledgement" | "court-action" | "enforcement" | "reminder" | "formal-notice";

export type LimitationQuery = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * Only items whose period has ended or ends within so many months; all by default.
     */
    withinMonths?: number,
    /**
     * Only this customer's.
     */
    customer?: string,
    /**
     * What a person knows of.
     */
    events?: Array<LimitationEvent>,
    /**
     * Regimes that a person decided.
     */
    settings?: Array<ClaimSetting>,
    /**
     * Rows to return at most in each currency; all by default.
     */
    limit?: number,
};

export type LimitedItem = {
    /**
     * Customer identifier.
     */
    customer: string,
    /**
     * Customer name.
     */
    name: string,
    /**
     * Number of the document.
     */
    document: string,
    /**
     * The day payment was due.
     */
    dueDay: Day,
    /**
     * What is open.
     */
    residual: Amount,
    /**
     * The last day to act.
     */
    lastDay: Day,
    /**
     * `passed`, `1`, `3`, `6`, `12` months, or `far`.
     */
    nearness: string,
    /**
     * The period with its law.
     */
    rule: string,
    /**
     * The last interruption, in words.
     */
    interrupted?: string,
    /**
     * The row it was read from.
     */
    source: Place,
};

export type LimitationLevel = {
    /**
     * As in [`LimitedItem::nearness`].
     */
    nearness: string,
    /**
     * Number of items.
     */
    count: number,
    /**
     * What is open of them.
     */
    amount: Amount,
};

export type LimitationOfCurrency = {
    /**
     * The currency.
     */
    currency: Currency,
    /**
     * All items, nearest first.
     */
    levels: Array<LimitationLevel>,
    /**
     * Open debts without due day, or of a country whose law is not told here.
     */
    unknown: number,
    /**
     * What is open of them.
     */
    unknownAmount: Amount,
    /**
     * Nearest end first, then the largest amounts.
     */
    items: Array<LimitedItem>,
};

export type LimitationCalendar = {
    /**
     * The day everything is computed for.
     */
    asOf: Day,
    /**
     * What the calendar rests on.
     */
    note: string,
    /**
     * By currency.
     */
    currencies: Array<LimitationOfCurrency>,
};

export type FinancingQuery = {
    /**
     * Currency of the amounts.
     */
    currency: Currency,
    /**
     * Turnover that a factor would cover.
     */
    turnover?: Amount,
    /**
     * What the factor takes of it, in percent; 4 by default.
     */
    commissionPercent?: string,
    /**
     * What is overdue and carried by a bank.
     */
    overdue?: Amount,
    /**
     * The bank's yearly rate in percent; the discount is compared with it too.
     */
    bankRatePercent?: string,
    /**
     * Days it is carried.
     */
    overdueDays?: number,
    /**
     * Discount for paying early, in percent.
     */
    discountPercent?: string,
    /**
     * Days to pay with the discount.
     */
    discountDays?: number,
    /**
     * Days to pay without it.
     */
    netDays?: number,
};

export type MoneyCost = {
    /**
     * How much.
     */
    amount: Amount,
    /**
     * The computation in one sentence.
     */
    text: string,
};

export type DiscountCost = {
    /**
     * Days gained.
     */
    days: number,
    /**
     * Simple yearly rate, on 365 days.
     */
    simplePercent: string,
    /**
     * Compounded yearly rate, on 365 days; none beyond 100,000 %.
     */
    compoundPercent?: string,
    /**
     * Simple yearly rate, on 360 days.
     */
    simple360Percent: string,
    /**
     * The discount that costs as much as the bank, in percent.
     */
    breakEvenPercent?: string,
    /**
     * The computation in one sentence.
     */
    text: string,
};

export type FinancingCosts = {
    /**
     * The factor.
     */
    factor?: MoneyCost,
    /**
     * The bank.
     */
    bank?: MoneyCost,
    /**
     * The discount.
     */
    discount?: DiscountCost,
};

export type DueDay = {
    /**
     * The day payment is due.
     */
    dueDay: Day,
    /**
     * Normal form of the terms, for example `DAYS_EOM(45)`.
     */
    form: string,
    /**
     * Other lawful readings.
     */
    alternatives: Array<DueDayAlternative>,
    /**
     * Every part with its due day, where there are several; the due day is that of the last.
     */
    instalments?: Array<DueInstalment>,
    /**
     * The discount for paying early.
     */
    discount?: DueDiscount,
    /**
     * The longest period between businesses in France, for an invoice of that day.
     */
    ceiling: DueCeiling,
};

export type DueDayAlternative = {
    /**
     * Normal form.
     */
    form: string,
    /**
     * The day it gives.
     */
    dueDay: Day,
};

export type DueInstalment = {
    /**
     * Its share in percent; none for the remainder.
     */
    sharePercent?: string,
    /**
     * Normal form.
     */
    form: string,
    /**
     * The day it is due.
     */
    dueDay: Day,
};

export type DueDiscount = {
    /**
     * The share taken off, in percent.
     */
    percent: string,
    /**
     * The last day to pay with the discount.
     */
    lastDay: Day,
};

export type DueCeiling = {
    /**
     * The last lawful day under these terms.
     */
    lastLawfulDay: Day,
    /**
     * Days beyond it; nothing where the due day keeps to it.
     */
    daysOver: number,
    /**
     * The same in one sentence.
     */
    text: string,
};

export type EncoursErrorShape = {
    /**
     * Stable identifier, for example `encrypted`.
     */
    code: string,
    /**
     * Where and what was seen.
     */
    message: string,
    /**
     * The file it is about.
     */
    file?: string,
    /**
     * What to do.
     */
    advice: string,
};
