import type { StaffMessage } from "@concord/messages";
import { trueInterval } from "@concord/statistics/change";
import { type ShrunkenForce, truthAndBias } from "@concord/statistics/dyad";
import type { FittedMixedModel } from "@concord/statistics/multilevel";
import { type BothRated, type Bounded, fewestSessions } from "./truth-and-bias.ts";

/** The pairs of one therapist together: what is usual for them, and each pair drawn towards it. */
export type AmongDyads =
  | {
      readonly kind: "among";
      readonly discrepancy: TypicalLevel;
      readonly tracking: TypicalLevel;
      /** In the order given; null for a pair with too few sessions. */
      readonly each: readonly ({ readonly discrepancy: Bounded; readonly tracking: Bounded } | null)[];
      readonly pairs: number;
    }
  | { readonly kind: "none"; readonly reason: StaffMessage; readonly pairs: number };

/** Over all pairs, and the standard deviation of the pairs' own values around it. */
export interface TypicalLevel {
  readonly usual: Bounded;
  readonly between: number;
}

/** Below this many clients nothing is said of a therapist. */
const minPairs = 5;

/**
 * What is usual between this therapist and their clients, and how does each pair stand to that?
 *
 * T − C̄ᵢ = b₀ᵢ + b₁ᵢ (C − C̄ᵢ) + e with b₀ and b₁ varying together over pairs, by REML (West and Kenny 2011, doi
 * 10.1037/a0022936); each pair is drawn towards the usual the more, the less sure it is (Laird and Ware 1982). Limits
 * are of large samples, value ± 1.96 standard errors; a pair's own are given the fit, so both are a little narrow with
 * few pairs. A pair whose client never moves says something of the discrepancy all the same.
 */
export function amongDyads(dyads: readonly (readonly BothRated[])[]): AmongDyads {
  const enough = dyads.flatMap((rated, place) => (rated.length < fewestSessions ? [] : [{ rated, place }]));
  const pairs = enough.length;
  const none = (reason: StaffMessage): AmongDyads => ({ kind: "none", reason, pairs });
  if (pairs < minPairs) {
    return none({
      id: "relationship.dyad.pairs.few",
      values: { pairs: minPairs, sessions: fewestSessions, count: pairs },
    });
  }
  const rows = enough.flatMap(({ rated, place }) => rated.map((each) => ({ ...each, pair: String(place) })));
  const fit = truthAndBias(
    { judgment: "therapist", truth: "client", judge: "pair", centre: "judge" },
    {
      therapist: rows.map((row) => row.therapist),
      client: rows.map((row) => row.client),
      pair: rows.map((row) => row.pair),
    },
  );
  if (fit.kind === "refused")
    return none({ id: "relationship.dyad.pairs.refused", values: { reason: fit.reason } });
  if (fit.forces === null || fit.forces.kind === "refused") {
    const reason = fit.forces?.reason;
    return none(
      reason === undefined
        ? { id: "relationship.dyad.pairs.not-combined", values: {} }
        : { id: "relationship.dyad.pairs.refused", values: { reason } },
    );
  }
  const forces = fit.forces;
  const discrepancy = usualOf(forces, "(Intercept)");
  const tracking = usualOf(forces, "tc");
  if (discrepancy === null || tracking === null)
    return none({ id: "relationship.dyad.pairs.constant", values: {} });
  return {
    kind: "among",
    discrepancy,
    tracking,
    each: dyads.map((_, place) => {
      const found = fit.judges.find((one) => one.judge === String(place));
      return found === undefined
        ? null
        : { discrepancy: ofForce(found.directionalBias), tracking: ofForce(found.truthForce) };
    }),
    pairs,
  };
}

function usualOf(fit: FittedMixedModel, name: string): TypicalLevel | null {
  const fixed = fit.fixed.find((one) => one.name === name);
  const spread = fit.components.find((one) => one.first === name && one.second === undefined);
  if (fixed === undefined || spread === undefined) return null;
  return { usual: trueInterval(fixed.estimate, fixed.standardError), between: spread.deviation };
}

function ofForce({ estimate, deviation }: ShrunkenForce): Bounded {
  return trueInterval(estimate, deviation);
}
