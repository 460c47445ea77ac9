import type { AnalysisName, TableAnalysis, TableMeasure, TableModel } from "@concord/evidence";
import { seededChance } from "@concord/numerics";
import type {
  Continuity,
  Measure,
  Method,
  RobustKind,
  SmallStudyPredictor,
  Test,
  VarianceType,
} from "@concord/statistics";
import { CommandRefused } from "../terminal.ts";
import { type ColumnFlag, columnFlags, type SynthesizeFlags } from "./flags.ts";

/** Where the effects come from. Commander has checked every word against its choices. */
export function measureOf(flags: SynthesizeFlags): TableMeasure {
  const given = (Object.keys(columnFlags) as ColumnFlag[]).flatMap((name) => {
    const column = flags[name];
    return column === undefined ? [] : [[name, column] as const];
  });
  const measure = (flags.measure ?? "GEN") as Measure;
  if (flags.measure === undefined && flags.yi === undefined)
    throw new CommandRefused(
      "Say what the effects are: --yi and --vi for estimates and variances, or --measure and its columns, such as --measure ZCOR --ri r --ni n.",
    );
  const continuity = continuityOf(flags);
  return {
    measure,
    arguments: Object.fromEntries(given),
    ...(flags.vtype === undefined ? {} : { varianceType: flags.vtype as VarianceType }),
    ...(continuity === undefined ? {} : { continuity }),
    subset: flags.subset.map((text) => {
      const at = text.indexOf("=");
      return { column: text.slice(0, at), values: text.slice(at + 1).split(",") };
    }),
    slab: flags.slab ?? null,
  };
}

export function modelOf(flags: SynthesizeFlags): TableModel {
  if (flags.rho !== undefined && flags.cluster === undefined)
    throw new CommandRefused(
      "--rho says how sampling errors correlate within clusters: name these with --cluster.",
    );
  return {
    method: flags.method as Method,
    test: flags.test as Test,
    level: flags.level,
    mods: flags.mods ?? null,
    random: flags.random === undefined ? [] : pathOf(flags.random),
    dfs: flags.dfs as "residual" | "contain",
    robust: flags.cluster === undefined ? null : { cluster: flags.cluster, kind: flags.vcov as RobustKind },
    sampling:
      flags.rho === undefined || flags.cluster === undefined
        ? null
        : { cluster: flags.cluster, rho: flags.rho },
    weights:
      flags.unweighted === true
        ? { kind: "equal" }
        : flags.weights === undefined
          ? { kind: "inverse" }
          : { kind: "column", column: flags.weights },
    tau2: flags.tau2 ?? null,
    btt: flags.btt ?? [],
  };
}

export function analysesOf(flags: SynthesizeFlags): readonly TableAnalysis[] {
  return flags.analysis.map((name) => analysisOf(name, flags));
}

/** `study/es`, also as metafor writes it: `~ 1 | study/es`. */
function pathOf(text: string): readonly string[] {
  const path = text
    .replace(/^\s*~?\s*1\s*\|/, "")
    .split("/")
    .map((name) => name.trim());
  if (path.some((name) => name === ""))
    throw new CommandRefused(`--random must look like study/es or "~ 1 | study/es": ${text}`);
  return path;
}

function analysisOf(name: AnalysisName, flags: SynthesizeFlags): TableAnalysis {
  switch (name) {
    case "pool":
      return { kind: name, extras: flags.profile === true ? "full" : "brief" };
    case "subgroups":
      if (flags.by === undefined) throw new CommandRefused("subgroups need a column: --by COLUMN");
      return { kind: name, by: flags.by };
    case "cumul":
      return { kind: name, order: flags.order ?? null };
    case "permutest":
      return {
        kind: name,
        permutations:
          flags.exact === true
            ? { kind: "exact" }
            : { kind: "sampled", count: flags.iter, chance: seededChance(flags.seed) },
      };
    case "regtest":
      return {
        kind: name,
        model: flags.model as "lm" | "rma",
        predictor: flags.predictor as SmallStudyPredictor,
      };
    case "trimfill":
      return {
        kind: name,
        estimator: flags.estimator as "L0" | "R0" | "Q0",
        side: (flags.side as "left" | "right" | undefined) ?? null,
      };
    case "selmodel":
      return { kind: name, steps: flags.steps, alternative: flags.alternative as "greater" | "less" };
    case "fsn":
      return {
        kind: name,
        type: flags.type as "Rosenthal" | "Orwin" | "Rosenberg",
        alpha: flags.alpha,
        target: flags.target ?? null,
      };
    case "predict":
      return { kind: name, newmods: flags.newmods ?? [] };
    default:
      return { kind: name };
  }
}

function continuityOf({ add, to, drop00 }: SynthesizeFlags): Continuity | undefined {
  if (add === undefined && to === undefined && drop00 === undefined) return undefined;
  return {
    add: add ?? 0.5,
    to: to === "all" ? "all" : to === "none" ? "none" : "tables-with-a-zero",
    doubleZeros: drop00 === true ? "drop" : "keep",
  };
}
