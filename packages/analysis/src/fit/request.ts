import { type Expression, evaluate, type Frame, parseExpression, written } from "@concord/statistics/formula";
import { type CentredFrame, type CentredPart, centredFrame } from "@concord/statistics/multilevel";
import { type AnalysisRequest, confidenceLevel } from "../analysis.ts";
import { RequestRefused } from "../refusal.ts";
import { asNames, asNumbers, type ColumnUse, columnsNamedIn } from "../table/column-use.ts";
import { distinctUses, formulaUses, namesIn } from "../table/formula-use.ts";
import type { OutcomeUse } from "../table/two-valued-outcome.ts";

/** A multilevel model of a table: its formula, and how it is fitted. */
export interface FitRequest extends AnalysisRequest {
  readonly formula: string;
  readonly ml?: true;
  readonly ar1?: string;
  readonly profile?: true;
  readonly compare?: string;
  readonly factor: readonly string[];
  readonly let: readonly DerivedColumn[];
}

/** What may be said of a fit; further columns as texts, `agec=age-11`. */
export type FitOptions = Partial<Omit<FitRequest, "formula" | "let">> & {
  readonly formula: string;
  readonly let?: readonly string[];
};

/** Returns the request with defaults for what was not said. */
export function fitRequest(options: FitOptions): FitRequest {
  return { confidenceLevel, factor: [], ...options, let: (options.let ?? []).map(derivedColumn) };
}

/** `session|client`, or as nlme writes it, `~ session | client`; `1|client` takes the order of the rows. */
export function seriesOf(text: string): { readonly group: string; readonly order: string | null } {
  const [order, group, ...more] = text
    .replace(/^\s*~/, "")
    .split("|")
    .map((part) => part.trim());
  if (!order || !group || more.length > 0)
    throw new RequestRefused(`--ar1 must look like session|client or 1|client: ${text}`);
  return { group, order: order === "1" ? null : order };
}

/** A column that the file has not, by a name of its own: `agec=age - 11`. */
export interface DerivedColumn {
  readonly name: string;
  readonly expression: Expression;
}

function derivedColumn(text: string): DerivedColumn {
  const at = text.indexOf("=");
  const name = text.slice(0, at).trim();
  if (at < 1 || name === "") throw new RequestRefused(`--let must look like agec=age-11: ${text}`);
  return { name, expression: parseExpression(text.slice(at + 1)) };
}

/** The frame with these columns, each of which may use those before it, within() and between() with their groups. */
export function withDerived(frame: Frame, derived: readonly DerivedColumn[]): CentredFrame {
  let columns = frame;
  const parts: CentredPart[] = [];
  for (const { name, expression } of derived) {
    const whole: Expression = { kind: "call", name: "I", of: [expression] };
    const centred = centredFrame(`~ ${written(whole)}`, columns);
    if (centred.kind === "refused") return centred;
    const variable = evaluate(whole, centred.frame);
    if (variable.kind === "factor") throw new RangeError(`--let requires numbers: ${name}`);
    parts.push(...centred.parts);
    const values = variable.values.map((value) => (Number.isNaN(value) ? null : value));
    columns = { ...centred.frame, [name]: values };
  }
  return { kind: "centred", frame: columns, parts };
}

/** What the formula asks of the columns of a table. */
export function fitUses(request: FitRequest, columns: readonly string[]): readonly ColumnUse[] {
  const { formula, compare, ar1, factor } = request;
  const derived = new Set(request.let.map(({ name }) => name));
  const { group, order } = ar1 === undefined ? { group: undefined, order: null } : seriesOf(ar1);
  const all = [
    ...[formula, compare].flatMap((text) => (text === undefined ? [] : formulaUses(text, columns))),
    ...request.let.flatMap(({ expression }) => {
      const { values, groups } = namesIn(expression, columns);
      return [...asNumbers(...values), ...asNames(...groups)];
    }),
    ...asNames(group),
    ...asNumbers(order ?? undefined),
    ...asNames(...factor),
  ];
  const isFactor = new Set(factor);
  return distinctUses(
    all
      .filter(({ name }) => !derived.has(name))
      .map((use) => (isFactor.has(use.name) ? { ...use, as: "name" as const } : use)),
  );
}

/** The column left of the ~. */
export function fitOutcomes(request: FitRequest, columns: readonly string[]): readonly OutcomeUse[] {
  const [left = "", ...right] = request.formula.split("~");
  const [name, ...more] = columnsNamedIn([left.trim()], columns);
  if (name === undefined || more.length > 0 || right.length === 0) return [];
  const rest = right.join("~").trim();
  const isPlain = !/\b(?:within|between)\s*\(/.test(rest) && request.ar1 === undefined;
  const terms = isPlain ? rest : "...";
  const call = rest.includes("|") || !isPlain ? "lme4::glmer" : "glm";
  return [{ name, logistic: (outcome) => `${call}(${outcome} ~ ${terms}, dat, family = binomial)` }];
}
