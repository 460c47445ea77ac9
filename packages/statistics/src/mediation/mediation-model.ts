/** Which paths a moderator bends: x → m, m → y, x → y. */
export type ModeratedPath = "first" | "second" | "direct";

export interface PathModeration {
  /** A numeric column. */
  readonly moderator: string;
  readonly paths: readonly ModeratedPath[];
}

/** What leads where between predictor, mediators and outcome. */
export interface MediationModel {
  /** A numeric column, or one of text: then each level is set against the first. */
  readonly predictor: string;
  readonly mediators: readonly string[];
  readonly outcome: string;
  /** Terms of a formula that are in every equation: `age`, `factor(site)`. */
  readonly covariates?: readonly string[];
  readonly arrangement?: Arrangement;
  readonly moderation?: PathModeration;
}

/** Mediators side by side; each leading to all later ones; or only the arrows named, from an earlier to a later one. */
export type Arrangement =
  | { readonly kind: "parallel" }
  | { readonly kind: "serial" }
  | { readonly kind: "arrows"; readonly arrows: readonly (readonly [string, string])[] };

/** For each mediator the earlier mediators that lead to it, in their order. */
export function parentsOf(model: MediationModel): readonly (readonly string[])[] {
  const { mediators, arrangement = { kind: "parallel" } } = model;
  if (arrangement.kind === "parallel") return mediators.map(() => []);
  if (arrangement.kind === "serial") return mediators.map((_, i) => mediators.slice(0, i));
  for (const [from, to] of arrangement.arrows) {
    const start = mediators.indexOf(from);
    const end = mediators.indexOf(to);
    if (start < 0 || end < 0 || start >= end)
      throw new RangeError(
        `an arrow requires a mediator and a later one of ${mediators.join(", ")}: ${from} to ${to}`,
      );
  }
  return mediators.map((mediator) =>
    mediators.filter((from) => arrangement.arrows.some(([start, end]) => start === from && end === mediator)),
  );
}

/** Every way through mediators from the predictor to the outcome, the short ones first. */
export function chainsOf(model: MediationModel): readonly (readonly string[])[] {
  const parents = parentsOf(model);
  const ending: (readonly string[])[][] = [];
  model.mediators.forEach((mediator, i) => {
    const longer = parents[i]!.flatMap((parent) => ending[model.mediators.indexOf(parent)]!);
    ending.push([[mediator], ...longer.map((chain) => [...chain, mediator])]);
  });
  return ending.flat().sort((a, b) => a.length - b.length);
}

/** A name as a formula writes it. */
export function quoted(name: string): string {
  return /^[\p{L}.][\p{L}\p{N}._]*$/u.test(name) ? name : `\`${name}\``;
}

/** The caller's mistakes: nothing to mediate, or one variable in two places. */
export function requireModel(model: MediationModel): void {
  const { predictor, mediators, outcome, moderation } = model;
  if (mediators.length === 0) throw new RangeError("mediation requires one or more mediators");
  const places = [
    predictor,
    ...mediators,
    outcome,
    ...(moderation === undefined || moderation.moderator === predictor ? [] : [moderation.moderator]),
  ];
  const twice = places.find((name, i) => places.indexOf(name) !== i);
  if (twice !== undefined) throw new RangeError(`mediation requires each variable in one place: ${twice}`);
  if (moderation !== undefined && moderation.paths.length === 0)
    throw new RangeError("moderated mediation requires a path that is moderated: first, second or direct");
  if (moderation?.moderator === predictor)
    throw new RangeError(`mediation requires a moderator that is not the predictor itself: ${predictor}`);
}
