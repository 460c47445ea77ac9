import { dotProduct, mean, studentTSurvival } from "@concord/numerics";
import type { PersonEffects } from "./social-relations.ts";

export interface SelfCorrelation {
  readonly r: number;
  readonly t: number;
  readonly degrees: number;
  readonly p: number;
}

/**
 * Does who sees others (`actor`) or is seen (`partner`) more highly also see himself so?
 *
 * The partial correlation of self-ratings with the effects, groups held constant: both count from the mean of
 * their group, and each group costs a degree of freedom, N − G − 1. Undefined where too few rated themselves
 * or all alike.
 */
export function selfCorrelation(
  people: readonly PersonEffects[],
  effect: "actor" | "partner",
): SelfCorrelation | undefined {
  const rated = people.filter(({ self }) => self !== undefined);
  const groups = new Map<string, PersonEffects[]>();
  for (const person of rated) groups.set(person.group, [...(groups.get(person.group) ?? []), person]);
  const centred = [...groups.values()].flatMap((members) => {
    const selves = centre(members.map(({ self }) => self ?? 0));
    const effects = centre(members.map((member) => member[effect]));
    return selves.map((self, i) => [self, effects[i]!] as const);
  });
  const selves = centred.map(([self]) => self);
  const effects = centred.map(([, other]) => other);
  const spread = Math.sqrt(dotProduct(selves, selves) * dotProduct(effects, effects));
  const degrees = rated.length - groups.size - 1;
  if (degrees < 1 || !(spread > 0)) return undefined;
  const r = Math.max(-1, Math.min(1, dotProduct(selves, effects) / spread));
  const t = r * Math.sqrt(degrees / (1 - r * r));
  return { r, t, degrees, p: Math.min(1, 2 * studentTSurvival(Math.abs(t), degrees)) };
}

function centre(values: readonly number[]): readonly number[] {
  const average = mean(values);
  return values.map((value) => value - average);
}
