import type { StaffMessage } from "@concord/messages";
import { type FittedSurface, responseSurface } from "@concord/statistics/dyad";
import type { Coefficient } from "@concord/statistics/meta-analysis";
import type { Course, Series } from "../course.ts";
import type { Bounded } from "./truth-and-bias.ts";
import { bothRated, readTwoPeople } from "./two-people.ts";

/** One hour that both rated, and the outcome before and after it, each counted from the client's own usual. */
interface Hour {
  readonly client: number;
  readonly therapist: number;
  readonly before: number;
  readonly after: number;
}

/** What came after hours on which two people agreed or did not, over several pairs. */
export type CongruenceOutcome =
  | {
      readonly kind: "surface";
      readonly hours: number;
      readonly pairs: number;
      /** Along agreement: better after hours both found good? */
      readonly agreeing: Bounded;
      /** Across it: better after hours that the client found better than the therapist did? */
      readonly clientHigher: Bounded;
      /** Curvature across it: below nought, the further apart the worse. */
      readonly apart: Bounded;
      readonly low: number;
      readonly high: number;
      /** Predicted outcome from low to high: one list for each of the therapist's values, from the lowest. */
      readonly grid: readonly (readonly number[])[];
      readonly points: readonly { readonly x: number; readonly y: number }[];
    }
  | { readonly kind: "none"; readonly reason: StaffMessage };

/** Fewer hours than this leave five curved terms at the mercy of chance. */
const minSessions = 60;
const minPairs = 5;
/** An outcome form counts as following an hour for so many sessions. */
const within = 2;
const steps = 25;

/**
 * What followed hours on which the two agreed, and hours on which they did not?
 *
 * A response surface of the next outcome (100 is the wished-for end) on both ratings and the outcome before, every
 * variable counted from its pair's own mean, so that only ups and downs within a therapy speak (Edwards and Parry
 * 1993; Rubel et al. 2018 for therapy). Both ratings are counted from the client's mean. Standard errors are HC3;
 * hours of one pair hang together all the same, so the limits are somewhat narrow.
 */
export function congruenceOutcome(courses: readonly Course[]): CongruenceOutcome {
  const byPair = courses.map(sessionsOf).filter((hours) => hours.length > 0);
  const hours = byPair.flat();
  if (byPair.length < minPairs || hours.length < minSessions) {
    return {
      kind: "none",
      reason: {
        id: "relationship.dyad.outcome.few",
        values: {
          sessions: minSessions,
          clients: minPairs,
          soFar: hours.length,
          soFarClients: byPair.length,
        },
      },
    };
  }
  const found = responseSurface(
    { outcome: "after", x: "client", y: "therapist", covariates: ["before"], centre: 0 },
    {
      after: hours.map((hour) => hour.after),
      client: hours.map((hour) => hour.client),
      therapist: hours.map((hour) => hour.therapist),
      before: hours.map((hour) => hour.before),
    },
    { standardErrors: "HC3" },
  );
  if (found.kind === "refused")
    return {
      kind: "none",
      reason: { id: "relationship.dyad.outcome.refused", values: { reason: found.reason } },
    };
  const line = (name: string) => bounded(found.lines.find((each) => each.name === name));
  const [agreeing, clientHigher, apart] = [line("a1"), line("a3"), line("a4")];
  if (agreeing === null || clientHigher === null || apart === null) {
    return { kind: "none", reason: { id: "relationship.dyad.outcome.no-line", values: {} } };
  }
  const reach = reachOf(hours);
  return {
    kind: "surface",
    hours: hours.length,
    pairs: byPair.length,
    agreeing,
    clientHigher,
    apart,
    low: -reach,
    high: reach,
    grid: gridOf(found, reach),
    points: hours.map((hour) => ({ x: hour.client, y: hour.therapist })),
  };
}

function sessionsOf(course: Course): readonly Hour[] {
  const two = readTwoPeople(course);
  // The outcome asked most often: one that comes every month follows few hours closely.
  const [outcome] = course.series
    .filter((each) => each.construct === "outcome" && each.rater === "client" && each.better !== "neither")
    .toSorted((one, other) => other.points.length - one.points.length);
  if (two === null || outcome === undefined) return [];
  const rated = bothRated(two.pairing).flatMap((each) => {
    const around = outcomeAround(outcome, each.session);
    return around === null ? [] : [{ ...each, ...around }];
  });
  const mean = (of: (hour: (typeof rated)[number]) => number) =>
    rated.reduce((sum, hour) => sum + of(hour), 0) / rated.length;
  const [client, before, after] = [
    mean((hour) => hour.client),
    mean((hour) => hour.before),
    mean((hour) => hour.after),
  ];
  return rated.map((hour) => ({
    client: hour.client - client,
    therapist: hour.therapist - client,
    before: hour.before - before,
    after: hour.after - after,
  }));
}

/** The outcome up to an hour, and the next within two sessions. */
function outcomeAround(
  { points }: Series,
  session: number,
): { readonly before: number; readonly after: number } | null {
  const before = points.findLast((point) => point.session <= session);
  const after = points.find((point) => point.session > session && point.session <= session + within);
  return before === undefined || after === undefined
    ? null
    : { before: before.percent, after: after.percent };
}

/** Far enough for nearly all hours, the same on both axes. */
function reachOf(hours: readonly Hour[]): number {
  const far = hours
    .flatMap((hour) => [Math.abs(hour.client), Math.abs(hour.therapist)])
    .toSorted((a, b) => a - b);
  return Math.max(5, Math.ceil((far[Math.floor(0.95 * far.length)] ?? 5) / 5) * 5);
}

function gridOf({ fit }: FittedSurface, reach: number): readonly (readonly number[])[] {
  const of = (name: string) => fit.coefficients.find((each) => each.name === name)?.estimate ?? 0;
  const [b0, b1, b2] = [fit.coefficients[0]?.estimate ?? 0, of("client"), of("therapist")];
  const [b3, b4, b5] = [of("x2"), of("xy"), of("y2")];
  const at = (step: number) => -reach + (2 * reach * step) / (steps - 1);
  const places = Array.from({ length: steps }, (_, step) => at(step));
  return places.map((y) => places.map((x) => b0 + b1 * x + b2 * y + b3 * x * x + b4 * x * y + b5 * y * y));
}

function bounded(of: Coefficient | undefined): Bounded | null {
  if (of === undefined) return null;
  const { estimate: value, standardError, lower, upper } = of;
  return { value, standardError, lower, upper };
}
