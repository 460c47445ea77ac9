import type { Text } from "@concord/messages";
import {
  type Design,
  designOf,
  evaluate,
  type Frame,
  parseFormula,
  type Terms,
  written,
} from "@concord/statistics/formula";
import type { StudyEffect } from "../study/measured-effect.ts";
import type { NoFit } from "./fit.ts";
import { frameOf } from "./frame.ts";

/** A formula over the effects: its columns, and the effects for which every moderator is known. */
export interface Moderators {
  readonly kind: "moderators";
  readonly design: Design;
  readonly kept: readonly StudyEffect[];
  readonly dropped: readonly StudyEffect[];
  /** The one factor that moderates, where that is all the formula says. */
  readonly factor: string | null;
  readonly groupOf: readonly string[];
}

/** Reads a formula such as `~ rater + year` over the effects, or says in one line why it cannot be read. */
export function moderatorsOf(formula: string, effects: readonly StudyEffect[]): Moderators | NoFit {
  const frame = frameOf(effects);
  try {
    const { fixed, random } = parseFormula(formula);
    if (random.length > 0) return refuse({ id: "evidence.no-result.random-moderators", values: { formula } });
    if (fixed.terms.length === 0)
      return refuse({ id: "evidence.no-result.no-moderator", values: { formula } });
    const design = designOf(fixed, frame);
    if (design.kept.length === 0) return refuse({ id: "evidence.no-result.no-values", values: { formula } });
    const kept = new Set(design.kept);
    const factor = singleFactor(fixed, frame);
    return {
      kind: "moderators",
      design,
      kept: effects.filter((_, i) => kept.has(i)),
      dropped: effects.filter((_, i) => !kept.has(i)),
      factor: factor?.name ?? null,
      groupOf: factor === null ? [] : design.kept.map((row) => factor.groups[row]!),
    };
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return refuse(error.message);
    throw error;
  }
}

function singleFactor(terms: Terms, frame: Frame): { name: string; groups: readonly string[] } | null {
  const [term, ...more] = terms.terms;
  const [variable, ...crossed] = term?.variables ?? [];
  if (variable === undefined || more.length > 0 || crossed.length > 0) return null;
  const values = evaluate(variable, frame);
  if (values.kind !== "factor") return null;
  return { name: written(variable), groups: values.codes.map((code) => values.levels[code] ?? "") };
}

function refuse(reason: Text): NoFit {
  return { kind: "no-fit", why: "unknown-moderator", reason, names: [] };
}
