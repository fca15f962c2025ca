//! Everything that can be said about reading a file, each with its facts.

use crate::Field;
use crate::fec::FecRemark;
use crate::item_ages::AgesUnused;
use crate::mapping::{DateOrder, DecimalMark, Layout};
use crate::number::NumberFault;
use values::{Amount, Currency, Day};

/// What a diagnostic is about. The first group sets one row aside; the second is about the table or several rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiagnosticKind {
    /// The amount is not a number under the format of its column.
    UnreadableAmount {
        /// What is wrong with it.
        fault: NumberFault,
    },
    /// The amount has more decimals than its currency.
    TooPreciseAmount {
        /// Decimals of the currency.
        decimals: u32,
    },
    /// The amount is larger than any receivable.
    TooLargeAmount,
    /// There is no amount.
    MissingAmount,
    /// Debit and credit both carry an amount.
    AmountOnBothSides,
    /// The letter that says debit or credit says neither.
    UnknownSide,
    /// The date is no date.
    UnreadableDate,
    /// The date does not exist in the calendar.
    ImpossibleDate,
    /// There is no date.
    MissingDate,
    /// There is no customer.
    MissingCustomer,
    /// The account is not a customer's.
    NotCustomerAccount,
    /// So many rows are of accounts, told by their first three digits, that are no customers'.
    OtherAccounts {
        /// Rows.
        count: u32,
    },
    /// One row that repeats the totals of its invoice; told with the others.
    InvoiceLine,
    /// Rows that repeat the totals of their invoice, one for each item sold: invoices count once.
    InvoiceLines {
        /// Rows.
        count: u32,
    },
    /// No such currency.
    UnknownCurrency,
    /// Cells beyond the last heading: the row has slipped.
    ExtraCells {
        /// Columns of the header row.
        expected: u16,
    },
    /// The document is cancelled or a draft.
    Cancelled,
    /// The layout was recognised but is not read in this release.
    LayoutNotRead {
        /// The layout.
        layout: Layout,
    },

    /// Amounts are already aged, and nothing says for which day.
    AgedDayUnknown,

    /// Amounts were already aged for a day: nothing else can be computed of them.
    AlreadyAged {
        /// The day.
        day: Day,
        /// The first column mixes what is late and what is not, and is taken for not late.
        mixed: bool,
    },
    /// Balances of customers on a day, without ages.
    BalanceWithoutAges {
        /// The day.
        day: Day,
    },
    /// Amounts were already aged for a day, and are compared with the items of the other files.
    AgedCompared {
        /// The day.
        day: Day,
        /// The first column mixes what is late and what is not.
        mixed: bool,
    },
    /// A list of customers was joined to the ledgers.
    CustomersJoined {
        /// Listed customers that have entries.
        matched: u32,
        /// Of them, those told by their name and not by their code.
        by_name: u32,
    },
    /// Listed customers without any entry.
    CustomersWithoutEntries {
        /// How many.
        count: u32,
    },
    /// Customers of the ledgers that no list has.
    CustomersNotListed {
        /// How many.
        count: u32,
    },
    /// Documents of a file stand in an earlier one too, and count twice.
    FilesOverlap {
        /// How many.
        count: u32,
    },
    /// The name of the file, or a column of means of payment, says that rows are payments received.
    ReadAsPayments,
    /// Rows that count as debts bear numbers or amounts of another file's invoices, on later days.
    MayBePayments {
        /// How many.
        count: u32,
    },
    /// A payment up to the day of a balance, which holds it already.
    PaidBeforeBalance {
        /// The day.
        day: Day,
    },
    /// Money that went out, in a book of what came in and went out: nobody paid it.
    MoneyOut,
    /// A list of payments was joined to the invoices.
    PaymentsJoined {
        /// Payments that clear an invoice.
        matched: u32,
        /// Payments that clear none.
        unmatched: u32,
    },
    /// Payments that name no known invoice of their customer.
    PaymentsNotAllocated {
        /// How many.
        count: u32,
    },
    /// Kinds of documents nobody here knows, read by their sign.
    UnknownTypes {
        /// Such rows.
        count: u32,
    },
    /// States of documents nobody here knows: what the rows say is counted as due.
    UnknownStates {
        /// How many rows.
        count: u32,
    },
    /// Balances that are not the sum of their ages.
    AgesDoNotSum {
        /// How many rows.
        count: u32,
    },
    /// Due dates that could not be read; the rows were imported without them.
    UnreadableDueDates {
        /// How many rows.
        count: u32,
    },
    /// Due dates before the invoice date; kept as written.
    DueBeforeInvoice {
        /// How many rows.
        count: u32,
    },
    /// Payments dated before their invoice; kept as written.
    PaidBeforeInvoice {
        /// How many rows.
        count: u32,
    },
    /// The residual is not amount less payments; the residual was used.
    ResidualMismatch {
        /// How many rows.
        count: u32,
    },
    /// Nothing says what remains due of these documents, though a column does for others: their amounts count whole.
    ResidualMissing {
        /// How many rows.
        count: u32,
    },
    /// Invoices without any due date.
    NoDueDate {
        /// How many rows.
        count: u32,
    },
    /// Due days taken from the columns of ages in which invoices stand.
    DueDaysFromAges {
        /// How many rows.
        count: u32,
    },
    /// Columns of ages that tell no due days, though nothing else does.
    AgesUnused {
        /// Why.
        why: AgesUnused,
    },
    /// Due dates computed from the default terms.
    DefaultTermsUsed {
        /// How many rows.
        count: u32,
    },
    /// Payment terms in words that could not be understood.
    UnreadTerms {
        /// How many rows.
        count: u32,
    },
    /// The table has no invoice date: the due date stands for it.
    InvoiceDateAssumed {
        /// How many rows.
        count: u32,
    },
    /// Credit limits that are no amount; the rows were read without them.
    UnreadableCreditLimits {
        /// How many rows.
        count: u32,
    },
    /// Payments whose day the file does not tell.
    UndatedPayments {
        /// How many rows.
        count: u32,
    },
    /// Rows without a customer of their own: they belong to the one named above them.
    CustomerFromAbove {
        /// How many rows.
        count: u32,
    },
    /// Rows without a customer of their own: they belong to the one named by the total below them.
    CustomerFromTotal {
        /// How many rows.
        count: u32,
    },
    /// The total written in the file is not the total imported.
    ControlTotalDiffers {
        /// Currency of both.
        currency: Currency,
        /// Written in the file.
        stated: Amount,
        /// Imported.
        computed: Amount,
        /// Rows set aside, the likely reason.
        set_aside: u32,
    },
    /// Balances brought forward without a date: they bear the first day of the period.
    OpeningDayAssumed {
        /// How many rows.
        count: u32,
    },
    /// A sub-total that is not the sum of the rows above it.
    SubtotalDiffers {
        /// Currency of both.
        currency: Currency,
        /// Written in the file.
        stated: Amount,
        /// Sum of the rows above.
        computed: Amount,
    },
    /// Further sub-totals that are not the sum of the rows above them.
    MoreSubtotalsDiffer {
        /// How many.
        count: u32,
    },
    /// The file names no currency.
    CurrencyAssumed {
        /// The currency assumed.
        currency: Currency,
    },
    /// The payments name no currency: that of the other files is taken.
    CurrencyOfOthers {
        /// The currency.
        currency: Currency,
    },
    /// Codes of customers that differ from those of another file by leading zeros alone: they are the same customers.
    CodesUnified {
        /// How many.
        count: u32,
    },
    /// Codes of a list that stand in the books behind the root of their account: they are the same customers.
    CodesBehindRoot {
        /// How many.
        count: u32,
    },
    /// The table has no headings: its columns were known by what they hold.
    NoHeadings {
        /// What each column was taken for.
        columns: Vec<(u16, Field)>,
    },
    /// A list of customers says what each owes, and other files say it too: it is not read.
    ListedBalance,
    /// Addresses of mail that are not used.
    UnreadMails {
        /// The heading of those that are.
        used: Option<String>,
    },
    /// A heading says nothing: its column was known by what it holds.
    TakenByContent {
        /// What it was taken for.
        field: Field,
    },
    /// No column holds the numbers of documents.
    NoDocumentColumn {
        /// The column whose texts stand for them.
        instead: Option<Field>,
    },
    /// A column of money that is not read, where it may be what remains due.
    UnreadAmounts,
    /// Documents are in several currencies, and their amounts are read in that of the books.
    DocumentCurrenciesUnread,
    /// A column headed as the side of amounts is not understood.
    UnreadSide,
    /// A column that is not read and may say which documents are paid.
    UnreadMarks {
        /// Rows on which it may say so.
        marked: u32,
        /// Rows of items; `None` where only a sample of the table was looked at.
        rows: Option<u32>,
    },
    /// Remarks that are not read speak of disputes or promises.
    UnreadRemarks {
        /// Rows that speak of disputes.
        disputes: u32,
        /// Rows that speak of promises.
        promises: u32,
        /// Only a sample of the table was looked at.
        sampled: bool,
    },
    /// Letters of a ledger have nothing against them: what clears the entries is not in the file.
    MatchedAlone {
        /// How many rows.
        count: u32,
    },
    /// A line explains colours, which are not read.
    ColoursExplained,
    /// Credit notes were set against the invoices they name.
    CreditNotesJoined {
        /// Those that clear an invoice.
        matched: u32,
        /// Those that name none that is known.
        unmatched: u32,
    },
    /// Nothing says what was paid: every document without a payment is taken for open.
    NothingSaysPaid {
        /// The table is books of sales without receipts, not a list.
        books: bool,
    },
    /// Documents are said to be paid in part, and nothing says how much.
    PartlyPaid,
    /// No column names the customer: a title or the sheet does, for every row.
    CustomerOfTable,
    /// Balances of several days stand side by side: the latest is read.
    EarlierBalances {
        /// Headings of the others.
        left: Vec<String>,
    },
    /// The titles speak of what is owed to suppliers.
    Payables,
    /// A title or a heading speaks of quotes or orders, which nobody owes.
    NotInvoiced,
    /// Two columns have the same heading; the better one was used.
    DuplicateHeading,
    /// The sheet is hidden in the workbook.
    HiddenSheet,
    /// One row hidden in the workbook, left out at a person's word; told with the others.
    HiddenRow,
    /// Rows hidden in the workbook, left out at a person's word.
    HiddenRows {
        /// How many rows.
        count: u32,
        /// Their sums by currency, where their amounts can be read.
        amounts: Vec<(Currency, Amount)>,
    },
    /// Cells a person corrected before they were read.
    CorrectedCells {
        /// How many cells.
        count: u32,
    },
    /// Corrections of cells that no row of the table has.
    UnusedCorrections {
        /// How many cells.
        count: u32,
    },
    /// Rows set aside that clear others by their letters: what they cleared stays open.
    BrokenMatchGroups {
        /// How many rows.
        count: u32,
    },
    /// Characters nobody sees in codes or names of customers; left out.
    InvisibleCharacters {
        /// How many rows.
        count: u32,
    },
    /// Rows with cells beyond the last heading; kept.
    WideRows {
        /// How many rows.
        count: u32,
    },
    /// True dates never pass day 12 and texts always do: day and month were swapped on opening, and a person said
    /// what becomes of them.
    HalfSwappedDates {
        /// How many true dates.
        true_dates: u32,
        /// How many texts.
        texts: u32,
        /// Day and month were swapped back.
        restored: bool,
    },
    /// Dates with a year of two digits.
    TwoDigitYears {
        /// How many.
        count: u32,
    },
    /// Dates given as day numbers of a workbook, without a date format.
    DayNumbers {
        /// How many.
        count: u32,
        /// They count from 1904.
        from_1904: bool,
    },
    /// Some dates of a column prove one order, some the other; those that admit both are read in the order of most.
    MixedDateOrders {
        /// Dates that can only be day first.
        day_first: u32,
        /// Dates that can only be month first.
        month_first: u32,
        /// Dates that can be both.
        either: u32,
    },
    /// A column proves another order of dates than the others.
    ColumnDateOrder {
        /// Its order.
        order: DateOrder,
    },
    /// A column writes its amounts with another decimal mark than the others.
    ColumnDecimalMark {
        /// Its mark.
        decimal: DecimalMark,
    },
    /// Amounts rounded to their currency: what binary arithmetic left behind was dropped.
    FloatDust {
        /// How many.
        count: u32,
    },
    /// `1.234` read as the column suggests, without proof.
    LikelyAmounts {
        /// How many.
        count: u32,
    },
    /// Due dates more than a year after the invoice; kept as written.
    FarDueDates {
        /// How many rows.
        count: u32,
        /// Sum of their amounts.
        amount: Amount,
        /// Its currency, that of the first such row.
        currency: Currency,
    },
    /// Dates before 1990 or after 2100; kept as written.
    ImplausibleDates {
        /// How many rows.
        count: u32,
        /// Sum of their amounts.
        amount: Amount,
        /// Its currency, that of the first such row.
        currency: Currency,
    },
    /// Documents dated long after nearly all others.
    FutureDates {
        /// How many rows.
        count: u32,
        /// Sum of their amounts.
        amount: Amount,
        /// Its currency, that of the first such row.
        currency: Currency,
        /// Last day of the month by which nearly all documents are dated.
        after: Day,
    },
    /// A remark on a FEC.
    Fec(FecRemark),
}

impl DiagnosticKind {
    /// Takes one from the invoices counted without a due date of their own, and says how many are left.
    pub(crate) fn one_less(&mut self) -> Option<u32> {
        let (DiagnosticKind::NoDueDate { count } | DiagnosticKind::DefaultTermsUsed { count }) = self else {
            return None;
        };
        *count = count.saturating_sub(1);
        Some(*count)
    }
}
