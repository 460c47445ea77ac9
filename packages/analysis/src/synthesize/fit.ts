import { type Design, designOf, type Frame, parseFormula } from "@concord/statistics/formula";
import {
  type ClusterRobust,
  clusterRobust,
  constantCorrelation,
  type FittedMetaAnalysis,
  type FittedMultilevel,
  type GroupLevel,
  type MetaAnalysis,
  type MetaAnalysisModel,
  type MultilevelMetaAnalysis,
  metaAnalysis,
  multilevelMetaAnalysis,
  nestedGroups,
} from "@concord/statistics/meta-analysis";
import type { TableEffect, TableEffects } from "./effects.ts";
import { refuse, type TableModel, type TableRefusal } from "./request.ts";

/** A model over a table, with the rows it rests on. */
export type TableFit =
  | {
      readonly kind: "plain";
      readonly fit: FittedMetaAnalysis;
      readonly used: readonly TableEffect[];
      /** Position of each used effect among all measured ones. */
      readonly positions: readonly number[];
      /** Moderators that say nothing beyond the others, such as a cell of an interaction that no study is in. */
      readonly dropped: readonly string[];
    }
  | {
      readonly kind: "multilevel";
      readonly fit: FittedMultilevel;
      readonly robust: ClusterRobust | null;
      readonly used: readonly TableEffect[];
      readonly positions: readonly number[];
      readonly dropped: readonly string[];
    };

/** Fits the model that was asked for, or says in one line why there is no answer. */
export function tableFit(table: TableEffects, model: TableModel): TableFit | TableRefusal {
  return withRefusal(() => {
    const { positions, design } = designFor(table, model);
    const used = positions.map((i) => table.effects[i]!);
    if (used.length === 0) return refuse("no row has an effect and a value for every moderator");
    const missing =
      model.weights.kind === "column" ? unknownColumn(table.frame, model.weights.column) : undefined;
    if (missing !== undefined) return refuse(missing);
    const fitTo = (own: Design | undefined, dropped: readonly string[]) =>
      isPlain(model)
        ? plainFit(table, model, { used, positions, design: own, dropped })
        : nestedFit(table, model, { used, positions, design: own, dropped });
    const fitted = fitTo(design, []);
    if (fitted.kind !== "rank-deficient" || design === undefined)
      return fitted.kind === "rank-deficient" ? refuse(repeats(fitted.redundant)) : fitted;
    // As metafor: what repeats other moderators is left out and named.
    const less = withoutColumns(design, fitted.redundant);
    if (less.names.length === (design.intercept ? 1 : 0)) return refuse(repeats(fitted.redundant));
    const again = fitTo(less, fitted.redundant);
    return again.kind === "rank-deficient" ? refuse(repeats(again.redundant)) : again;
  });
}

const isPlain = ({ random, robust, sampling }: TableModel): boolean =>
  random.length === 0 && robust === null && sampling === null;

const repeats = (names: readonly string[]): string =>
  `these moderators repeat others; leave them out: ${names.join(", ")}`;

function withoutColumns(design: Design, names: readonly string[]): Design {
  const kept = design.names.flatMap((name, at) => (names.includes(name) ? [] : [at]));
  const { rows, columns, values } = design.matrix;
  const less = new Float64Array(rows * kept.length);
  for (let row = 0; row < rows; row++)
    kept.forEach((column, at) => {
      less[row * kept.length + at] = values[row * columns + column]!;
    });
  return {
    ...design,
    names: kept.map((at) => design.names[at]!),
    termOf: kept.map((at) => design.termOf[at]!),
    matrix: { ...design.matrix, columns: kept.length, values: less },
  };
}

/** The rows of a model and what is in its columns. */
interface ModelRows {
  readonly used: readonly TableEffect[];
  readonly positions: readonly number[];
  readonly design: Design | undefined;
  readonly dropped: readonly string[];
}

interface RankDeficient {
  readonly kind: "rank-deficient";
  readonly redundant: readonly string[];
}

function plainFit(
  table: TableEffects,
  model: TableModel,
  { used, positions, design, dropped }: ModelRows,
): TableFit | TableRefusal | RankDeficient {
  const fit = metaAnalysis(used, plainModel(table, model, used, design));
  if (fit.kind === "fitted") return { kind: "plain", fit, used, positions, dropped };
  return fit.kind === "rank-deficient" ? fit : refuse(whyNot(fit, model));
}

/** Which of a model's rows are kept, and the columns of its moderators. */
function designFor(
  table: TableEffects,
  { mods }: TableModel,
): { positions: readonly number[]; design?: Design } {
  const everything = table.effects.map((_, i) => i);
  if (mods === null) return { positions: everything };
  const { fixed, random } = parseFormula(mods);
  if (random.length > 0)
    throw new RangeError(`moderators take no random part; name groups by random: ${mods}`);
  const rows = table.effects.map(({ row }) => row);
  const design = designOf(fixed, table.frame, rows);
  const kept = new Set(design.kept);
  return { positions: everything.filter((i) => kept.has(rows[i]!)), design };
}

