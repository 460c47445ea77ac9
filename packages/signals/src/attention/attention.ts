import { type Course, leadSeries, type OutcomeReading, readDistance } from "@concord/course";
import type { StaffMessage, Text } from "@concord/messages";
import { currentSignals } from "../current.ts";
import {
  type KnownOfClient,
  type Situation,
  type SituationKind,
  situationsOf,
} from "../guidance/situation.ts";
import { type Advice, adviceFor } from "../guidance/what-to-think-about.ts";
import { rank, weightOrder } from "../rank.ts";
import type { Signal, Weight } from "../signal.ts";
import { choiceOf, spaced, whole } from "../words.ts";
import { type AllianceEvent, eventsOf } from "./event.ts";
import type { RepairStep } from "./repair.ts";

/** Raised whenever the same case would give another list. */
export const attentionVersion = "1.0.2";

/** From the one that comes first to the one that comes last. */
export const attentionKinds = [
  "safety",
  "outcome",
  "alliance-event",
  "pattern",
  "missing-forms",
  "recovery",
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

/**
 * How far the review of a safety answer is. `overdue`: reviewed, and the next check that was agreed on is past.
 * `unrecorded`: nothing is known of reviews, as in a file of ratings.
 */
export type SafetyReview = "unreviewed" | "overdue" | "followed-up" | "closed" | "unrecorded";

/** What is recorded of the review of the safety answers in one form. */
export interface SafetyRecord {
  readonly session: number;
  readonly instrument: string;
  readonly review: Exclude<SafetyReview, "unrecorded">;
}

/** What is known of a case beside its course. */
export interface KnownOfCase extends KnownOfClient {
  /** Repair steps that the therapist recorded. */
  readonly repairs?: readonly RepairStep[];
  /** Left out where no reviews are recorded at all. */
  readonly safety?: readonly SafetyRecord[];
  /** What the client told of harm or danger, as the therapist recorded it. */
  readonly disclosures?: readonly Disclosure[];
}

/** A disclosure of harm or danger, and how far its review is. */
export interface Disclosure {
  readonly id: string;
  readonly session: number;
  readonly review: Exclude<SafetyReview, "unrecorded">;
}

/** One thing that may need a person, in one sentence. */
export interface AttentionItem {
  readonly kind: AttentionKind;
  /** The same for the same thing as long as it lasts: `alliance-event 11`. */
  readonly id: string;
  readonly weight: Weight;
  /** The session it is about. */
  readonly session: number;
  readonly message: StaffMessage;
  readonly review?: SafetyReview;
  readonly event?: AllianceEvent;
  readonly outcome?: OutcomeReading;
  readonly situation?: SituationKind;
  /** The signals it rests on, each with its rule, version, settings and sources; none for an outcome or a pattern. */
  readonly signals: readonly Signal[];
}

/** What pauses advice, and why. */
export interface Suspension {
  readonly because: "safety" | "outcome" | "distance-felt";
  readonly message: StaffMessage;
}

/** Everything that may need a person before the next session, in order, and what to consider. */
export interface Attention {
  readonly version: string;
  readonly parameters: typeof attentionParameters;
  readonly items: readonly AttentionItem[];
  /** The first item; where there is none, how alliance and outcome go. */
  readonly headline: StaffMessage;
  /** The weight of the first item, which the headline tells; null where there is none. */
  readonly weight: Weight | null;
  /** All events of the course, also those that are over, in order of session. */
  readonly events: readonly AllianceEvent[];
  /** What is known of the client that asks for nothing by itself: phase, age, attachment, perfectionism. */
  readonly context: readonly Situation[];
  /** Why other advice is paused; empty where it is not. */
  readonly suspended: readonly Suspension[];
  /** What to consider, at most three cards, without those that are paused. */
  readonly advice: readonly Advice[];
  /** The cards that would be shown were they not paused. */
  readonly paused: readonly Advice[];
}

export const attentionParameters = {
  /** A recovery is told while the form that showed it is among the last so many of its measure. */
  recentForms: 2,
} as const;

/** Situations that ask for a thought by themselves; the others are the background of a case. */
const patterns: ReadonlySet<SituationKind> = new Set<SituationKind>([
  "missed-by-therapist",
  "no-early-bond",
  "therapist-rates-lower",
  "therapist-rates-higher",
  "child-alone",
]);
const disclosures: ReadonlySet<SituationKind> = new Set<SituationKind>(["disclosure", "disclosure-minor"]);
const ofOutcome: ReadonlySet<SituationKind> = new Set<SituationKind>([
  "outcome-worse",
  "outcome-not-on-track",
  "outcome-relapse",
  "outcome-plateau",
  "outcome-recovered",
]);

/**
 * Returns what needs attention in a case: the one list that caseload, case, session preparation, joint review,
 * supervision and command line show.
 *
 * Safety first (unreviewed, then overdue, then followed up), then an outcome that is worse or not on track, then what
 * happened in the alliance (`eventsOf`), then patterns, forms that stay away, and recovery. An event whose level is
 * regained is history. A safety answer and a worse outcome pause advice on distance and endings until they are seen to.
 */
export function attentionOf(course: Course, signals: readonly Signal[], known: KnownOfCase = {}): Attention {
  const current = currentSignals(course, signals);
  const events = eventsOf(course, signals, known.repairs);
  const told = (known.disclosures ?? []).filter(({ review }) => review !== "closed");
  const situations = [...situationsOf(course, known), ...disclosed(course, told)];
  const items = [
    ...safetyItems(signals, current, known.safety),
    ...disclosureItems(known.disclosures ?? []),
    ...outcomeItems(course, situations),
    ...eventItems(events),
    ...patternItems(current, situations, events),
    ...missingItems(current),
  ].sort(byUrgency);
  const suspended = suspensionsOf(course, items);
  const context = situations.filter(
    ({ kind }) => !patterns.has(kind) && !ofOutcome.has(kind) && !disclosures.has(kind),
  );
  const asked = new Set([...items.map((item) => item.situation), ...disclosures]);
  const all = adviceFor(
    items.flatMap((item) => item.signals),
    situations.filter(({ kind }) => asked.has(kind) || context.some((each) => each.kind === kind)),
  );
  return {
    version: attentionVersion,
    parameters: attentionParameters,
    items,
    headline: items[0]?.message ?? steady(course, events),
    weight: items[0]?.weight ?? null,
    events,
    context,
    suspended,
    advice: all.filter((each) => !isPaused(each, suspended)).slice(0, maxAdvice),
    paused: all.filter((each) => isPaused(each, suspended)),
  };
}

/** Returns whether a card waits until what suspends it has been seen to. */
export function isPaused({ card }: Advice, suspended: readonly Suspension[]): boolean {
  return suspended.some(({ because }) => card.pausedBy?.includes(because) === true);
}

/** More than three at once is not read (the practice of clinical support tools). */
export const maxAdvice = 3;

const reviewOrder: readonly SafetyReview[] = ["unreviewed", "unrecorded", "overdue", "followed-up", "closed"];

/** A safety answer that was reviewed, with nothing more to check, stays on the list and comes last. */
function placeOf({ kind, review }: AttentionItem): number {
  return review === "closed" ? attentionKinds.length : attentionKinds.indexOf(kind);
}

function byUrgency(a: AttentionItem, b: AttentionItem): number {
  return (
    placeOf(a) - placeOf(b) ||
    reviewOrder.indexOf(a.review ?? "closed") - reviewOrder.indexOf(b.review ?? "closed") ||
    weightOrder.indexOf(a.weight) - weightOrder.indexOf(b.weight) ||
    b.session - a.session ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/**
 * One item for each question that was answered at or over its threshold, with all its answers. The newest of those whose
 * review is furthest behind leads, so that what is said of a review is true of the answer that is named.
 */
function safetyItems(
  signals: readonly Signal[],
  current: readonly Signal[],
  records: readonly SafetyRecord[] | undefined,
): readonly AttentionItem[] {
  const risks = signals.filter((signal) => signal.kind === "risk");
  const byQuestion = Map.groupBy(risks, ({ rater, instrument, scale }) => `${instrument} ${scale} ${rater}`);
  return [...byQuestion.values()].flatMap((answers): readonly AttentionItem[] => {
    const ordered = answers
      .map((answer) => ({ answer, review: reviewOf(answer, current, records) }))
      .toSorted(
        (a, b) =>
          reviewOrder.indexOf(a.review) - reviewOrder.indexOf(b.review) ||
          b.answer.session - a.answer.session,
      );
    const first = ordered[0];
    if (first === undefined) return [];
    const { answer: newest, review } = first;
    const earlier = ordered.slice(1).map((each) => each.answer);
    const isCurrent = answers.some((answer) => current.includes(answer));
    if ((review === "closed" || review === "unrecorded") && !isCurrent) return [];
    return [
      {
        kind: "safety",
        id: `safety ${newest.instrument} ${newest.scale} ${newest.rater}`,
        weight: safetyWeight(review),
        session: newest.session,
        message: safetyMessage(newest, earlier, review),
        review,
        signals: [newest, ...earlier],
      },
    ];
  });
}

function disclosureItems(disclosures: readonly Disclosure[]): readonly AttentionItem[] {
  return disclosures.flatMap(({ id, session, review }): readonly AttentionItem[] =>
    review === "closed"
      ? []
      : [
          {
            kind: "safety",
            id: `disclosure ${id}`,
            weight: safetyWeight(review),
            session,
            message: {
              id: "signals.attention.disclosure",
              values: { session, review: review === "followed-up" ? "followed_up" : review },
            },
            review,
            signals: [],
          },
        ],
  );
}

/** The situation that the card on disclosures answers to: child protection for minors. */
function disclosed(course: Course, told: readonly Disclosure[]): readonly Situation[] {
  const newest = told.toSorted((a, b) => b.session - a.session)[0];
  if (newest === undefined) return [];
  return [
    {
      kind: course.ageBand === undefined || course.ageBand === "adult" ? "disclosure" : "disclosure-minor",
      session: newest.session,
      message: { id: "guidance.situation.disclosure", values: { session: newest.session } },
    },
  ];
}

function reviewOf(
  answer: Signal,
  current: readonly Signal[],
  records: readonly SafetyRecord[] | undefined,
): SafetyReview {
  if (records === undefined) return "unrecorded";
  const record = records.find(
    (each) => each.session === answer.session && each.instrument === answer.instrument,
  );
  // An answer without a record, from a version that kept none, is asked about while it is current.
  return record?.review ?? (current.includes(answer) ? "unreviewed" : "closed");
}

function safetyWeight(review: SafetyReview): Weight {
  if (review === "closed") return "note";
  return review === "followed-up" ? "persistent" : "urgent";
}

function safetyMessage(newest: Signal, earlier: readonly Signal[], review: SafetyReview): StaffMessage {
  const about = newest.about ?? "safety";
  return {
    id: "signals.attention.safety",
    values: {
      rater: newest.rater,
      topic: choiceOf(about),
      topicName: spaced(about),
      value: newest.figures.value ?? 0,
      session: newest.session,
      earlier:
        earlier.length === 0
          ? ""
          : {
              id: "signals.attention.safety.earlier",
              values: {
                count: earlier.length,
                sessions: [...new Set(earlier.map((each) => String(each.session)))],
              },
            },
      review: review === "followed-up" ? "followed_up" : review,
    },
  };
}

/** Outcome states that need a person, and a recovery while it is new. */
function outcomeItems(course: Course, situations: readonly Situation[]): readonly AttentionItem[] {
  return situations.flatMap((situation): readonly AttentionItem[] => {
    const outcome = course.outcomes.find(
      (reading) =>
        reading.instrument === situation.instrument &&
        reading.scale === situation.scale &&
        reading.rater === situation.rater,
    );
    if (!ofOutcome.has(situation.kind) || outcome === undefined) return [];
    const isRecovery = situation.kind === "outcome-recovered";
    if (isRecovery && !isNew(course, outcome)) return [];
    return [
      {
        kind: isRecovery ? "recovery" : "outcome",
        id: `outcome ${outcome.instrument} ${outcome.scale} ${outcome.rater}`,
        weight: outcomeWeight(situation.kind),
        session: situation.session,
        message: outcomeMessage(situation.kind, outcome),
        outcome,
        situation: situation.kind,
        signals: [],
      },
    ];
  });
}

/** The state of the measure, and what else was seen where that is why it is listed. */
function outcomeMessage(kind: SituationKind, { message, also }: OutcomeReading): StaffMessage {
  const plateau = also.find((each) => each.kind === "plateau");
  if (kind === "outcome-plateau" && plateau !== undefined) {
    return {
      id: "signals.attention.plateau",
      values: { outcome: message, from: plateau.from, to: plateau.to },
    };
  }
  const relapse = also.find((each) => each.kind === "relapse");
  if (kind !== "outcome-relapse" || relapse === undefined) return message;
  return { id: "signals.attention.relapse", values: { outcome: message, from: relapse.from } };
}

function outcomeWeight(kind: SituationKind): Weight {
  if (kind === "outcome-worse" || kind === "outcome-relapse") return "persistent";
  return kind === "outcome-not-on-track" ? "credible" : "note";
}

function isNew(course: Course, { instrument, scale, rater, since }: OutcomeReading): boolean {
  const forms = course.series.find(
    (series) => series.instrument === instrument && series.scale === scale && series.rater === rater,
  )?.points;
  return forms?.slice(-attentionParameters.recentForms).some((point) => point.session === since) === true;
}

/** What was seen of the alliance and is not over. */
function eventItems(events: readonly AllianceEvent[]): readonly AttentionItem[] {
  return events
    .filter((event) => event.alerts && (event.state === "open" || event.state === "being-repaired"))
    .map((event) => ({
      kind: "alliance-event",
      id: `alliance-event ${event.start}`,
      weight: event.state === "being-repaired" ? "note" : event.weight,
      session: event.start,
      message: event.message,
      event,
      signals: event.signals,
    }));
}

function patternItems(
  current: readonly Signal[],
  situations: readonly Situation[],
  events: readonly AllianceEvent[],
): readonly AttentionItem[] {
  const told = new Set(
    events
      .filter((event) => event.state !== "closed")
      .flatMap((event) => event.reports.map((report) => report.session)),
  );
  const bySignal = current
    .filter((signal) => signal.repairedAt === undefined)
    .filter(
      (signal) => signal.kind === "ceiling" || (signal.kind === "low-start" && signal.weight !== "note"),
    )
    .map(
      (signal): AttentionItem => ({
        kind: "pattern",
        id: `pattern ${signal.kind} ${signal.rater} ${signal.instrument} ${signal.scale}`,
        weight: "note",
        session: signal.session,
        message: signal.message,
        signals: [signal],
      }),
    );
  const bySituation = situations
    .filter(
      ({ kind, session }) => patterns.has(kind) && !(kind === "missed-by-therapist" && told.has(session)),
    )
    .map(
      ({ kind, session, message }): AttentionItem => ({
        kind: "pattern",
        id: `pattern ${kind}`,
        weight: "note",
        session,
        message,
        situation: kind,
        signals: [],
      }),
    );
  return [...bySignal, ...bySituation];
}

/** Sessions or forms that stay away. The therapist’s own forms are no matter of attention: they stand with the forms. */
function missingItems(current: readonly Signal[]): readonly AttentionItem[] {
  return rank(current)
    .filter(
      (signal) =>
        signal.kind === "missing" && signal.rater !== "therapist" && signal.repairedAt === undefined,
    )
    .map((signal) => ({
      kind: "missing-forms",
      id: `missing-forms ${signal.rater} ${signal.construct} ${signal.scale}`,
      weight: signal.weight,
      session: signal.session,
      message: signal.message,
      signals: [signal],
    }));
}

function suspensionsOf(course: Course, items: readonly AttentionItem[]): readonly Suspension[] {
  const safety = items.find((item) => item.kind === "safety" && item.review !== "closed");
  const outcome = items.find((item) => item.kind === "outcome" && item.situation !== "outcome-plateau");
  const { felt } = readDistance(course, null);
  return [
    ...(safety === undefined
      ? []
      : [
          {
            because: "safety",
            message: { id: "signals.attention.paused.safety", values: { session: safety.session } },
          } as const,
        ]),
    ...(outcome === undefined
      ? []
      : [{ because: "outcome", message: { id: "signals.attention.paused.outcome", values: {} } } as const]),
    ...(felt[0] === undefined
      ? []
      : [
          {
            because: "distance-felt",
            message: {
              id: "signals.attention.paused.distance-felt",
              values: { felt: felt[0] === "too-close" ? "too_close" : "too_distant" },
            },
          } as const,
        ]),
  ];
}

/** How a case goes in which nothing needs attention. */
function steady(course: Course, events: readonly AllianceEvent[]): StaffMessage {
  const lead = leadSeries(course);
  const outcomes: readonly Text[] = course.outcomes.map((reading) => reading.message);
  const rated = lead?.points.filter((point) => point.session > 0) ?? [];
  const now = rated.at(-1);
  if (lead === null || now === undefined) {
    return outcomes.length === 0
      ? { id: "stored.headline.none", values: {} }
      : { id: "signals.attention.outcome-alone", values: { outcome: outcomes[0]! } };
  }
  const last = events.findLast(
    (event) => event.alerts && event.state === "closed" && event.decrease !== null,
  );
  return {
    id: "signals.attention.steady",
    values: {
      construct: lead.construct === "cohesion" ? "cohesion" : "alliance",
      rater: lead.rater,
      score: whole(now.percent),
      session: now.session,
      count: rated.length,
      trend: trendOf(lead.slope),
      lower:
        last === undefined ? "" : { id: "signals.attention.steady.lower", values: { session: last.start } },
      outcome: outcomes[0] ?? "",
    },
  };
}

function trendOf(
  slope: NonNullable<ReturnType<typeof leadSeries>>["slope"],
): "rising" | "falling" | "level" | "unknown" {
  if (slope.kind === "none") return "unknown";
  return slope.lower > 0 ? "rising" : slope.upper < 0 ? "falling" : "level";
}
