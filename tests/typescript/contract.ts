/** The real declarations stay assignable to the contract. Compiled by node/contract.test.mjs, which knows where it is. */
import * as real from "encours";
import type * as contract from "contract";

/** Compiles only when `Real` can be used wherever `Promised` is expected. */
type Holds<Promised, Real extends Promised> = Real;

/** What people hand over: the contract's must be accepted by the real functions. */
export type Given = [
  Holds<real.SourceFile, contract.SourceFile>,
  Holds<real.Mapping, contract.Mapping>,
  Holds<real.AgedBalanceQuery, contract.AgedBalanceQuery>,
];

/** What people get. */
export type Got = [
  Holds<contract.Inspection, real.Inspection>,
  Holds<contract.Mapping, real.Mapping>,
  Holds<contract.Diagnostic, real.Diagnostic>,
  Holds<contract.ImportReport, real.ImportReport>,
  Holds<contract.AgedBalance, real.AgedBalance>,
  Holds<contract.OpenItem, real.OpenItem>,
  Holds<contract.Metrics, real.Metrics>,
  Holds<contract.Action, real.Action>,
  Holds<contract.NonAction, real.NonAction>,
  Holds<contract.Plan, real.Plan>,
  Holds<contract.Draft, real.Draft>,
  Holds<contract.ExportedFile, real.ExportedFile>,
  Holds<contract.EncoursErrorShape, real.EncoursErrorShape>,
  Holds<contract.Progress, real.Progress>,
  Holds<contract.Dossier, real.Dossier>,
];

export const init: typeof contract.default = real.default;
export const version: typeof contract.version = real.version;
export const inspect: typeof contract.inspect = real.inspect;
export const dueDay: typeof contract.dueDay = real.dueDay;
export const lateInterest: typeof contract.lateInterest = real.lateInterest;
export const open: typeof contract.Dossier.open = real.Dossier.open;
export const restore: typeof contract.Dossier.restore = real.Dossier.restore;
