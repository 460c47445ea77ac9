import type { Instrument, RawAnswers } from "@concord/instruments";
import type { Chance } from "@concord/numerics";
import { answersFor } from "./answers.ts";
import { normal } from "./draw.ts";
import { between } from "./shape.ts";

/** One member's answers about another; positions are those of the group's list. */
export interface SimulatedRating {
  readonly perceiver: number;
  readonly target: number;
  readonly raw: RawAnswers;
}

/**
 * A group whose members rate each other: what the perceiver sees in everyone, what everyone sees in the
 * target, and what is between the two, added up (Kenny's social relations model), so that all three can be
 * found again.
 */
export function simulateRoundRobin(
  instrument: Instrument,
  members: number,
  chance: Chance,
): readonly SimulatedRating[] {
  const scales = instrument.scales.map((scale) => ({
    id: scale.id,
    perceiver: Array.from({ length: members }, () => normal(chance, 0, 11)),
    target: Array.from({ length: members }, () => normal(chance, 0, 9)),
  }));
  const ratings: SimulatedRating[] = [];
  for (let perceiver = 0; perceiver < members; perceiver++)
    for (let target = 0; target < members; target++) {
      if (perceiver === target) continue;
      const percents = Object.fromEntries(
        scales.map((scale) => [
          scale.id,
          between(58 + scale.perceiver[perceiver]! + scale.target[target]! + normal(chance, 0, 8)),
        ]),
      );
      ratings.push({ perceiver, target, raw: answersFor(instrument, { percents, spread: 5 }, chance) });
    }
  return ratings;
}
