/** A program that uses the npm package: it is compiled, not run. What must not compile is said to. */
import init, { Dossier, dueDay, inspect, version } from "encours";
import type { Action, AgedBalance, Diagnostic, Draft, ImportReport, Metrics, OpenItem, Plan } from "encours";

export async function morning(bytes: Uint8Array, asOf: string): Promise<string[]> {
  await init();
  const file = { name: "ledger.csv", bytes };
  const inspection = await inspect(file);
  const best = inspection.candidates[0];
  if (!best) return inspection.questions.map((question) => question.text);

  const dossier = await Dossier.open(
    [file],
    { mappings: { "ledger.csv": best.mapping }, language: "fr", defaultTerms: "30 jours fin de mois" },
    (progress) => void (progress.total === null ? progress.stage : progress.done / progress.total),
  );
  try {
    return [...accounted(dossier.importReport()), ...late(dossier.agedBalance({ asOf, limits: [15, 30, 60] })), ...calls(dossier.plan({ asOf, horizonDays: 7 }))];
  } finally {
    dossier.free();
  }
}

function accounted({ rows, setAside }: ImportReport): string[] {
  const sum: number = rows.imported + rows.setAside + rows.blank + rows.headings + rows.totals;
  const reason = ({ at, text }: Diagnostic) => `${at?.file ?? ""} ${at?.row ?? ""} ${text}`;
  return sum === rows.read ? setAside.map(reason) : ["rows are missing"];
}

function late(balance: AgedBalance): string[] {
  return balance.currencies.flatMap(({ currency, customers, control }) =>
    control.ok ? customers.filter((row) => row.overdue > 0).map((row) => `${row.name} ${row.overdue} ${currency}`) : []);
}

function calls(plan: Plan): string[] {
  const phone = (action: Action): boolean => action.channel === "phone";
  return plan.actions.filter(phone).map((action) => `${action.day} ${action.name}: ${action.rule}`);
}

export function figures(dossier: Dossier, asOf: string): [Metrics, OpenItem | undefined, Draft[]] {
  const { items } = dossier.openItems({ asOf, sort: "-residual", limit: 1 });
  return [dossier.metrics({ asOf, currency: "EUR", days: 90 }), items[0], dossier.drafts({ asOf, language: "en" })];
}

export function small(): string {
  const { dueDay: day, alternatives } = dueDay("45 jours fin de mois", "2026-01-15");
  return `${version().encours} ${day} ${alternatives.length}`;
}

export function mistakes(dossier: Dossier): void {
  // @ts-expect-error A Date has a zone: days are texts.
  dossier.agedBalance({ asOf: new Date() });
  // @ts-expect-error The day is never guessed.
  dossier.metrics({});
  // @ts-expect-error There is no such place for credits.
  dossier.agedBalance({ asOf: "2026-09-30", credits: "hidden" });
  // @ts-expect-error Totals are per currency.
  dossier.agedBalance({ asOf: "2026-09-30" }).total;
}