function plainModel(
  table: TableEffects,
  { method, test, confidenceLevel: level, weights, tau2 }: TableModel,
  used: readonly TableEffect[],
  design: Design | undefined,
): MetaAnalysisModel {
  return {
    method,
    test,
    level,
    ...(design === undefined ? {} : { design }),
    ...(tau2 === null ? {} : { betweenStudyVariance: tau2 }),
    ...(weights.kind === "inverse"
      ? {}
      : {
          weights:
            weights.kind === "equal"
              ? ("equal" as const)
              : used.map(({ row }) => Number(table.frame[weights.column]![row] ?? Number.NaN)),
        }),
  };
}

function nestedFit(
  table: TableEffects,
  model: TableModel,
  { used, positions, design, dropped }: ModelRows,
): TableFit | TableRefusal | RankDeficient {
  const { method, test, confidenceLevel: level, dfs, robust, sampling, weights, tau2 } = model;
  if (method !== "REML" && method !== "ML")
    return refuse(`nested groups and robust tests require REML or ML: ${method}`);
  if (test !== "z" && test !== "t")
    return refuse(`${test} is for effects side by side; nested groups take z or t, or a robust test`);
  if (weights.kind !== "inverse" || tau2 !== null)
    return refuse("weights and a given tau2 are for effects side by side");
  const levels = levelsOf(table.frame, model.random, used);
  const same = levels.find((level, i) => level.groups.length === levels[i + 1]?.groups.length);
  if (same !== undefined)
    return refuse(
      `each group of ${same.name} holds one group of the level within it, so the two cannot be told apart: ` +
        "leave one of them out",
    );
  const correlated = sampling === null ? null : clusterOf(table.frame, sampling.cluster, used);
  const fit = multilevelMetaAnalysis(used, {
    levels,
    method,
    test:
      test === "z" ? { kind: "z" } : { kind: "t", degrees: dfs === "contain" ? "containment" : "residual" },
    level,
    ...(design === undefined ? {} : { design }),
    ...(sampling === null || correlated === null
      ? {}
      : {
          sampling: constantCorrelation(
            used.map(({ variance }) => variance),
            correlated,
            sampling.rho,
          ),
        }),
  });
  if (fit.kind === "rank-deficient") return fit;
  if (fit.kind !== "fitted") return refuse(whyNot(fit, model));
  return {
    kind: "multilevel",
    fit,
    robust:
      robust === null
        ? null
        : clusterRobust(
            fit,
            clusterOf(table.frame, robust.cluster, used),
            robust.kind,
            robust.kind === "CR1p" ? "clusters" : "Satterthwaite",
          ),
    used,
    positions,
    dropped,
  };
}

/** The levels along the path; a last name that the table has not stands for the row itself. */
function levelsOf(
  frame: Frame,
  path: readonly string[],
  used: readonly TableEffect[],
): readonly GroupLevel[] {
  const rows = used.map(({ row }) => row);
  const last = path.at(-1) ?? "row";
  const itself = Object.hasOwn(frame, last)
    ? {}
    : ["es", "effect", "row"].includes(last)
      ? { [last]: Array.from({ length: Math.max(...rows) + 1 }, (_, row) => row + 1) }
      : {};
  return nestedGroups({ ...frame, ...itself }, path.length === 0 ? ["row"] : path, rows);
}

export function clusterOf(
  frame: Frame,
  column: string,
  used: readonly TableEffect[],
): readonly (string | number)[] {
  const missing = unknownColumn(frame, column);
  if (missing !== undefined) throw new RangeError(missing);
  return used.map(({ row }) => {
    const value = frame[column]![row];
    if (value === null || value === undefined || value === "")
      throw new RangeError(`row ${row + 1} requires a value of ${column}, its cluster`);
    return typeof value === "boolean" ? String(value) : value;
  });
}

function unknownColumn(frame: Frame, column: string): string | undefined {
  return Object.hasOwn(frame, column)
    ? undefined
    : `the table has no column ${column}; it has ${Object.keys(frame).join(", ")}`;
}

/** Turns what a room below refuses (a formula, a column, a value) into an answer of one line. */
export function withRefusal<Answer>(answer: () => Answer | TableRefusal): Answer | TableRefusal {
  try {
    return answer();
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return refuse(error.message);
    throw error;
  }
}

function whyNot(
  fit: Exclude<MetaAnalysis | MultilevelMetaAnalysis, { readonly kind: "fitted" | "rank-deficient" }>,
  { method }: TableModel,
): string {
  switch (fit.kind) {
    case "not-estimable":
      return fit.reason;
    case "unsettled":
      return `${method} did not settle in ${fit.steps} steps; try DL or PM, and look for a study far from all others`;
  }
}
