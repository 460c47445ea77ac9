import {
  type AttachmentReading,
  type BondReading,
  type Course,
  lastEngagementSession,
  leadSeries,
  type OutcomeReading,
  type Pairing,
  type PerfectionismReading,
  type PhaseName,
  type Rater,
  type Strategy,
  summarizeInformants,
} from "@concord/course";
import type { StaffMessage } from "@concord/messages";
import { missedRuptures } from "../unshared-ruptures.ts";

/** Something about a case that is no signal and may still be worth considering. */
export type SituationKind =
  | "missed-by-therapist"
  | "no-early-bond"
  | "therapist-rates-lower"
  | "therapist-rates-higher"
  | `strategy-${Strategy}-${PhaseName}`
  | "pseudo-secure"
  | "perfectionism-high"
  | "perfectionism-moderate"
  | "child-alone"
  | "adolescent"
  | "ending-announced"
  | "disclosure"
  | "disclosure-minor"
  | "outcome-worse"
  | "outcome-relapse"
  | "outcome-not-on-track"
  | "outcome-plateau"
  | "outcome-recovered";

export interface Situation {
  readonly kind: SituationKind;
  readonly session: number;
  /** What is known, for the therapist. */
  readonly message: StaffMessage;
  /** The measure and its scale, for a situation of an outcome. */
  readonly instrument?: string;
  readonly scale?: string;
  readonly rater?: Rater;
}

/** What is known beside the course, where it is: readings that rest on a population someone chose. */
export interface KnownOfClient {
  readonly attachment?: AttachmentReading | null;
  readonly bond?: BondReading | null;
  readonly perfectionism?: PerfectionismReading | null;
}

/**
 * Therapist minus client as it usually is, in points of 100: therapists rate .41 standard deviations lower on average
 * (`therapistsRateLower`), of about 14 points between clients.
 */
const usualDifference = -6;
/** Points of 100 beyond what is usual from which a difference is told; provisional. */
const clearDifference = 8;
/** A bond rated below this at the end of the engagement has not formed yet; provisional. */
const bondBelow = 50;
const likelierThanNot = 0.5;
/** A report this many sessions old is history. */
const recentSessions = 2;

/** Returns what is worth considering in a case beside its signals, in the order in which it was looked for. */
export function situationsOf(course: Course, known: KnownOfClient = {}): readonly Situation[] {
  return [
    ...missedByTherapist(course),
    ...noEarlyBond(course),
    ...discrepancy(course),
    ...ofClient(course, known),
    ...ofAge(course),
    ...ending(course),
    ...outcomes(course),
  ];
}

function missedByTherapist(course: Course): readonly Situation[] {
  const last = missedRuptures(course)
    .filter((one) => one.notBy === "therapist" && one.other === "saw-none")
    .filter((one) => one.session > course.sessions - recentSessions)
    .at(-1);
  if (last === undefined) return [];
  return [
    {
      kind: "missed-by-therapist",
      session: last.session,
      message: {
        id: "guidance.situation.missed-by-therapist",
        values: { rater: last.reportedBy, session: last.session },
      },
    },
  ];
}

function lastPaired(pairing: Pairing): number {
  return pairing.sessions.findLast((row) => row.client !== null && row.therapist !== null)?.session ?? 1;
}

function noEarlyBond(course: Course): readonly Situation[] {
  const bond = course.series.find(
    (series) =>
      series.construct === "alliance" &&
      series.scale === "bond" &&
      (series.rater === "client" || series.rater === "caregiver"),
  );
  const rated = bond?.points.filter((point) => point.session > 0) ?? [];
  const now = rated.at(-1);
  const isEarly = now !== undefined && now.session >= 3 && now.session <= lastEngagementSession + 2;
  if (!isEarly || rated.some((point) => point.percent >= bondBelow)) return [];
  return [
    {
      kind: "no-early-bond",
      session: now.session,
      message: {
        id: "guidance.situation.no-early-bond",
        values: { score: Math.round(now.percent), session: now.session },
      },
    },
  ];
}

