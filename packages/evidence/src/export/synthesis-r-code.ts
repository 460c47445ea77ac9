import { parseFormula } from "@concord/statistics/formula";
import type { StudyEffect } from "../study/measured-effect.ts";
import { frameOf } from "../synthesis/frame.ts";
import type { Synthesis } from "../synthesis/synthesis.ts";
import { type RColumn, rCode } from "./r-code.ts";

/** The R program (metafor) that gives a synthesis again from the figures it holds; null where there is no result. */
export function synthesisRCode(synthesis: Synthesis): string | null {
  if (synthesis.kind === "refused" || synthesis.kind === "unsettled") return null;
  const { definition, effects } = synthesis;
  const { model } = definition;
  const alone = synthesis.kind === "one-study";
  const figures = figureColumns(effects);
  return rCode({
    title: `${definition.title} (${definition.id}, digest ${synthesis.digest.slice(0, 12)})`,
    data: { kind: "columns", columns: { ...frameColumns(effects, model.mods), ...figures.columns } },
    measure: model.measure,
    arguments: figures.arguments,
    mods: alone ? null : model.mods,
    random: alone || model.random === "effect" ? null : "study/effect",
    method: model.method,
    test: alone ? "z" : model.test,
    level: model.level,
    ...(model.dfs === undefined ? {} : { dfs: model.dfs }),
    robust: alone ? null : model.robust,
    cluster: "study",
  });
}

/** Study, effect, rater, and what the formula names. */
function frameColumns(effects: readonly StudyEffect[], mods: string | null): Record<string, RColumn> {
  const named = mods === null ? "" : JSON.stringify(parseFormula(mods));
  return Object.fromEntries(
    Object.entries(frameOf(effects)).filter(
      ([name]) =>
        ["study", "effect", "rater"].includes(name) || named.includes(`"name":${JSON.stringify(name)}`),
    ),
  ) as Record<string, RColumn>;
}

/** r and n where all effects are plain correlations, so that R computes them too; estimates and variances otherwise. */
function figureColumns(effects: readonly StudyEffect[]): {
  readonly columns: Record<string, RColumn>;
  readonly arguments: Record<string, string>;
} {
  const correlations = effects.flatMap(({ figures, way, scale }) =>
    figures.kind === "correlation" && (scale === "ZCOR" || scale === "COR" || scale === "UCOR")
      ? [{ r: way.includes("turned") ? -figures.r : figures.r, n: figures.n }]
      : [],
  );
  if (correlations.length === effects.length) {
    return {
      columns: { ri: correlations.map(({ r }) => r), ni: correlations.map(({ n }) => n) },
      arguments: { ri: "ri", ni: "ni" },
    };
  }
  return {
    columns: {
      yi: effects.map(({ estimate }) => estimate),
      vi: effects.map(({ variance }) => variance),
    },
    arguments: { yi: "yi", vi: "vi" },
  };
}
