import { seededChance } from "@concord/numerics";
import type { Continuity, Measure, VarianceType } from "@concord/statistics/effect-size";
import type {
  AsymmetryModel,
  MetaforTerms,
  Method,
  MissingStudiesEstimator,
  Permutations,
  RobustKind,
  SelectedDirection,
  SmallStudyPredictor,
  Test,
} from "@concord/statistics/meta-analysis";
import { type AnalysisRequest, confidenceLevel } from "../analysis.ts";
import { RequestRefused } from "../refusal.ts";
import { asNames, asNumbers, asPredictors, type ColumnUse } from "../table/column-use.ts";
import { variablesOf } from "../table/formula-use.ts";
import { type AnalysisName, type ColumnArgument, columnArguments, synthesizeDefaults } from "./choices.ts";

/** Where effects come from in somebody's table, in the words of metafor's `escalc`. */
export interface TableMeasure {
  readonly measure: Measure;
  /** Argument → column: `{ ri: "r", ni: "n" }`, `{ yi: "d", vi: "var" }`. */
  readonly arguments: Readonly<Record<string, string>>;
  readonly varianceType?: VarianceType;
  readonly continuity?: Continuity;
  /** Rows to keep: those whose column holds one of these values. */
  readonly subset: readonly { readonly column: string; readonly values: readonly string[] }[];
  /** The column that names a row; its number otherwise. */
  readonly slab: string | null;
}

/** How they are pooled, in the words of `rma` and `rma.mv`. */
export interface TableModel {
  readonly method: Method;
  readonly test: Test;
  /** Coverage of intervals. */
  readonly confidenceLevel: number;
  readonly mods: string | null;
  /** Columns from the outermost level inwards: ["study", "es"]. Empty for effects side by side. */
  readonly random: readonly string[];
  readonly dfs: "residual" | "contain";
  readonly robust: { readonly cluster: string; readonly kind: RobustKind } | null;
  /** The correlation assumed between sampling errors within a cluster. */
  readonly sampling: { readonly cluster: string; readonly rho: number } | null;
  readonly weights: { readonly kind: "inverse" } | { readonly kind: "equal" } | WeightColumn;
  readonly tau2: number | null;
  /** Positions of coefficients to test together, from 1. */
  readonly btt: readonly number[];
}

interface WeightColumn {
  readonly kind: "column";
  readonly column: string;
}

/** What to do with the effects, under the names of metafor's functions where it has one. */
export type TableAnalysis =
  | { readonly kind: "effects" }
  | { readonly kind: "pool"; readonly extras: "brief" | "full" }
  | { readonly kind: "subgroups"; readonly by: string }
  | { readonly kind: "leave1out" }
  | { readonly kind: "influence" }
  | { readonly kind: "residuals" }
  | { readonly kind: "blup" }
  | { readonly kind: "cumul"; readonly order: string | null }
  | { readonly kind: "permutest"; readonly permutations: Permutations }
  | { readonly kind: "regtest"; readonly model: AsymmetryModel; readonly predictor: SmallStudyPredictor }
  | { readonly kind: "ranktest" }
  | {
      readonly kind: "trimfill";
      readonly estimator: MissingStudiesEstimator;
      readonly side: "left" | "right" | null;
    }
  | { readonly kind: "selmodel"; readonly steps: readonly number[]; readonly alternative: SelectedDirection }
  | { readonly kind: "pet-peese" }
  | {
      readonly kind: "fsn";
      readonly type: "Rosenthal" | "Orwin" | "Rosenberg";
      readonly alpha: number;
      readonly target: number | null;
    }
  | { readonly kind: "hunter-schmidt" }
  | { readonly kind: "predict"; readonly newmods: readonly (readonly number[])[] }
  | { readonly kind: "anova" };

/** No answer from this table, and why: one line. */
export interface TableRefusal {
  readonly kind: "refused";
  readonly reason: string;
}

export function refuse(reason: string): TableRefusal {
  return { kind: "refused", reason };
}

