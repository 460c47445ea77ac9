import type { Course, Pairing } from "../course.ts";
import { type BothRated, type DyadLine, dyadLine } from "./truth-and-bias.ts";

/** How two people see the same hours, in words a table can hold. */
export interface RaterComparison {
  readonly pairing: Pairing;
  readonly line: DyadLine;
  /** Where the therapist's ratings lie, as far as the interval allows to say. */
  readonly lies: "lower" | "even" | "higher" | "not-known";
  /** How they move: `along` where the interval leaves nought behind, `apart` below nought. */
  readonly moves: "along" | "not-clear" | "apart" | "not-known";
  /** The latest session both rated, with its difference, where it stands out of what is usual between the two. */
  readonly latest: {
    readonly session: number;
    readonly difference: number;
    readonly unusual: boolean;
  } | null;
}

/** A latest difference counts as unusual from this many of the pair's own standard deviations. */
const unusualFrom = 2;

/**
 * How do client and therapist see the alliance, next to each other? On the total; on another scale where there is no
 * total. Null where no session was asked of both.
 */
export function readTwoPeople(course: Course): RaterComparison | null {
  const pairing = course.pairings.find((each) => each.scale === "total") ?? course.pairings[0];
  if (pairing === undefined) return null;
  const rated = bothRated(pairing);
  const line = dyadLine(rated);
  return { pairing, line, lies: lies(line), moves: moves(line), latest: latestOf(rated) };
}

/** The sessions of a pairing that both rated. */
export function bothRated(pairing: Pairing): readonly BothRated[] {
  return pairing.sessions.flatMap(({ session, client, therapist }) =>
    client === null || therapist === null ? [] : [{ session, client, therapist }],
  );
}

function lies(line: DyadLine): RaterComparison["lies"] {
  if (line.kind === "none") return "not-known";
  if (line.discrepancy.upper < 0) return "lower";
  return line.discrepancy.lower > 0 ? "higher" : "even";
}

function moves(line: DyadLine): RaterComparison["moves"] {
  if (line.kind === "none") return "not-known";
  if (line.tracking.lower > 0) return "along";
  return line.tracking.upper < 0 ? "apart" : "not-clear";
}

function latestOf(rated: readonly BothRated[]): RaterComparison["latest"] {
  const last = rated.at(-1);
  if (last === undefined) return null;
  const difference = last.therapist - last.client;
  const before = rated.slice(0, -1).map((each) => each.therapist - each.client);
  if (before.length < 4) return { session: last.session, difference, unusual: false };
  const mean = before.reduce((sum, each) => sum + each, 0) / before.length;
  const spread = Math.sqrt(before.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (before.length - 1));
  return {
    session: last.session,
    difference,
    unusual: spread > 0 && Math.abs(difference - mean) > unusualFrom * spread,
  };
}
