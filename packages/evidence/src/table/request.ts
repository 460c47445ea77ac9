import type {
  AsymmetryModel,
  Continuity,
  Measure,
  MetaforTerms,
  Method,
  MissingStudiesEstimator,
  Permutations,
  RobustKind,
  SelectedDirection,
  SmallStudyPredictor,
  Test,
  VarianceType,
} from "@concord/statistics";

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
  /** Percent. */
  readonly level: number;
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

export type AnalysisName = TableAnalysis["kind"];

/** Every analysis with the question it answers. */
export const analysisQuestions: Readonly<Record<AnalysisName, string>> = {
  pool: "What do the studies say together, and how far do they differ?",
  effects: "What does each row say on the common scale?",
  subgroups: "Do groups of studies differ?",
  leave1out: "What remains without each study?",
  influence: "Which studies move the result?",
  residuals: "Which studies lie far from the model?",
  blup: "Where does each study's own true effect lie?",
  cumul: "How did the evidence grow?",
  permutest: "Could chance alone have ordered the studies like this?",
  regtest: "Do small studies show other effects than large ones (Egger)?",
  ranktest: "Do effects go with their variances (Begg and Mazumdar)?",
  trimfill: "What if the funnel were symmetric?",
  selmodel: "What if unwelcome results were published less often?",
  "pet-peese": "What would an endless study find?",
  fsn: "How many unseen studies would undo the result?",
  "hunter-schmidt": "What is left of the variance when sampling error is taken out?",
  predict: "What does the model expect at these values of the moderators?",
  anova: "Do the moderators improve the model, by its likelihood?",
};

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
