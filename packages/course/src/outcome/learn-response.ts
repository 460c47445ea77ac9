import type { Rater } from "@concord/instruments";
import { fitMultilevel } from "@concord/statistics/multilevel";
import { timeOf } from "./expected-response.ts";
import type { ResponseModel } from "./response-model.ts";

/** Cases there must be, with a first rating and so many more, before a practice's own courses replace the prior. */
export const minCasesForResponse = 100;
const enoughRatings = 3;

/** The latest session in which a first rating still tells how the client came. */
export const lastIntakeSession = 2;

/** One client's ratings on one outcome scale, in the instrument's points. */
export interface OutcomeLine {
  readonly rater: Rater;
  readonly instrument: string;
  readonly scale: string;
  readonly better: "higher" | "lower" | "neither";
  readonly points: readonly { readonly session: number; readonly value: number }[];
}

/** What became of one measure: learnt, or why not. */
export type LearntResponse =
  | { readonly kind: "learnt"; readonly model: ResponseModel }
  | {
      readonly kind: "kept-prior";
      readonly rater: Rater;
      readonly instrument: string;
      readonly scale: string;
      readonly cases: number;
      readonly reason: string;
    };

/**
 * Returns how ratings change after the first one in this practice, for each rater and form: its total, or the scales of
 * a form without one.
 *
 * A linear mixed model (REML) of the change on ln(1 + sessions since the first rating), the first rating as a
 * predictor of level and slope, both of which vary over clients. Cases whose first rating is later than session 2, or
 * with fewer than three further ratings, are not counted. Clients whose therapy went badly are among them, as they are
 * among those to come.
 *
 * Finch AE, Lambert MJ, Schaalje BG (2001). Clin Psychol Psychother 8: 231–242, doi 10.1002/cpp.286.
 */
export function learnResponse(
  lines: Iterable<OutcomeLine>,
  learntOn: string,
  enough: { readonly cases: number; readonly ratings: number } = {
    cases: minCasesForResponse,
    ratings: enoughRatings,
  },
): readonly LearntResponse[] {
  const groups = new Map<string, { readonly first: OutcomeLine; readonly usable: OutcomeLine[] }>();
  const all = [...lines];
  const formOf = ({ rater, instrument }: OutcomeLine) => `${rater} ${instrument}`;
  const totals = new Set(all.filter(({ scale }) => scale === "total").map(formOf));
  for (const line of all) {
    if (line.better === "neither" || (line.scale !== "total" && totals.has(formOf(line)))) continue;
    const key = JSON.stringify([line.rater, line.instrument, line.scale, line.better]);
    const group = groups.get(key) ?? { first: line, usable: [] };
    groups.set(key, group);
    const intake = line.points[0];
    if (intake === undefined || intake.session > lastIntakeSession) continue;
    if (line.points.length - 1 >= enough.ratings) group.usable.push(line);
  }
  return [...groups.values()].map(({ first, usable }) => learnOne(first, usable, learntOn, enough.cases));
}

function learnOne(
  { rater, instrument, scale, better }: OutcomeLine,
  usable: readonly OutcomeLine[],
  learntOn: string,
  enough: number,
): LearntResponse {
  const cases = usable.length;
  const kept = (reason: string): LearntResponse => {
    return { kind: "kept-prior", rater, instrument, scale, cases, reason };
  };
  if (cases < enough)
    return kept(`${cases} cases with a first rating and enough later ones: ${enough} are needed`);
  const sign = better === "lower" ? 1 : -1;
  const centre = usable.reduce((sum, { points }) => sum + sign * points[0]!.value, 0) / cases;
  const rows = usable.flatMap(({ points }, place) => {
    const [intake, ...later] = points;
    return later.map(({ session, value }) => ({
      case: `c${place}`,
      change: sign * (value - intake!.value),
      time: timeOf(session - intake!.session),
      intake: sign * intake!.value - centre,
    }));
  });
  const fit = fitMultilevel("change ~ time * intake + (1 + time | case)", {
    case: rows.map((row) => row.case),
    change: rows.map((row) => row.change),
    time: rows.map((row) => row.time),
    intake: rows.map((row) => row.intake),
  });
  if (fit.kind === "refused") return kept(fit.reason);
  const names = ["(Intercept)", "intake", "time", "time:intake"];
  const places = names.map((name) => fit.fixed.findIndex((effect) => effect.name === name));
  const [start, startPerIntake, slope, slopePerIntake] = places.map((place) =>
    place < 0 ? 0 : fit.fixed[place]!.estimate,
  ) as [number, number, number, number];
  const { rows: size, values } = fit.covariance;
  const spread = (effect: string) =>
    fit.components.find((each) => each.group === "case" && each.first === effect && each.second === undefined)
      ?.deviation ?? 0;
  const correlation = fit.components.find((each) => each.group === "case" && each.second !== undefined);
  return {
    kind: "learnt",
    model: {
      rater,
      instrument,
      scale,
      unit: "points",
      centre,
      start,
      startPerIntake,
      slope,
      slopePerIntake,
      covariance: places.map((i) => places.map((j) => (i < 0 || j < 0 ? 0 : values[i * size + j]!))),
      startDeviation: spread("(Intercept)"),
      slopeDeviation: spread("time"),
      correlation: Number.isFinite(correlation?.deviation) ? correlation!.deviation : 0,
      deviation: fit.residualDeviation,
      standing: "learnt",
      cases,
      ratings: rows.length,
      learntOn,
      usualLength: medianLength(usable),
      sources: [],
    },
  };
}

function medianLength(lines: readonly OutcomeLine[]): number {
  const lengths = lines
    .map(({ points }) => points.at(-1)!.session - points[0]!.session)
    .sort((a, b) => a - b);
  return lengths[lengths.length >> 1]!;
}
