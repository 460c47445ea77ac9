import {
  type AgreementTable,
  type AgreementWeights,
  agreementTable,
  type CohenKappa,
  cohenKappa,
  type FactorAnalysis,
  type FleissKappa,
  factorAnalysis,
  fleissKappa,
  type HierarchicalOmega,
  hierarchicalOmega,
  type IntraclassResult,
  intraclassCorrelations,
  itemMoments,
  itemSet,
  krippendorffAlpha,
  type OneFactorOmega,
  oneFactorOmega,
  type Rotation,
  type ScaleReliability,
  type Scaling,
  scaleReliability,
} from "@concord/statistics/reliability";
import type { AnalysisRequest, Outcome } from "../analysis.ts";
import type { Cell, Columns } from "../table/cells.ts";
import { asNumbers, type ColumnUse } from "../table/column-use.ts";
import { anyColumn, namesBetween, numberColumn, pickColumns } from "../table/columns.ts";
import { incompleteRows, type LeftRow } from "../table/report.ts";
import type { ReliabilityAnalysis } from "./choices.ts";

export interface ReliabilityRequest extends AnalysisRequest {
  readonly items?: readonly string[];
  readonly analysis: readonly ReliabilityAnalysis[];
  readonly reverse?: readonly string[];
  readonly range?: readonly [number, number];
  readonly missingValues?: readonly number[];
  readonly factors?: number;
  readonly rotation: Rotation;
  readonly weights: "quadratic" | "linear";
  readonly count?: string;
  readonly iccBy?: "anova" | "reml";
}

type Fitted<Result> = Extract<Result, { readonly kind: "fitted" }>;

/** One answer of the command. */
export type ReliabilityAnswer =
  | { readonly kind: "alpha"; readonly scale: Fitted<ScaleReliability> }
  | {
      readonly kind: "omega";
      readonly one: OneFactorOmega;
      /** Absent where the items are too few for groups below a general factor. */
      readonly hierarchical: HierarchicalOmega | undefined;
    }
  | { readonly kind: "factors"; readonly analysis: FactorAnalysis; readonly names: readonly string[] }
  | { readonly kind: "icc"; readonly icc: Fitted<IntraclassResult> }
  | { readonly kind: "kappa"; readonly kappa: Fitted<CohenKappa>; readonly categories: readonly string[] }
  | { readonly kind: "fleiss"; readonly fleiss: Fitted<FleissKappa> }
  | { readonly kind: "krippendorff"; readonly alpha: Readonly<Partial<Record<Scaling, number>>> };

/** Items are numbers; what raters judged may be words. */
export function reliabilityUses(
  request: ReliabilityRequest,
  columns: readonly string[],
): readonly ColumnUse[] {
  const { items, analysis, count } = request;
  if (items === undefined) return asNumbers(count);
  const areWords = analysis.every((one) => ["kappa", "fleiss", "krippendorff"].includes(one));
  const names = namesBetween(columns, items);
  return [...(areWords ? asJudged(names) : asNumbers(...names)), ...asNumbers(count)];
}

/** Judgements are taken as they come: numbers or words. */
const asJudged = (names: readonly string[]): readonly ColumnUse[] =>
  names.map((name) => ({ name, as: "value" }));

/** Rows without an answer, or for agreement of all raters with a gap. */
function leftRows(
  columns: Columns,
  request: ReliabilityRequest,
  names: readonly string[],
): readonly LeftRow[] {
  const gaps = incompleteRows(columns, names);
  const needsAll = request.analysis.some(
    (one) => one === "kappa" || one === "fleiss" || (one === "icc" && request.iccBy === "anova"),
  );
  if (needsAll) return gaps;
  return gaps
    .filter(({ row }) => names.every((name) => columns[name]![row] === null))
    .map(({ row }) => ({ row, reason: "no answer" }));
}

export function fitReliability(
  columns: Columns,
  request: ReliabilityRequest,
): Outcome<readonly ReliabilityAnswer[]> {
  const answers: ReliabilityAnswer[] = [];
  const notes: string[] = [];
  for (const analysis of request.analysis) {
    const outcome = answerTo(analysis, columns, request);
    if (outcome.kind === "refused") return outcome;
    answers.push(outcome.result);
    notes.push(...(outcome.notes ?? []));
  }
  const names = namesBetween(
    Object.keys(columns),
    request.items ?? Object.keys(columns).filter((name) => name !== request.count),
  );
  const left = leftRows(
    columns,
    request,
    names.filter((name) => Object.hasOwn(columns, name)),
  );
  return { kind: "done", result: answers, left, notes: [...new Set(notes)] };
}

