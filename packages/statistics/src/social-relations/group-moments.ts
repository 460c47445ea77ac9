import { mean } from "@concord/numerics";
import { type CrossComponents, crossComponents, type DyadKnown, type Moment } from "./cross-components.ts";
import { type MatrixEffects, matrixEffects } from "./effects.ts";
import { completeMatrix } from "./missing-cells.ts";
import type { RoundRobin } from "./round-robin.ts";

/** Components that the indicators of a construct do not share. */
export interface Unstable {
  readonly actor: number;
  readonly partner: number;
  readonly relationship: number;
  readonly dyadicCovariance: number;
  readonly actorPartnerCovariance: number;
}

/** With one indicator nothing can be told apart: all counts as shared. */
export const NOTHING_UNSTABLE: Unstable = {
  actor: 0,
  partner: 0,
  relationship: 0,
  dyadicCovariance: 0,
  actorPartnerCovariance: 0,
};

/** One group taken apart: effects (means over indicators) and the moments of its components. */
export interface GroupMoments {
  readonly group: string;
  readonly size: number;
  readonly effects: MatrixEffects;
  readonly known: DyadKnown;
  readonly missing: number;
  readonly actor: Moment;
  readonly partner: Moment;
  readonly relationship: Moment;
  readonly actorPartner: Moment;
  readonly dyadic: Moment;
  readonly unstable: Unstable | undefined;
}

/**
 * The components of one group.
 *
 * With two indicators the variances are the covariances between them, free of what either measures for
 * itself; what is left of the mean of the two variances is unstable, and in relationships it is the error.
 * The variance of the actor-partner covariance is the mean of that of its two halves, which is never below
 * the true one.
 */
export function groupMoments(roundRobin: RoundRobin): GroupMoments {
  const { group, members, indicators } = roundRobin;
  const size = members.length;
  if (size < 4) {
    const place = group === "" ? "" : ` in group ${group}`;
    throw new RangeError(`social relations require four or more members${place}: ${size}`);
  }
  if (indicators.length < 1 || indicators.length > 2) {
    throw new RangeError(`social relations require one or two indicators: ${indicators.length}`);
  }
  const completed = indicators.map((matrix) => completeMatrix(matrix));
  const gaps = completed.filter(({ missing }) => missing > 0);
  const known: DyadKnown =
    gaps.length === 0 ? () => true : (i, j) => gaps.every(({ filled }) => !filled[i]![j] && !filled[j]![i]);
  const effects = completed.map(({ ratings }) => matrixEffects(ratings));
  const first = effects[0]!;
  const second = effects.at(-1)!;
  const across = crossComponents(first, second, known);
  const halves = [across.actorPartner, across.partnerActor];
  return {
    group,
    size,
    effects: averageEffects(effects),
    known,
    missing: Math.max(...completed.map(({ missing }) => missing)),
    actor: across.actorActor,
    partner: across.partnerPartner,
    relationship: across.intrapersonal,
    actorPartner: {
      estimate: mean(halves.map(({ estimate }) => estimate)),
      variance: mean(halves.map(({ variance }) => variance)),
    },
    dyadic: across.interpersonal,
    unstable: effects.length === 1 ? undefined : unstable(effects, across, known),
  };
}

function unstable(effects: readonly MatrixEffects[], across: CrossComponents, known: DyadKnown): Unstable {
  const alone = effects.map((indicator) => crossComponents(indicator, indicator, known));
  const rest = (component: keyof CrossComponents) =>
    mean(alone.map((components) => components[component].estimate)) - across[component].estimate;
  return {
    actor: rest("actorActor"),
    partner: rest("partnerPartner"),
    relationship: rest("intrapersonal"),
    dyadicCovariance: rest("interpersonal"),
    actorPartnerCovariance: (rest("actorPartner") + rest("partnerActor")) / 2,
  };
}

function averageEffects(effects: readonly MatrixEffects[]): MatrixEffects {
  if (effects.length === 1) return effects[0]!;
  const over = (lists: readonly (readonly number[])[]) =>
    lists[0]!.map((_, i) => mean(lists.map((list) => list[i]!)));
  return {
    mean: mean(effects.map((indicator) => indicator.mean)),
    actor: over(effects.map(({ actor }) => actor)),
    partner: over(effects.map(({ partner }) => partner)),
    relationship: effects[0]!.relationship.map((_, i) =>
      over(effects.map(({ relationship }) => relationship[i]!)),
    ),
  };
}
