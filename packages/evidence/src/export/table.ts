import { MEASURES, type MeasureDefinition } from "@concord/statistics/effect-size";
import type { RaterSplit } from "../published.ts";
import type { StudyEffect } from "../study/measured-effect.ts";
import type { Synthesis } from "../synthesis/synthesis.ts";

/** One line of the table of effects: what a forest plot draws, with what it rests on. */
export interface EffectRow {
  readonly study: string;
  readonly effect: string;
  readonly label: string;
  readonly year: number;
  readonly rater: RaterSplit;
  readonly instrument: string;
  readonly timing: string;
  readonly outcome: string;
  readonly ageBand: string;
  readonly quality: string;
  readonly n: number | null;
  /** On the scale on which it is pooled. */
  readonly yi: number;
  readonly vi: number;
  /** As it is read, with its own interval. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** Percent of all weight; null where there is no pooled figure. */
  readonly weight: number | null;
  readonly way: string;
}

/** The effects of a synthesis as rows, in its own order. Empty where it was refused. */
export function effectRows(synthesis: Synthesis): readonly EffectRow[] {
  if (synthesis.kind === "refused") return [];
  const weights = synthesis.kind === "pooled" ? synthesis.weights : null;
  return synthesis.effects.map((effect, i) => effectRow(effect, weights?.[i] ?? null));
}

/** 1.959964: each effect's own interval is by the normal at 95%, as forest plots have it. */
const normal = 1.959963984540054;

function effectRow(effect: StudyEffect, weight: number | null): EffectRow {
  const definition: MeasureDefinition = MEASURES[effect.scale];
  const back = definition.back ?? ((value: number) => value);
  const reach = normal * Math.sqrt(effect.variance);
  return {
    study: effect.study,
    effect: effect.report,
    label: effect.label,
    year: effect.year,
    rater: effect.rater,
    instrument: effect.instrument,
    timing: effect.timing,
    outcome: effect.outcome,
    ageBand: effect.ageBand,
    quality: effect.quality,
    n: effect.n,
    yi: effect.estimate,
    vi: effect.variance,
    estimate: back(effect.estimate),
    lower: back(effect.estimate - reach),
    upper: back(effect.estimate + reach),
    weight,
    way: effect.way,
  };
}
