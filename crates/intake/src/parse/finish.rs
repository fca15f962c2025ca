//! The end of a table: its counts, control totals and questions, and the remarks on the whole of it.

use super::Reading;
use crate::content::ColumnContent;
use crate::diagnostic::{Column, Diagnostic, DiagnosticKind, Note};
use crate::fec::{ClassTotal, class_remarks};
use crate::intake::{ControlTotal, Intake};
use crate::mapping::Layout;
use crate::{
    aged, aged_day, balances, entries, header, item_ages, left_out, mails, not_invoiced, question, receipts, settled,
    unread, unread_marks, unread_remarks,
};
use ledger::AccountClass;
use sheet::Table;
use values::Source;

impl Reading<'_> {
    /// `rows` and `blank_rows` are those of the whole table, `contents` what its columns hold.
    pub(crate) fn finish(
        mut self,
        (table, contents): (&Table, &[ColumnContent]),
        rows: u64,
        blank_rows: u32,
    ) -> Intake {
        self.intake.rows.read = u32::try_from(rows + u64::from(blank_rows)).unwrap_or(u32::MAX);
        self.intake.rows.blank += blank_rows;
        self.enter_openings(self.titles.period_start.or(self.first_day));
        if self.mapping.layout() == Layout::Ledger {
            self.ledgers.books.push(Source { row: 0, ..self.at });
        }
        if self.mapping.layout() == Layout::AgedBalance {
            self.ledgers.struck = self.ledgers.struck.max(self.mapping.aged_as_of());
        }
        self.forget_parts();
        if !self.totals.last_is_whole() {
            self.settle_doubt();
        }
        self.intake.set_aside.extend(self.hidden.left_out(self.mapping));
        let repeating = self.repeating_lines();
        self.intake.set_aside.extend(repeating);
        self.remember_unpaid(table, self.mapping);
        self.list_other_accounts();
        let items = self.mapping.layout().has_items();
        let stated = || aged_day::only(table, self.mapping.header_row()).or_else(|| self.counted_to(table));
        self.intake.stated_day = if items { stated() } else { None };
        self.intake.aged = self.aged.as_ref().map(aged::Columns::allows);
        let comparable = !self.other_accounts && !self.hidden.skipped(self.mapping);
        self.intake.control_totals = self.totals.control(comparable);
        self.close_statement();
        let fec = self.fec.take().map(|mut fec| self.fec_finish(&mut fec)).or_else(|| self.tell_classes());
        self.intake.diagnostics = self.remarks(table, contents, rows > table.row_count() as u64);
        self.intake.diagnostics.extend(fec.into_iter().flatten());
        let header = Source { row: self.mapping.header_row(), ..self.at };
        self.ledgers.matched_alone.extend(self.lettered.remark(self.mapping, header));
        self.intake.questions = question::questions(&self.facts.profiles, self.mapping);
        self.intake.questions.extend(self.hidden.question(self.mapping, &self.intake.control_totals));
        self.intake
    }

    /// What a ledger holds beside its customers' own accounts, class by class.
    fn tell_classes(&mut self) -> Option<Vec<Diagnostic>> {
        let classes: Vec<ClassTotal> = self.classes.totals().collect();
        // Currencies are never added together.
        let [ControlTotal { currency, .. }] = self.intake.control_totals.as_slice() else { return None };
        if classes.iter().all(|of| of.class == AccountClass::Receivable) {
            return None;
        }
        let remarks = class_remarks(&classes, *currency);
        self.intake.classes = classes;
        Some(remarks)
    }

    /// What is told of the whole table, of which there may be but a sample, in this order.
    fn remarks(&self, table: &Table, contents: &[ColumnContent], sampled: bool) -> Vec<Diagnostic> {
        let header = Source { row: self.mapping.header_row(), ..self.at };
        // Row 0 is no row: a table without headings.
        let headed = Some(header).filter(|header| header.row > 0);
        let mut remarks = entries::of_columns(self.mapping, headed);
        if table.hidden {
            remarks
                .push(Diagnostic { seen: table.name.clone(), ..Diagnostic::about(DiagnosticKind::HiddenSheet, None) });
        }
        let one = self.told.iter().filter(|_| self.groups_begun.is_empty());
        remarks.extend(one.map(|customer| Diagnostic {
            seen: Some(if customer.name.is_empty() { customer.id.clone() } else { customer.name.clone() }),
            ..Diagnostic::about(DiagnosticKind::CustomerOfTable, None)
        }));
        remarks.extend(balances::earlier(table, self.mapping).map(|(read, left)| Diagnostic {
            seen: Some(read),
            ..Diagnostic::about(DiagnosticKind::EarlierBalances { left }, headed)
        }));
        if self.aged.is_some() {
            remarks.extend(settled::left(table, self.mapping).into_iter().map(|(index, header)| Diagnostic {
                column: Some(Column { index, header }),
                ..Diagnostic::about(DiagnosticKind::UnreadAmounts, headed)
            }));
        }
        remarks.extend(self.titles.payables.iter().map(|title| Diagnostic {
            seen: Some(title.clone()),
            ..Diagnostic::about(DiagnosticKind::Payables, None)
        }));
        let quoted = not_invoiced::said(self.mapping, self.titles.lines.iter().map(String::as_str));
        remarks.extend(
            quoted.map(|seen| Diagnostic { seen: Some(seen), ..Diagnostic::about(DiagnosticKind::NotInvoiced, None) }),
        );
        if header.row > 0 {
            remarks.extend(unread::side(table, self.mapping, header));
            let aged = |column: &Column| self.aged.as_ref().is_some_and(|aged| aged.explains(column));
            let unread = unread::columns(table, self.mapping, header, contents).into_iter();
            remarks.extend(unread.filter(|remark| !remark.column.as_ref().is_some_and(aged)));
            remarks.extend(unread::payments(table, self.mapping, header));
            remarks.extend(balances::listed(table, self.mapping, header, contents));
            remarks.extend(mails::unread(table, self.mapping, header, contents));
            remarks.extend(unread_marks::columns(table, self.mapping, header, (contents, sampled)));
            remarks.extend(unread_remarks::tell(table, self.mapping, header, sampled));
            remarks.extend(unread_marks::colours(table, self.mapping, header));
            remarks.extend(left_out::remainders(table, self.mapping, header, contents));
            remarks.extend(left_out::currencies(table, self.mapping, header));
        }
        remarks.extend(self.unused_ages(headed));
        remarks.extend(self.read_as_payments(table, header));
        remarks.extend(self.duplicate_headings(table, header));
        remarks.extend(
            self.assumed_currency.map(|currency| Diagnostic::about(DiagnosticKind::CurrencyAssumed { currency }, None)),
        );
        remarks.extend(self.money.assumed.map(|(shared, currency)| Diagnostic {
            seen: Some(shared.sign().to_owned()),
            ..Diagnostic::about(DiagnosticKind::CurrencyAssumed { currency }, None)
        }));
        remarks.extend(self.facts.profiles.remarks(self.mapping).into_iter().map(|(field, kind, seen)| Diagnostic {
            column: self.column(Some(field)),
            seen,
            ..Diagnostic::about(kind, headed)
        }));
        remarks.extend(self.aged.iter().map(|columns| Diagnostic::about(columns.remark(), None)));
        remarks.extend(self.document_types.remark(|count| DiagnosticKind::UnknownTypes { count }));
        let states = self.states.remark(|count| DiagnosticKind::UnknownStates { count });
        remarks.extend(states.filter(|remark| !self.is_icon_of_all(remark)));
        remarks.extend(self.customers_from_above(table, headed));
        remarks.extend(self.subtotals.iter().cloned());
        remarks.extend(
            self.notes.iter().map(|(note, (count, first))| Diagnostic { kind: note.kind(*count), ..first.clone() }),
        );
        remarks.extend(self.unused_corrections());
        remarks.extend(self.sanity.remarks());
        remarks.extend(self.control_totals_that_differ());
        remarks
    }

    /// Whether a state is one picture of SAP's on every row: `@5B@` before each of a list's open items tells none from another.
    fn is_icon_of_all(&self, remark: &Diagnostic) -> bool {
        let icon = |text: &str| text.len() == 4 && text.starts_with('@') && text.ends_with('@');
        let all = DiagnosticKind::UnknownStates { count: self.intake.rows.imported };
        remark.seen.as_deref().is_some_and(icon) && remark.kind == all
    }

    /// Customers that a printed list names above its rows, or in the totals below them.
    fn customers_from_above(&self, table: &Table, headed: Option<Source>) -> Option<Diagnostic> {
        let first = table.customers_above?;
        let count = self.intake.rows.imported;
        let read = self.mapping.columns().iter().any(|binding| binding.column >= first);
        let kind = match table.customers_in_totals {
            true => DiagnosticKind::CustomerFromTotal { count },
            false => DiagnosticKind::CustomerFromAbove { count },
        };
        read.then(|| Diagnostic::about(kind, headed))
    }

    /// Columns of ages that tell no due days, beside invoices that have none.
    fn unused_ages(&self, headed: Option<Source>) -> Option<Diagnostic> {
        let why = *self.item_ages.as_ref()?.as_ref().err()?;
        self.notes.get(&Note::NoDueDate)?;
        let mut named = item_ages::ages_named(self.mapping);
        let first = named.next()?;
        let columns = named.last().map_or_else(|| first.to_owned(), |last| format!("{first} … {last}"));
        Some(Diagnostic { seen: Some(columns), ..Diagnostic::about(DiagnosticKind::AgesUnused { why }, headed) })
    }

    /// That rows are payments is told by no heading and no title.
    fn read_as_payments(&self, table: &Table, header: Source) -> Option<Diagnostic> {
        let headings = header::Header::new(header.row, header::headings(&table.row(header.row)?));
        let seen = receipts::told(table, self.mapping, &headings)?;
        Some(Diagnostic { seen: Some(seen), ..Diagnostic::about(DiagnosticKind::ReadAsPayments, None) })
    }

    fn duplicate_headings(&self, table: &Table, header: Source) -> Vec<Diagnostic> {
        let Some(row) = table.row(header.row) else { return Vec::new() };
        let mut headings = header::Header::new(header.row, header::headings(&row));
        // Headings over two lines are compared whole.
        for binding in self.mapping.columns().iter().filter(|binding| !binding.header.is_empty()) {
            let here = headings.headings.iter_mut().filter(|heading| heading.column == binding.column);
            here.for_each(|heading| heading.text.clone_from(&binding.header));
        }
        // What is read of both columns is no duplicate: the day beside each payment.
        let bound = |column: u16| self.mapping.columns().iter().any(|of| of.column == column);
        let same = |one: &header::Heading, other: &header::Heading| one.text.eq_ignore_ascii_case(&other.text);
        let read = |heading: &&header::Heading| {
            headings.headings.iter().filter(|other| same(heading, other)).all(|other| bound(other.column))
        };
        // Nor are those that the bands above them tell apart.
        let apart = |heading: &&header::Heading| {
            let told = |text: &str| text.len() > heading.text.len() && text.ends_with(&heading.text);
            let under = |column: u16| row.cell(column).is_some_and(|cell| cell.text.trim() == heading.text);
            self.mapping.columns().iter().any(|of| told(&of.header) && under(of.column))
        };
        let unread = headings.duplicates().into_iter().filter(|heading| !read(heading) && !apart(heading));
        let told = unread.map(|heading| Diagnostic {
            column: Some(Column { index: heading.column, header: heading.text.clone() }),
            ..Diagnostic::about(DiagnosticKind::DuplicateHeading, Some(header))
        });
        told.collect()
    }

    fn unused_corrections(&self) -> Option<Diagnostic> {
        let applied = self.notes.get(&Note::CorrectedCell).map_or(0, |(count, _)| *count);
        let count = self.mapping.corrections().count().saturating_sub(applied);
        (count > 0).then(|| Diagnostic::about(DiagnosticKind::UnusedCorrections { count }, None))
    }

    fn control_totals_that_differ(&self) -> impl Iterator<Item = Diagnostic> {
        let set_aside = self.intake.rows.set_aside;
        self.intake.control_totals.iter().filter_map(move |control| {
            let (currency, computed) = (control.currency, control.computed);
            let stated = control.stated.filter(|stated| *stated != computed)?;
            let kind = DiagnosticKind::ControlTotalDiffers { currency, stated, computed, set_aside };
            Some(Diagnostic::about(kind, None))
        })
    }
}
