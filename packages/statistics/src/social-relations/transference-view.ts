import { fSurvival, fUpperQuantile, mean, normalUpperQuantile } from "@concord/numerics";
import type { GroupRelations, SocialRelations } from "./social-relations.ts";

/** How one member sees one other, beside how the rest of the group sees the same person. */
export interface Departure {
  readonly target: string;
  /** The rating, freed of the perceiver's own level. */
  readonly view: number;
  /** The mean of the other perceivers' views of this target. */
  readonly consensus: number;
  /** View less consensus. */
  readonly departure: number;
}

/** The size of a member's departures beside that of everyone else's; 1 is like the others. */
export interface DepartureRatio {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
  /** p after Holm's correction for having looked at every member of every group. */
  readonly adjusted: number;
}

export interface PerceiverView {
  readonly perceiver: string;
  readonly group: string;
  /** Sees everyone higher (+) or lower (−) than others do: the actor effect, shrunken by its reliability. */
  readonly level: { readonly estimate: number; readonly lower: number; readonly upper: number } | undefined;
  readonly departures: readonly Departure[];
  readonly size: DepartureRatio | undefined;
}

/**
 * Who perceives the others differently from the group's consensus about the same others?
 *
 * A departure is gᵢⱼ less the mean of the others' relationship effects towards j. Its size is the mean of
 * gᵢⱼ² over targets against that of all other perceivers, an F ratio in which each member holds an equal part
 * of the (n−1)(n−2) − 1 degrees of freedom. Ratings of one indicator hold error: a large ratio may be a
 * careless answerer, and reciprocity makes neighbours' ratios somewhat alike, so that p and interval are
 * approximate. Neither proves transference; they say where to look.
 *
 * Mallinckrodt B, Chen EC (2004). Psychother Res 14. Holm S (1979). Scand J Stat 6: 65–70.
 * `size` is undefined where nobody else departs; `level` where actors do not differ reliably.
 */
export function transferenceView(fit: SocialRelations, confidence = 0.95): readonly PerceiverView[] {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`transferenceView requires a confidence between 0 and 1: ${confidence}`);
  const alpha = 1 - confidence;
  const partners = new Map(fit.people.map((person) => [`${person.group}\n${person.id}`, person.partner]));
  const raw = fit.groups.flatMap((group) =>
    group.members.map((perceiver, i) => ({
      group: group.group,
      perceiver,
      departures: departuresOf(group, i, (id) => partners.get(`${group.group}\n${id}`) ?? 0),
      size: ratioOf(group, i, alpha),
    })),
  );
  const adjusted = holm(raw.map(({ size }) => size?.p));
  return raw.map(({ size, ...view }, i) => ({
    ...view,
    level: levelOf(fit, i, alpha),
    size: size === undefined ? undefined : { ...size, adjusted: adjusted[i]! },
  }));
}

function departuresOf(
  group: GroupRelations,
  i: number,
  partner: (id: string) => number,
): readonly Departure[] {
  return group.members.flatMap((target, j) => {
    const own = group.relationship[i]![j] ?? null;
    const others = group.relationship.flatMap((row, k) => (k === i || k === j ? [] : [row[j] ?? null]));
    const known = others.filter((value) => value !== null);
    if (i === j || own === null || known.length === 0) return [];
    const base = group.mean + partner(target);
    const consensus = base + mean(known);
    return [{ target, view: base + own, consensus, departure: own - mean(known) }];
  });
}

function ratioOf(
  group: GroupRelations,
  i: number,
  alpha: number,
): Omit<DepartureRatio, "adjusted"> | undefined {
  const n = group.size;
  const squares = group.relationship.map((row, k) =>
    row.flatMap((value, j) => (k === j || value === null ? [] : [value ** 2])),
  );
  const own = squares[i]!;
  const rest = squares.flatMap((row, k) => (k === i ? [] : row));
  const restSquare = mean(rest);
  if (own.length === 0 || !(restSquare > 0)) return undefined;
  const perRating = ((n - 1) * (n - 2) - 1) / (n * (n - 1));
  const ownDegrees = own.length * perRating;
  const restDegrees = rest.length * perRating;
  const ratio = mean(own) / restSquare;
  return {
    ratio,
    lower: ratio / fUpperQuantile(alpha / 2, ownDegrees, restDegrees),
    upper: ratio * fUpperQuantile(alpha / 2, restDegrees, ownDegrees),
    p: fSurvival(ratio, ownDegrees, restDegrees),
  };
}

/** The best prediction ρa of the true effect, whose variance is σ²ₐ(1 − ρ). */
function levelOf({ partition, reliability, people }: SocialRelations, i: number, alpha: number) {
  if (partition.actorVariance.kind === "boundary" || reliability.actor === undefined) return undefined;
  const estimate = reliability.actor * people[i]!.actor;
  const reach =
    normalUpperQuantile(alpha / 2) * Math.sqrt(partition.actorVariance.estimate * (1 - reliability.actor));
  return { estimate, lower: estimate - reach, upper: estimate + reach };
}

/** Each p times the number of tests not yet decided, never falling below an earlier one. */
function holm(values: readonly (number | undefined)[]): readonly number[] {
  const adjusted = values.map(() => 1);
  const order = values.flatMap((p, i) => (p === undefined ? [] : [{ p, i }])).sort((a, b) => a.p - b.p);
  let least = 0;
  order.forEach(({ p, i }, rank) => {
    least = Math.max(least, Math.min(1, p * (order.length - rank)));
    adjusted[i] = least;
  });
  return adjusted;
}
