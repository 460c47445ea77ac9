import {
  type AttachmentReading,
  type BondReading,
  type Course,
  lastEngagementSession,
  leadSeries,
  type Pairing,
  type PerfectionismReading,
  type PhaseName,
  readChairs,
  type Strategy,
} from "@concord/course";
import { missedRuptures } from "../missed-ruptures.ts";

/** Something about a case that is no signal and may still be worth a thought. */
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
  | "outcome-worse";

export interface Situation {
  readonly kind: SituationKind;
  readonly session: number;
  /** What was seen, in one plain sentence. */
  readonly sentence: string;
}

/** What is known beside the course, where it is: readings that rest on a population someone chose. */
export interface KnownOfClient {
  readonly attachment?: AttachmentReading | null;
  readonly bond?: BondReading | null;
  readonly perfectionism?: PerfectionismReading | null;
}

/** Points of 100 that lie clearly between two chairs. */
const clearDifference = 8;
/** A bond rated below this at the end of the engagement has not formed yet; provisional. */
const bondBelow = 50;
const likelierThanNot = 0.5;
/** A report this many sessions old is history. */
const lately = 2;

/** What of a case, as it stands, is worth a thought beside its signals? In the order in which it was looked for. */
export function situationsOf(course: Course, known: KnownOfClient = {}): readonly Situation[] {
  return [
    ...missedByTherapist(course),
    ...noEarlyBond(course),
    ...discrepancy(course),
    ...ofClient(course, known),
    ...ofAge(course),
    ...ending(course),
    ...outcomeWorse(course),
  ];
}

function missedByTherapist(course: Course): readonly Situation[] {
  const last = missedRuptures(course)
    .filter((one) => one.notBy === "therapist" && one.other === "saw-none")
    .filter((one) => one.session > course.sessions - lately)
    .at(-1);
  if (last === undefined) return [];
  const who = last.reportedBy === "client" ? "The client" : `The ${last.reportedBy}`;
  return [
    {
      kind: "missed-by-therapist",
      session: last.session,
      sentence: `${who} noticed tension in session ${last.session} that your own form did not mention.`,
    },
  ];
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
      sentence: `Up to session ${now.session} the bond has been rated ${Math.round(now.percent)} of 100 or thereabouts.`,
    },
  ];
}

function discrepancy(course: Course): readonly Situation[] {
  const pairing = course.pairings.find((pair) => pair.scale === "total") ?? course.pairings[0];
  if (pairing === undefined || pairing.difference.kind === "none") return [];
  const { value, lower, upper } = pairing.difference;
  const session = lastPaired(pairing);
  const points = Math.round(Math.abs(value));
  if (value <= -clearDifference && upper < 0) {
    const sentence = `You rate the alliance about ${points} points of 100 lower than your client does.`;
    return [{ kind: "therapist-rates-lower", session, sentence }];
  }
  if (value >= clearDifference && lower > 0) {
    const sentence = `You rate the alliance about ${points} points of 100 higher than your client does.`;
    return [{ kind: "therapist-rates-higher", session, sentence }];
  }
  return [];
}

function lastPaired(pairing: Pairing): number {
  return pairing.sessions.findLast((row) => row.client !== null && row.therapist !== null)?.session ?? 1;
}

function ofClient(course: Course, { attachment, bond, perfectionism }: KnownOfClient): readonly Situation[] {
  const found: Situation[] = [];
  const leaning = attachment?.leaning;
  const phase = course.phases.at(-1)?.name ?? "engagement";
  if (attachment != null && leaning?.kind === "leaning" && leaning.strategy !== "secure") {
    found.push({
      kind: `strategy-${leaning.strategy}-${phase}`,
      session: attachment.session,
      sentence:
        `Set beside ${attachment.population?.title ?? "the chosen group"}, the client's answers lean to a ` +
        `${leaning.strategy} way of dealing with threat (${Math.round(100 * leaning.chance)} of 100).`,
    });
  }
  if (bond?.pattern === "worth-asking") {
    found.push({
      kind: "pseudo-secure",
      session: Math.max(1, ...bond.sides.map((side) => side.session)),
      sentence: "The attachment to you looks secure, with signs beside it that may say otherwise.",
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
      sentence: `At the beginning the client asked ${level.third === "high" ? "much" : "somewhat much"} of themselves.`,
    });
  }
  return found;
}

function ofAge(course: Course): readonly Situation[] {
  const chairs = readChairs(course);
  if (chairs === null || leadSeries(course) === null) return [];
  const session = course.sessions;
  if (chairs.stands === "alone") {
    return [{ kind: "child-alone", session, sentence: "Lately only the child's own form has come in." }];
  }
  if (chairs.ageBand === "adolescent" && (course.phases.at(-1)?.name ?? "engagement") === "engagement") {
    return [{ kind: "adolescent", session, sentence: "The client is between 11 and 17." }];
  }
  return [];
}

function ending(course: Course): readonly Situation[] {
  const phase = course.phases.find((each) => each.name === "termination");
  if (phase === undefined) return [];
  const sentence = `The end has been agreed; this phase began with session ${phase.from}.`;
  return [{ kind: "ending-announced", session: phase.from, sentence }];
}

function outcomeWorse(course: Course): readonly Situation[] {
  const worse = course.changes.find((change) => change.kind === "change" && change.state === "deteriorated");
  if (worse?.kind !== "change") return [];
  const { session, value } = worse.to;
  const sentence = `A measure of outcome is clearly worse than at first: ${worse.from.value} then, ${value} at session ${session}.`;
  return [{ kind: "outcome-worse", session, sentence }];
}