/** Results under metafor's names, and what their parallel lists run over. */
export interface AnalysisDone {
  readonly kind: "done";
  readonly terms: MetaforTerms;
  /** Names for the rows of lists that run over studies. */
  readonly labels: readonly string[];
  /** Rows of the table that the model rests on; absent where the analysis takes all effects. */
  readonly rows?: readonly number[];
  /** Moderators that were left out because they repeat others. */
  readonly dropped?: readonly string[];
  /** What a reader must know: a coefficient without a test. */
  readonly notes?: readonly string[];
  /** Where the analysis comes to one sentence and one table: these. */
  readonly readOut?: ReadOut;
}

/** A result in one sentence and one table; null and NaN are "not defined". */
export interface ReadOut {
  readonly sentence: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** The line for what has no counterpart in nested groups. */
export function sideBySide(name: string): string {
  return `${name} takes effects side by side: leave the nested groups and the robust test out`;
}

/** What is asked of a table of effects: metafor's arguments, and what to do with them. */
export interface SynthesizeRequest
  extends AnalysisRequest,
    Readonly<Partial<Record<ColumnArgument, string>>> {
  readonly measure?: string;
  readonly vtype?: string;
  readonly add?: number;
  readonly to?: string;
  readonly drop00?: true;
  readonly slab?: string;
  readonly subset: readonly string[];
  readonly mods?: string;
  readonly method: string;
  readonly test: string;
  readonly random?: string;
  readonly dfs: string;
  readonly cluster?: string;
  readonly vcov: string;
  readonly rho?: number;
  readonly weights?: string;
  readonly unweighted?: true;
  readonly tau2?: number;
  readonly btt?: readonly number[];
  readonly analysis: readonly AnalysisName[];
  readonly by?: string;
  readonly order?: string;
  readonly model: string;
  readonly predictor: string;
  readonly estimator: string;
  readonly side?: string;
  readonly steps: readonly number[];
  readonly alternative: string;
  readonly type: string;
  readonly alpha: number;
  readonly target?: number;
  readonly exact?: true;
  readonly iter: number;
  readonly seed: number;
  readonly newmods?: readonly (readonly number[])[];
  readonly profile?: true;
}

/** Returns the request with defaults. Throws RequestRefused for options that cannot stand together. */
export function synthesizeRequest(options: Partial<SynthesizeRequest>): SynthesizeRequest {
  const request = { confidenceLevel, ...synthesizeDefaults, ...options };
  measureOf(request);
  modelOf(request);
  analysesOf(request);
  return request;
}

/** Where the effects come from. */
export function measureOf(request: SynthesizeRequest): TableMeasure {
  const given = (Object.keys(columnArguments) as ColumnArgument[]).flatMap((name) => {
    const column = request[name];
    return column === undefined ? [] : [[name, column] as const];
  });
  const measure = (request.measure ?? "GEN") as Measure;
  if (request.measure === undefined && request.yi === undefined)
    throw new RequestRefused(
      "Say what the effects are: --yi and --vi for estimates and variances, or --measure and its columns, such as --measure ZCOR --ri r --ni n.",
    );
  const continuity = continuityOf(request);
  return {
    measure,
    arguments: Object.fromEntries(given),
    ...(request.vtype === undefined ? {} : { varianceType: request.vtype as VarianceType }),
    ...(continuity === undefined ? {} : { continuity }),
    subset: request.subset.map((text) => {
      const at = text.indexOf("=");
      return { column: text.slice(0, at), values: text.slice(at + 1).split(",") };
    }),
    slab: request.slab ?? null,
  };
}

export function modelOf(request: SynthesizeRequest): TableModel {
  if (request.rho !== undefined && request.cluster === undefined)
    throw new RequestRefused(
      "--rho says how sampling errors correlate within clusters: name these with --cluster.",
    );
  return {
    method: request.method as Method,
    test: request.test as Test,
    confidenceLevel: request.confidenceLevel,
    mods: request.mods ?? null,
    random: request.random === undefined ? [] : pathOf(request.random),
    dfs: request.dfs as "residual" | "contain",
    robust:
      request.cluster === undefined ? null : { cluster: request.cluster, kind: request.vcov as RobustKind },
    sampling:
      request.rho === undefined || request.cluster === undefined
        ? null
        : { cluster: request.cluster, rho: request.rho },
    weights:
      request.unweighted === true
        ? { kind: "equal" }
        : request.weights === undefined
          ? { kind: "inverse" }
          : { kind: "column", column: request.weights },
    tau2: request.tau2 ?? null,
    btt: request.btt ?? [],
  };
}

export function analysesOf(request: SynthesizeRequest): readonly TableAnalysis[] {
  return request.analysis.map((name) => analysisOf(name, request));
}

/** `study/es`, also as metafor writes it: `~ 1 | study/es`. */
function pathOf(text: string): readonly string[] {
  const path = text
    .replace(/^\s*~?\s*1\s*\|/, "")
    .split("/")
    .map((name) => name.trim());
  if (path.some((name) => name === ""))
    throw new RequestRefused(`--random must look like study/es or "~ 1 | study/es": ${text}`);
  return path;
}

function analysisOf(name: AnalysisName, request: SynthesizeRequest): TableAnalysis {
  switch (name) {
    case "pool":
      return { kind: name, extras: request.profile === true ? "full" : "brief" };
    case "subgroups":
      if (request.by === undefined) throw new RequestRefused("subgroups need a column: --by COLUMN");
      return { kind: name, by: request.by };
    case "cumul":
      return { kind: name, order: request.order ?? null };
    case "permutest":
      return {
        kind: name,
        permutations:
          request.exact === true
            ? { kind: "exact" }
            : { kind: "sampled", count: request.iter, chance: seededChance(request.seed) },
      };
    case "regtest":
      return {
        kind: name,
        model: request.model as "lm" | "rma",
        predictor: request.predictor as SmallStudyPredictor,
      };
    case "trimfill":
      return {
        kind: name,
        estimator: request.estimator as "L0" | "R0" | "Q0",
        side: (request.side as "left" | "right" | undefined) ?? null,
      };
    case "selmodel":
      return { kind: name, steps: request.steps, alternative: request.alternative as "greater" | "less" };
    case "fsn":
      return {
        kind: name,
        type: request.type as "Rosenthal" | "Orwin" | "Rosenberg",
        alpha: request.alpha,
        target: request.target ?? null,
      };
    case "predict":
      return { kind: name, newmods: request.newmods ?? [] };
    default:
      return { kind: name };
  }
}

function continuityOf({ add, to, drop00 }: SynthesizeRequest): Continuity | undefined {
  if (add === undefined && to === undefined && drop00 === undefined) return undefined;
  return {
    add: add ?? 0.5,
    to: to === "all" ? "all" : to === "none" ? "none" : "tables-with-a-zero",
    doubleZeros: drop00 === true ? "drop" : "keep",
  };
}

/** Effects are numbers; studies, groups and clusters are names. */
export function synthesizeUses(request: SynthesizeRequest, columns: readonly string[]): readonly ColumnUse[] {
  const measure = measureOf(request);
  const model = modelOf(request);
  const there = new Set(columns);
  const { weights, robust, sampling, random, mods } = model;
  const subset = measure.subset.map(({ column }): ColumnUse => ({ name: column, as: "value" }));
  return [
    ...asNumbers(...Object.values(measure.arguments), weights.kind === "column" ? weights.column : undefined),
    ...asNumbers(request.order),
    ...asPredictors(...(mods === null ? [] : variablesOf(mods, columns))),
    ...asNames(measure.slab ?? undefined, robust?.cluster, sampling?.cluster, request.by),
    // The last level may be the row itself.
    ...asNames(...random.filter((name, at) => there.has(name) || at < random.length - 1)),
    ...subset,
  ];
}