function answerTo(
  analysis: ReliabilityAnalysis,
  columns: Columns,
  request: ReliabilityRequest,
): Outcome<ReliabilityAnswer> {
  const level = request.confidenceLevel;
  const options = {
    level,
    ...(request.reverse === undefined ? {} : { reversed: request.reverse }),
    ...(request.range === undefined ? {} : { range: request.range }),
  };
  const items = () => pickColumns(columns, request.items);
  switch (analysis) {
    case "alpha": {
      const scale = scaleReliability(items(), options);
      if (scale.kind === "refused") return scale;
      return { kind: "done", result: { kind: "alpha", scale }, notes: scale.cautions };
    }
    case "omega": {
      const answers = items();
      const one = oneFactorOmega(answers, options);
      if (one.kind === "refused") return one;
      const factors = request.factors ?? 3;
      const enough = Object.keys(answers).length >= 2 * factors;
      const hierarchical = enough ? hierarchicalOmega(answers, factors, options) : undefined;
      if (hierarchical?.kind === "refused") return hierarchical;
      return {
        kind: "done",
        result: { kind: "omega", one, hierarchical },
        notes: [
          ...one.cautions,
          ...(hierarchical?.cautions ?? [`${factors} group factors require ${2 * factors} items or more`]),
        ],
      };
    }
    case "factors": {
      const set = itemSet(items(), options.reversed, options.range);
      const { pairCorrelation: correlation, size } = itemMoments(set);
      if (correlation.some(Number.isNaN))
        return { kind: "refused", reason: "an item does not vary, or two were never answered together" };
      const found = factorAnalysis(correlation, size, request.factors ?? 2, request.rotation);
      const names = set.names.map((name, i) => (set.reversed[i] ? `${name}-` : name));
      return { kind: "done", result: { kind: "factors", analysis: found, names }, notes: found.cautions };
    }
    case "icc": {
      const icc = intraclassCorrelations(rowsOf(Object.values(items())), {
        level,
        ...(request.iccBy === undefined
          ? {}
          : { by: request.iccBy === "reml" ? "restricted-likelihood" : "analysis-of-variance" }),
      });
      if (icc.kind === "refused") return icc;
      return { kind: "done", result: { kind: "icc", icc }, notes: icc.cautions };
    }
    case "kappa": {
      const table = tableOf(columns, request);
      const kappa = cohenKappa(table, request.weights satisfies AgreementWeights, level);
      if (kappa.kind === "refused") return kappa;
      return { kind: "done", result: { kind: "kappa", kappa, categories: table.categories } };
    }
    case "fleiss": {
      const fleiss = fleissKappa(rowsOf(raters(columns, request)), level);
      if (fleiss.kind === "refused") return fleiss;
      return { kind: "done", result: { kind: "fleiss", fleiss } };
    }
    case "krippendorff": {
      const rows = rowsOf(raters(columns, request));
      const isText = rows.some((row) => row.some((value) => typeof value === "string"));
      const scalings: readonly Scaling[] = isText ? ["nominal"] : ["nominal", "ordinal", "interval"];
      const alpha = Object.fromEntries(
        scalings.flatMap((scaling) => {
          const value = krippendorffAlpha(rows, scaling);
          return value === undefined ? [] : [[scaling, value]];
        }),
      );
      if (Object.keys(alpha).length === 0)
        return { kind: "refused", reason: "no two ratings differ, or nobody was rated twice" };
      return { kind: "done", result: { kind: "krippendorff", alpha } };
    }
  }
}

/** Ratings may be words; without names every column is a rater. */
function raters(columns: Columns, { items }: ReliabilityRequest): readonly (readonly Cell[])[] {
  return namesBetween(Object.keys(columns), items ?? Object.keys(columns)).map((name) =>
    anyColumn(columns, name),
  );
}

function rowsOf<Value>(columns: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  return (columns[0] ?? []).map((_, i) => columns.map((column) => column[i]!));
}

/** Two raters' judgements; with `--count` a row stands for as many cases as its count says. */
function tableOf(columns: Columns, request: ReliabilityRequest): AgreementTable {
  const names = request.items ?? Object.keys(columns).filter((name) => name !== request.count);
  if (names.length !== 2)
    throw new RangeError(`kappa requires two raters, named by --items A,B: ${names.length}`);
  const [first, second] = raters(columns, { ...request, items: names });
  if (request.count === undefined) return agreementTable(first!, second!);
  const times = numberColumn(columns, request.count);
  const { categories } = agreementTable(first!, second!);
  const position = new Map(categories.map((category, i) => [category, i]));
  const counts = categories.map(() => categories.map(() => 0));
  first!.forEach((a, i) => {
    const b = second![i] ?? null;
    if (a === null || b === null) return;
    counts[position.get(String(a))!]![position.get(String(b))!]! += times[i] ?? 0;
  });
  return { categories, counts };
}
