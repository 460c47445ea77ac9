import {
  effectName,
  type FittedMediation,
  type FittedMultilevelMediation,
  processModel,
} from "@concord/statistics/mediation";
import { modelTable, type TablePart, testedCells, testedTitles } from "../table/model-table.ts";
import type { Mediated, MediateRequest, MediateResult, PathsResult } from "./request.ts";
import { endsOf, intervalWords } from "./sentence.ts";

export function mediateTable(result: MediateResult, request: MediateRequest): readonly TablePart[] {
  if (result.kind === "multilevel") return levelLines(result.fit);
  return pathsLines(result, request);
}

function pathsLines({ models }: PathsResult, request: MediateRequest): readonly TablePart[] {
  return models.flatMap((model, at) => [
    ...(at > 0 ? [""] : []),
    ...(model.fit.model.moderation === undefined
      ? []
      : [`Hayes' model ${processModel(model.fit.model.moderation.paths)}`, ""]),
    ...pathLines(model.fit),
    "",
    ...effectLines(model, request),
  ]);
}

function pathLines({ equations, total }: FittedMediation): readonly TablePart[] {
  const all = [...equations, ...(total === null ? [] : [total])];
  return modelTable(
    ["of", "on", ...testedTitles, "R²"],
    all.flatMap((equation, k) =>
      equation.coefficients.map((one, i) => [
        i === 0 ? `${equation.response}${k === equations.length ? " (total)" : ""}` : "",
        one.name,
        ...testedCells(one),
        i === 0 ? equation.rSquared : "",
      ]),
    ),
  );
}

function effectLines(model: Mediated, request: MediateRequest): readonly TablePart[] {
  const { fit, bootstrap } = model;
  return modelTable(
    [`effect (${intervalWords(model, request.interval)})`, "estimate", "SE", "lower", "upper"],
    fit.effects.map((effect, i) => {
      const [lower, upper] = endsOf(model, i, request.interval);
      const via =
        "via" in effect.role && effect.role.kind !== "contrast" ? ` by ${effect.role.via.join(" → ")}` : "";
      return [
        `${effectName(effect, fit)}${via}`,
        effect.estimate,
        bootstrap?.effects[i]?.standardError ?? effect.standardError,
        lower,
        upper,
      ];
    }),
  );
}

function levelLines({
  design,
  effects,
  mediatorModel,
  outcomeModel,
}: FittedMultilevelMediation): readonly TablePart[] {
  return [
    ...modelTable(
      [`effect (${design}, Monte Carlo interval)`, "level", "estimate", "SE", "lower", "upper"],
      effects.map(({ kind, level, estimate, standardError, interval: [lower, upper] }) => [
        kind,
        level,
        estimate,
        standardError,
        lower,
        upper,
      ]),
    ),
    "",
    ...[mediatorModel, outcomeModel].flatMap((fit) => [
      ...modelTable(
        [fit.model.formula, "b", "SE", "t"],
        fit.fixed.map(({ name, estimate, standardError, t }) => [name, estimate, standardError, t]),
      ),
      "",
    ]),
  ];
}
