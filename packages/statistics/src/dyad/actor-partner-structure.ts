import { chiSquareSurvival } from "@concord/numerics";
import type { Frame } from "../formula/frame.ts";
import { quoted } from "../mediation/mediation-model.ts";
import type { Refused } from "../regression/linear-model.ts";
import { type FittedStructuralModel, structuralModel } from "../structure/structural-model.ts";
import type { Pairs } from "./pairs.ts";

/** The same model as paths among four variables, with and without equal effects for both members. */
export interface ActorPartnerStructure {
  readonly kind: "fitted";
  readonly syntax: string;
  readonly free: FittedStructuralModel;
  readonly equal: FittedStructuralModel;
  /** Whether both members have the same actor and the same partner effect. */
  readonly test: { readonly chiSquare: number; readonly degreesOfFreedom: number; readonly p: number };
}

/**
 * Do actor and partner effects differ between the two roles?
 *
 * By maximum likelihood over complete dyads, lavaan's way: the saturated model against the one with a₁ = a₂ and p₁ = p₂.
 * Olsen JA, Kenny DA (2006), Psychol Methods 11: 127–141.
 */
export function actorPartnerStructure(
  pairs: Pairs,
  names: { readonly x: readonly [string, string]; readonly y: readonly [string, string] },
  { level = 0.95 } = {},
): ActorPartnerStructure | Refused {
  const frame: Frame = {
    [names.x[0]]: pairs.x[0],
    [names.x[1]]: pairs.x[1],
    [names.y[0]]: pairs.y[0],
    [names.y[1]]: pairs.y[1],
  };
  const syntax = actorPartnerSyntax(names);
  const options = { level, meanStructure: true, fixedExogenous: false, form: "sem" } as const;
  const free = structuralModel(frame, syntax, options);
  if (free.kind !== "fitted") return { kind: "refused", reason: free.reason };
  const equal = structuralModel(frame, `${syntax}\na1 == a2\np1 == p2`, options);
  if (equal.kind !== "fitted") return { kind: "refused", reason: equal.reason };
  const chiSquare = equal.fit.chiSquare - free.fit.chiSquare;
  const degreesOfFreedom = equal.fit.degrees - free.fit.degrees;
  return {
    kind: "fitted",
    syntax,
    free,
    equal,
    test: { chiSquare, degreesOfFreedom, p: chiSquareSurvival(Math.max(0, chiSquare), degreesOfFreedom) },
  };
}

/** The model in lavaan's notation. */
export function actorPartnerSyntax(names: {
  readonly x: readonly [string, string];
  readonly y: readonly [string, string];
}): string {
  const [x1, x2] = names.x.map(quoted) as [string, string];
  const [y1, y2] = names.y.map(quoted) as [string, string];
  return [
    `${y1} ~ a1*${x1} + p1*${x2}`,
    `${y2} ~ a2*${x2} + p2*${x1}`,
    `${y1} ~~ ${y2}`,
    `${x1} ~~ ${x2}`,
    "k1 := p1/a1",
    "k2 := p2/a2",
    "dif_a := a1 - a2",
    "dif_p := p1 - p2",
  ].join("\n");
}
