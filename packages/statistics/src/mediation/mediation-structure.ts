import type { Frame } from "../formula/frame.ts";
import { type StructuralModel, structuralModel } from "../structure/structural-model.ts";
import { chainsOf, type MediationModel, parentsOf, quoted } from "./mediation-model.ts";

/**
 * Mediators in a row by maximum likelihood, as lavaan fits them: the paths are those of least squares, their standard
 * errors smaller by √(df/n), and each indirect effect is tested by the delta method over all paths together. Null where
 * the model is not one of plain columns without a moderator.
 */
export function mediationStructure(
  model: MediationModel,
  frame: Frame,
  { level = 0.95 } = {},
): StructuralModel | null {
  const syntax = mediationSyntax(model, frame);
  return syntax === null ? null : structuralModel(frame, syntax, { form: "sem", level });
}

/** The model in lavaan's notation; null where it has no plain one. */
export function mediationSyntax(model: MediationModel, frame: Frame): string | null {
  const { predictor, mediators, outcome, covariates = [], moderation } = model;
  const plain = [predictor, ...covariates];
  const isNumeric = plain.every((name) => frame[name]?.every((value) => typeof value !== "string") === true);
  if (!isNumeric || moderation !== undefined) return null;
  const parents = parentsOf(model);
  const x = quoted(predictor);
  const others = covariates.map(quoted);
  const arrow = (from: number, to: number) => (mediators.length === 2 ? "d" : `d${to + 1}${from + 1}`);
  const equations = [
    ...mediators.map((mediator, i) => {
      const own = parents[i]!.map((name) => `${arrow(mediators.indexOf(name), i)}*${quoted(name)}`);
      return `${quoted(mediator)} ~ ${[`a${i + 1}*${x}`, ...own, ...others].join(" + ")}`;
    }),
    `${quoted(outcome)} ~ ${[`cp*${x}`, ...mediators.map((name, i) => `b${i + 1}*${quoted(name)}`), ...others].join(" + ")}`,
  ];
  const products = chainsOf(model).map((chain) => {
    const places = chain.map((name) => mediators.indexOf(name));
    return [
      `a${places[0]! + 1}`,
      ...places.slice(1).map((to, i) => arrow(places[i]!, to)),
      `b${places.at(-1)! + 1}`,
    ].join("*");
  });
  return [
    ...equations,
    ...products.map((product, i) => `ind${i + 1} := ${product}`),
    `tot := cp + ${products.join(" + ")}`,
  ].join("\n");
}