/** Only a difference beyond what is usual between the two raters is told. */
function discrepancy(course: Course): readonly Situation[] {
  const pairing = course.pairings.find((pair) => pair.scale === "total") ?? course.pairings[0];
  if (pairing === undefined || pairing.difference.kind === "none") return [];
  const { value, lower, upper } = pairing.difference;
  const usual = usualDifference;
  const session = lastPaired(pairing);
  const values = { points: Math.round(Math.abs(value)), usual: Math.round(Math.abs(usual)) };
  if (value - usual <= -clearDifference && upper < usual) {
    return [
      {
        kind: "therapist-rates-lower",
        session,
        message: { id: "guidance.situation.therapist-rates-lower", values },
      },
    ];
  }
  // A therapist who rates higher than the client at all is rare, so nought is the mark here, not the usual difference.
  if (value >= clearDifference && lower > Math.max(0, usual)) {
    return [
      {
        kind: "therapist-rates-higher",
        session,
        message: { id: "guidance.situation.therapist-rates-higher", values: { points: values.points } },
      },
    ];
  }
  return [];
}

function ofClient(course: Course, { attachment, bond, perfectionism }: KnownOfClient): readonly Situation[] {
  const found: Situation[] = [];
  const leaning = attachment?.leaning;
  const phase = course.phases.at(-1)?.name ?? "engagement";
  if (attachment != null && leaning?.kind === "leaning" && leaning.strategy !== "secure") {
    found.push({
      kind: `strategy-${leaning.strategy}-${phase}`,
      session: attachment.session,
      message: {
        id: "guidance.situation.strategy",
        values: {
          population: attachment.population?.title ?? { id: "guidance.situation.chosen-group", values: {} },
          strategy: leaning.strategy,
        },
      },
    });
  }
  if (bond?.pattern === "worth-asking") {
    found.push({
      kind: "pseudo-secure",
      session: Math.max(1, ...bond.sides.map((side) => side.session)),
      message: { id: "guidance.situation.pseudo-secure", values: {} },
    });
  }
  const level = perfectionism?.level;
  const isEarly = phase === "engagement";
  // Never an alarm on the trait, and nothing at all where the third is no likelier than not.
  if (
    perfectionism != null &&
    level?.kind === "level" &&
    level.third !== "low" &&
    // Of those who ask somewhat much of themselves only the beginning is known to matter more.
    (level.third === "high" || isEarly) &&
    level.chance >= likelierThanNot
  ) {
    found.push({
      kind: level.third === "high" ? "perfectionism-high" : "perfectionism-moderate",
      session: perfectionism.session,
      message: {
        id: "guidance.situation.perfectionism",
        values: { level: level.third === "high" ? "high" : "moderate" },
      },
    });
  }
  return found;
}

function ofAge(course: Course): readonly Situation[] {
  const chairs = summarizeInformants(course);
  if (chairs === null || leadSeries(course) === null) return [];
  const session = course.sessions;
  if (chairs.stands === "alone") {
    return [{ kind: "child-alone", session, message: { id: "guidance.situation.child-alone", values: {} } }];
  }
  if (chairs.ageBand === "adolescent" && (course.phases.at(-1)?.name ?? "engagement") === "engagement") {
    return [{ kind: "adolescent", session, message: { id: "guidance.situation.adolescent", values: {} } }];
  }
  return [];
}

function ending(course: Course): readonly Situation[] {
  const phase = course.phases.find((each) => each.name === "termination");
  if (phase === undefined) return [];
  const message: StaffMessage = {
    id: "guidance.situation.ending-announced",
    values: { session: phase.from },
  };
  return [{ kind: "ending-announced", session: phase.from, message }];
}

/** The outcome measures in a state that is worth considering; each measure once, by the state that comes first. */
function outcomes(course: Course): readonly Situation[] {
  return course.outcomes.flatMap((reading): readonly Situation[] => {
    const kind = outcomeKind(reading);
    if (kind === null) return [];
    const { instrument, scale, rater, last, message } = reading;
    return [{ kind, session: last.session, message, instrument, scale, rater }];
  });
}

function outcomeKind({ state, also }: OutcomeReading): SituationKind | null {
  if (state === "deteriorated") return "outcome-worse";
  if (also.some((each) => each.kind === "relapse")) return "outcome-relapse";
  if (state === "not-on-track") return "outcome-not-on-track";
  if (state === "recovered") return "outcome-recovered";
  return also.some((each) => each.kind === "plateau") ? "outcome-plateau" : null;
}
