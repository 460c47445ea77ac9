import { fitGrowth } from "@concord/statistics/growth";
import type { Series } from "../course.ts";
import { type ExpectedModel, modelFor } from "./expected-model.ts";

/** Cases there must be, with so many ratings each, before a practice's own courses replace the prior. */
export const minCasesToFit = 200;
const enoughRatings = 4;

/** What became of one line: learnt, or why not. */
export type Learnt =
  | { readonly kind: "learnt"; readonly model: ExpectedModel }
  | {
      readonly kind: "kept-prior";
      readonly rater: Series["rater"];
      readonly instrument: string;
      readonly scale: string;
      readonly cases: number;
      readonly reason: string;
    };

export type LineOfCase = Pick<Series, "rater" | "construct" | "instrument" | "scale" | "better" | "points">;

/**
 * How do alliance ratings go in this practice, form by form and chair by chair?
 *
 * Totals only (or the scales of a form without one, each for itself). From 200 cases with four ratings on, the growth
 * model of least surprise (`fitGrowth`), begun at the prior; with fewer the prior stands, and the reason is given.
 * Cases with a rupture are among them, as they are among the cases to come.
 */
export function learnExpected(
  lines: Iterable<LineOfCase>,
  learntOn: string,
  enough: { readonly cases: number; readonly ratings: number } = {
    cases: minCasesToFit,
    ratings: enoughRatings,
  },
): readonly Learnt[] {
  const groups = new Map<string, LineOfCase[]>();
  const all = [...lines];
  const totals = new Set(
    all.filter(({ scale }) => scale === "total").map(({ rater, instrument }) => `${rater} ${instrument}`),
  );
  for (const line of all) {
    if (line.scale !== "total" && totals.has(`${line.rater} ${line.instrument}`)) continue;
    if (line.construct !== "alliance" || line.better === "neither") continue;
    if (line.points.filter((point) => point.session > 0).length < enough.ratings) continue;
    const key = JSON.stringify([line.rater, line.instrument, line.scale]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()].map((group) => learnOne(group, learntOn, enough.cases));
}

function learnOne(group: readonly LineOfCase[], learntOn: string, enough: number): Learnt {
  const { rater, construct, instrument, scale } = group[0]!;
  const kept = (reason: string): Learnt => {
    return { kind: "kept-prior", rater, instrument, scale, cases: group.length, reason };
  };
  const prior = modelFor({ rater, construct, instrument, scale }, []);
  if (prior === null) return kept(`there is no prior for ratings by the ${rater}`);
  if (group.length < enough) return kept(`${group.length} cases with ratings enough: ${enough} are needed`);
  const people = group.map((line) =>
    line.points
      .filter((point) => point.session > 0)
      .map((point) => ({ session: point.session, value: point.percent })),
  );
  const fit = fitGrowth(people, prior.growth);
  if (fit.kind === "refused") return kept(fit.reason);
  return {
    kind: "learnt",
    model: {
      rater,
      construct,
      instrument,
      scale,
      growth: fit.model,
      standing: "learnt",
      cases: fit.people,
      ratings: fit.ratings,
      learntOn,
    },
  };
}
