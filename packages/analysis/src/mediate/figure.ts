import { pathDiagram } from "@concord/charts";
import { effectName } from "@concord/statistics/mediation";
import { english } from "../english.ts";
import type { MediateRequest, MediateResult, MultilevelResult } from "./request.ts";
import { effectWords, endsOf, intervalWords } from "./sentence.ts";

/** The first model as boxes and arrows; the effects that chance or the delta method bounds stand below. */
export function mediateFigure(result: MediateResult, request: MediateRequest): string {
  if (result.kind === "multilevel") return levelFigure(result, request);
  const model = result.models[0]!;
  const { fit } = model;
  const { predictor, mediators, outcome } = fit.model;
  const columns = fit.equations[0]!.design.names.filter((_, i) => fit.equations[0]!.design.termOf[i] === 0);
  const places = new Set([...columns, ...mediators]);
  const paths = fit.equations.flatMap((equation, at) => {
    const to = mediators[at] ?? outcome;
    return equation.coefficients
      .filter(({ name }) => places.has(name.replaceAll("`", "")) || places.has(name))
      .map(({ name, estimate, standardError, lower, upper }) => ({
        from: columns.includes(name) ? predictor : name.replaceAll("`", ""),
        to,
        estimate,
        standardError,
        isClear: lower > 0 || upper < 0,
      }));
  });
  // With several levels of a predictor the diagram shows the first of them.
  const shown = paths.filter(
    (path, i) => paths.findIndex((one) => one.from === path.from && one.to === path.to) === i,
  );
  const notes = fit.effects.flatMap((effect, at) => {
    if (effect.role.kind === "contrast" || effect.role.kind === "direct") return [];
    const [lower, upper] = endsOf(model, at, request.interval);
    const way =
      effect.role.kind === "indirect" && mediators.length > 1 ? ` (${effect.role.via.join(" → ")})` : "";
    return [
      `${effectName(effect, fit)}${way}: ${effectWords(effect.estimate, lower, upper, request.confidenceLevel)}`,
    ];
  });
  return pathDiagram(
    {
      title: `From ${predictor} to ${outcome}`,
      predictor,
      mediators,
      outcome,
      paths: shown,
      notes: [`Intervals: ${intervalWords(model, request.interval)}.`, ...notes],
    },
    { messages: english, standalone: true, width: mediators.length > 1 ? 860 : 640 },
  );
}

/** The within paths, or the between paths where there are no others; the other level stands below. */
function levelFigure({ fit }: MultilevelResult, { x, m, y, confidenceLevel }: MediateRequest): string {
  const level = fit.effects[0]!.level;
  const mediator = m[0]!;
  const path = (from: string, to: string, kind: string) => {
    const one = fit.effects.find((effect) => effect.level === level && effect.kind === kind)!;
    const isClear = one.interval[0] > 0 || one.interval[1] < 0;
    return { from, to, estimate: one.estimate, standardError: one.standardError, isClear };
  };
  return pathDiagram(
    {
      title: `From ${x} to ${y}, ${level} groups`,
      predictor: x,
      mediators: m,
      outcome: y,
      paths: [path(x, mediator, "a"), path(mediator, y, "b"), path(x, y, "direct")],
      notes: fit.effects.flatMap(({ kind, level: own, estimate, interval: [lower, upper] }) =>
        kind === "indirect" || kind === "total"
          ? [`${kind} ${own}: ${effectWords(estimate, lower, upper, confidenceLevel)} (Monte Carlo)`]
          : [],
      ),
    },
    { messages: english, standalone: true },
  );
}
