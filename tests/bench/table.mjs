/** Medians, goals and the aligned table of the benchmark. */

/** The middle of one figure over the rounds; null when any round has none. */
export function median(costs, key) {
  const figures = costs.map((cost) => cost[key]);
  if (figures.some((figure) => typeof figure !== "number" || !Number.isFinite(figure))) return null;
  return figures.sort((one, other) => one - other)[Math.floor(figures.length / 2)];
}

/** A goal of the performance page: at most `bound`, of our figure ("ours") or of its "ratio" to the baseline. */
export const goal = (name, of, bound, rows = "") => ({ name, of, bound, rows });

const HEADINGS = ["job", "ours", "baseline", "ratio", "goal", ""];

/** `lines`: a title, or { job, ours, baseline, goal }. A figure that could not be had is a dash. */
export function table(lines) {
  const rows = [HEADINGS, ...lines.map((line) => (typeof line === "string" ? line : cells(line)))];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.filter(Array.isArray).map((row) => row[column].length)));
  return rows.map((row) => (Array.isArray(row) ? aligned(row, widths) : `\n${row}`)).join("\n");
}

function cells({ job, ours, baseline = null, goal }) {
  const ratio = ours !== null && baseline ? ours / baseline : null;
  const verdict = goal ? judged(goal.of === "ratio" ? ratio : ours, goal.bound) : "";
  const bound = goal ? `${goal.name} <= ${goal.of === "ratio" ? `${goal.bound.toFixed(2)} x` : goal.bound}${goal.rows && ` (${goal.rows})`}` : "";
  return [`  ${job}`, figure(ours), figure(baseline), ratio === null ? "-" : `${ratio.toFixed(2)} x`, bound, verdict];
}

function judged(value, bound) {
  if (value === null) return "not measured";
  return value <= bound ? "ok" : "MISSED";
}

function figure(value) {
  if (value === null) return "-";
  return value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}

function aligned(row, widths) {
  return row.map((cell, column) => (column === 0 || column > 3 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  ").trimEnd();
}
