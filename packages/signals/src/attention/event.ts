import type { Course, Point, Rater, Series } from "@concord/course";
import type { StaffMessage, Text } from "@concord/messages";
import { isCurrent } from "../current.ts";
import { rounding } from "../decreases/lines.ts";
import { ringing } from "../default-alert.ts";
import { rank, weightOrder } from "../rank.ts";
import type { Signal, SignalKind, Weight } from "../signal.ts";
import { isTension, perhapsShare, tensionShare } from "../tension.ts";
import { partOf, ratingOf, whole } from "../words.ts";
import {
  type Remeasured,
  type RepairStep,
  type RepairSteps,
  repairStateOf,
  standingSteps,
} from "./repair.ts";

/**
 * `open`: the rating has not returned, or tension was reported and no later form says otherwise. `being-repaired`: the
 * therapist has recorded steps, and no later form shows that they helped. `regained`: a later form does. `closed`:
 * none did, and so many ratings have come since that the lower level is the client's usual level now.
 */
export type EventState = "open" | "being-repaired" | "regained" | "closed";

/** The decrease of an event in the ratings of one person, on the 0–100 metric. */
export interface EventDecrease {
  readonly rater: Rater;
  readonly construct: Series["construct"];
  readonly instrument: string;
  readonly scale: string;
  /** The last rating before; for a gradual decrease what was expected. */
  readonly before: number;
  readonly beforeSession: number | null;
  readonly lowest: { readonly session: number; readonly percent: number };
  readonly latest: { readonly session: number; readonly percent: number };
  /** From this rating on the level counts as regained. */
  readonly regainedFrom: number;
  /** Several small decreases in sum, none of which stands out by itself. */
  readonly gradual: boolean;
}

/** One change in the alliance: the signals of all rules and raters that speak of it, in one sentence. */
export interface AllianceEvent {
  /** The session in which it began. */
  readonly start: number;
  /** The last session that its signals reach into. */
  readonly end: number;
  readonly seenBy: readonly Rater[];
  /** The client’s decrease; where they rated no lower the caregiver’s, then the therapist’s; null for a report alone. */
  readonly decrease: EventDecrease | null;
  readonly reports: readonly { readonly rater: Rater; readonly session: number }[];
  readonly state: EventState;
  /** The first session whose forms show that the level is regained, or that the tension is resolved. */
  readonly regainedIn: number | null;
  readonly weight: Weight;
  readonly part: string | null;
  readonly hypothesis: NonNullable<Signal["hypothesis"]> | null;
  readonly steps: RepairSteps;
  readonly remeasured: Remeasured;
  /** Whether the default alert speaks of it; what other rules alone see is in the history and asks for nothing. */
  readonly alerts: boolean;
  /** All that was found of it, the most pressing first; none where the therapist alone recorded it. */
  readonly signals: readonly Signal[];
  readonly message: StaffMessage;
}

/** Signals that are not about something that happened between client and therapist. */
const otherKinds: ReadonlySet<SignalKind> = new Set(["risk", "missing", "ceiling", "low-start"]);
const reportKinds: ReadonlySet<SignalKind> = new Set(["rupture-reported", "observer"]);
const leadOrder: readonly Rater[] = ["client", "caregiver", "member", "therapist", "observer"];

/** Where the rule that found a decrease names no deviation: back by four fifths of it. */
const regainedShare = 0.8;

/**
 * Returns the events of a course in order of session.
 *
 * Signals that touch are one event: several rules see the same decrease, and a report and a rating speak of the same
 * session. A small decrease that no rule calls notable is none. Repair steps belong to the event during which their session
 * lies; where no rule saw anything in that session, the repair is an event too.
 */
export function eventsOf(
  course: Course,
  signals: readonly Signal[],
  steps: readonly RepairStep[] = [],
): readonly AllianceEvent[] {
  const alerting = new Set(ringing(signals));
  const groups = groupsOf(
    signals.filter((signal) => isOfEvent(signal, alerting)),
    alerting,
  );
  const byGroup = Map.groupBy(steps, (step) => groupIn(groups, step.rupture));
  const bySession = Map.groupBy(byGroup.get(null) ?? [], (step) => step.rupture);
  const recorded = [...bySession]
    .filter(([, own]) => standingSteps(own).taken.length > 0)
    .map(([session, own]) => ({ group: { start: session, end: session, signals: [] }, own }));
  return [...groups.map((group) => ({ group, own: byGroup.get(group) ?? [] })), ...recorded]
    .sort((a, b) => a.group.start - b.group.start)
    .map(({ group, own }) => eventOf(course, group, own, alerting));
}

/** The event that begins in this session, else the first one during which it lies: those that alert come first. */
function groupIn(groups: readonly SignalGroup[], session: number): SignalGroup | null {
  return (
    groups.find(({ start }) => start === session) ??
    groups.find(({ start, end }) => start <= session && session <= end) ??
    null
  );
}

function isOfEvent(signal: Signal, alerting: ReadonlySet<Signal>): boolean {
  if (otherKinds.has(signal.kind)) return false;
  return signal.weight !== "note" || (reportKinds.has(signal.kind) && alerting.has(signal));
}

/**
 * The default alert says when an event begins and how long it lasts; what other rules see in these sessions belongs to it.
 * What they alone see is an event of its own.
 */
function groupsOf(signals: readonly Signal[], alerting: ReadonlySet<Signal>): readonly SignalGroup[] {
  const groups = signalGroups(signals.filter((signal) => alerting.has(signal)));
  const others = signals.filter((signal) => !alerting.has(signal));
  const within = (group: SignalGroup, signal: Signal) =>
    signal.session <= group.end && lastSessionOf(signal) >= group.start;
  const alone = others.filter((signal) => !groups.some((group) => within(group, signal)));
  return [
    ...groups.map((group) => ({
      ...group,
      signals: [...group.signals, ...others.filter((signal) => within(group, signal))],
    })),
    ...signalGroups(alone),
  ];
}

interface SignalGroup {
  readonly start: number;
  readonly end: number;
  readonly signals: readonly Signal[];
}

function signalGroups(signals: readonly Signal[]): readonly SignalGroup[] {
  const groups: SignalGroup[] = [];
  for (const signal of [...signals].sort((a, b) => a.session - b.session)) {
    const end = lastSessionOf(signal);
    const last = groups.at(-1);
    if (last !== undefined && signal.session <= last.end + 1) {
      groups[groups.length - 1] = {
        start: last.start,
        end: Math.max(last.end, end),
        signals: [...last.signals, signal],
      };
    } else groups.push({ start: signal.session, end, signals: [signal] });
  }
  return groups;
}

function lastSessionOf({ session, length }: Signal): number {
  return session + (length ?? 1) - 1;
}

function eventOf(
  course: Course,
  group: SignalGroup,
  written: readonly RepairStep[],
  alerting: ReadonlySet<Signal>,
): AllianceEvent {
  const signals = rank(group.signals);
  const decrease = decreaseOf(course, signals);
  const reports = reportsOf(signals);
  const { steps, taken } = standingSteps(written);
  const lastStep = Math.max(0, ...taken.map((step) => step.takenIn));
  const began = { start: group.start, decrease, reports };
  const regainedIn = firstBetter(course, began, Math.max(group.start, lastReportOrDecrease(signals)));
  const remeasured = remeasure(course, began, Math.max(lastStep, group.start + 1));
  const loop = repairStateOf(taken.length, remeasured);
  const isRegained = taken.length > 0 ? loop === "closed" : regainedIn !== null;
  const state: EventState = isRegained
    ? "regained"
    : taken.length > 0
      ? "being-repaired"
      : group.signals.some((signal) => alerting.has(signal) && isCurrent(course, signal))
        ? "open"
        : "closed";
  const weight = signals[0]?.weight ?? "note";
  const part = signals.find((signal) => signal.part !== undefined)?.part ?? null;
  const hypothesis = signals.find((signal) => signal.hypothesis !== undefined)?.hypothesis ?? null;
  return {
    start: group.start,
    end: group.end,
    seenBy: [...new Set(signals.map((signal) => signal.rater))],
    decrease,
    reports,
    state,
    regainedIn: isRegained ? (remeasured.kind === "better" ? remeasured.session : regainedIn) : null,
    weight: signals.reduce(
      (most, signal) =>
        weightOrder.indexOf(signal.weight) < weightOrder.indexOf(most) ? signal.weight : most,
      weight,
    ),
    part,
    hypothesis,
    steps,
    remeasured,
    alerts: group.signals.some((signal) => alerting.has(signal)) || taken.length > 0,
    signals,
    message: messageOf(course, { start: group.start, decrease, reports, part, state, regainedIn, signals }),
  };
}

/** A level can only be regained after the last decrease or report of the event. */
function lastReportOrDecrease(signals: readonly Signal[]): number {
  return Math.max(0, ...signals.map((signal) => signal.session));
}

function decreaseOf(course: Course, signals: readonly Signal[]): EventDecrease | null {
  const decreases = signals.filter((signal) => !reportKinds.has(signal.kind));
  for (const rater of leadOrder) {
    const own = decreases.filter((signal) => signal.rater === rater);
    const heaviest = own[0];
    if (heaviest === undefined) continue;
    const series = course.series.find(
      (each) =>
        each.rater === rater &&
        each.construct === heaviest.construct &&
        each.instrument === heaviest.instrument &&
        each.scale === heaviest.scale,
    );
    const found = series === undefined ? null : decreaseIn(series, own);
    if (found !== null) return found;
  }
  return null;
}

function decreaseIn(series: Series, signals: readonly Signal[]): EventDecrease | null {
  const start = Math.min(...signals.map((signal) => signal.session));
  const end = Math.max(...signals.map(lastSessionOf));
  const rated = series.points.filter((point) => point.session > 0);
  const low = rated
    .filter((point) => point.session >= start && point.session <= end)
    .reduce<Point | null>(
      (best, point) => (best === null || point.percent < best.percent ? point : best),
      null,
    );
  const latest = rated.at(-1);
  if (low === null || latest === undefined) return null;
  const previous = rated.findLast((point) => point.session < start);
  const byModel = signals.find((signal) => signal.kind === "expected-course");
  const gradual =
    byModel?.message.id === "signals.expected-course.several" &&
    signals.every((signal) => signal.kind === "expected-course");
  const expected = (byModel ?? signals[0]!).figures.expected;
  const before = gradual || previous === undefined ? (expected ?? low.percent) : previous.percent;
  return {
    rater: series.rater,
    construct: series.construct,
    instrument: series.instrument,
    scale: series.scale,
    before,
    beforeSession: gradual ? null : (previous?.session ?? null),
    lowest: { session: low.session, percent: low.percent },
    latest: { session: latest.session, percent: latest.percent },
    regainedFrom: regainedFrom(byModel ?? signals[0]!, before, low.percent),
    gradual,
  };
}

/** One scale of the prediction below what was expected; without a prediction, most of the decrease made good. */
function regainedFrom({ figures }: Signal, before: number, lowest: number): number {
  if (figures.expected !== undefined && figures.deviation !== undefined)
    return figures.expected - figures.deviation;
  return lowest + regainedShare * (before - lowest);
}

function reportsOf(signals: readonly Signal[]): AllianceEvent["reports"] {
  return signals
    .filter((signal) => reportKinds.has(signal.kind))
    .map(({ rater, session }) => ({ rater, session }))
    .sort((a, b) => a.session - b.session || leadOrder.indexOf(a.rater) - leadOrder.indexOf(b.rater));
}

interface Began {
  readonly start: number;
  readonly decrease: EventDecrease | null;
  readonly reports: AllianceEvent["reports"];
}

/** The first session after `after` whose forms say that it is better, or the one whose report says it was resolved. */
function firstBetter(course: Course, began: Began, after: number): number | null {
  if (began.decrease === null && began.reports.length > 0) {
    const resolved = began.reports.every(
      ({ rater, session }) => answerIn(course, rater, session) === "resolved",
    );
    if (resolved) return began.reports.at(-1)!.session;
  }
  return formsFrom(course, began, after + 1).find((form) => form.kind === "better")?.session ?? null;
}

/** The first later form that shows that it is better; where none does, the latest of them. */
function remeasure(course: Course, began: Began, from: number): Remeasured {
  const forms = formsFrom(course, began, from);
  return forms.find((form) => form.kind === "better") ?? forms.at(-1) ?? { kind: "waiting" };
}

type Form = Exclude<Remeasured, { kind: "waiting" }>;

/** What each later session says: of the rating that decreased, and of tension by those who reported it, or the client. */
function formsFrom(course: Course, began: Began, from: number): readonly Form[] {
  const rating = ratingSeries(course, began.decrease);
  const raters = began.reports.length > 0 ? began.reports.map((report) => report.rater) : ["client" as const];
  const asked = course.series.filter((series) => raters.includes(series.rater) && isTension(course, series));
  const sessions = [...(rating === null ? [] : [rating]), ...asked].flatMap((series) =>
    series.points.map((point) => point.session).filter((session) => session >= from),
  );
  return [...new Set(sessions)]
    .sort((a, b) => a - b)
    .map((session) => formIn(course, began, rating, raters, session));
}

function formIn(
  course: Course,
  { start, decrease, reports }: Began,
  rating: Series | null,
  raters: readonly Rater[],
  session: number,
): Form {
  const points = rating?.points ?? [];
  const now = points.find((point) => point.session === session)?.percent ?? null;
  const during = points.filter((point) => point.session >= start && point.session < session);
  const answers = raters.map((rater) => answerIn(course, rater, session));
  const said = answers.includes("tense")
    ? "tense"
    : answers.includes("resolved")
      ? "resolved"
      : answers.includes("no-tension")
        ? "no-tension"
        : null;
  const isBack = decrease === null ? null : now === null ? null : now >= decrease.regainedFrom - rounding;
  // What nobody rated lower need not rise again: their word counts. Without a later word the rating does.
  const better =
    said === "tense" ? false : (isBack ?? (decrease === null && (said !== null || reports.length === 0)));
  return {
    kind: better ? "better" : "not-yet",
    session,
    before: decrease?.before ?? points.findLast((point) => point.session < start)?.percent ?? null,
    lowest: during.length === 0 ? null : Math.min(...during.map((point) => point.percent)),
    now,
    said,
  };
}

/** The line that decreased; where none did, the client’s alliance total, to be shown beside what was said. */
function ratingSeries(course: Course, decrease: EventDecrease | null): Series | null {
  return (
    course.series.find((series) =>
      decrease === null
        ? series.construct === "alliance" && series.rater === "client" && series.scale === "total"
        : series.rater === decrease.rater &&
          series.construct === decrease.construct &&
          series.instrument === decrease.instrument &&
          series.scale === decrease.scale,
    ) ?? null
  );
}

/** From this share of its range on, the tension counts as resolved in the session. */
const resolvedFrom = 75;

function answerIn(course: Course, rater: Rater, session: number): Form["said"] {
  const tension = course.series.find((series) => series.rater === rater && isTension(course, series));
  const point = tension?.points.find((each) => each.session === session);
  if (tension === undefined || point === undefined) return null;
  if (tensionShare(tension, point) < perhapsShare) return "no-tension";
  const again = course.series.find(
    (series) =>
      series.scale === "resolved" && series.rater === rater && series.instrument === tension.instrument,
  );
  const resolved = again?.points.find((each) => each.session === session);
  return again !== undefined && resolved !== undefined && tensionShare(again, resolved) >= resolvedFrom
    ? "resolved"
    : "tense";
}

interface Told extends Began {
  readonly part: string | null;
  readonly state: EventState;
  readonly regainedIn: number | null;
  readonly signals: readonly Signal[];
}

function messageOf(course: Course, told: Told): StaffMessage {
  const { decrease, reports, start, signals } = told;
  if (signals.length === 0) return { id: "signals.repair.recorded", values: { session: start } };
  const reported = reports.length === 0 ? "" : reportSentence(course, reports);
  const state = stateSentence(told);
  if (decrease === null) return { id: "signals.event.reported", values: { reported, state } };
  const { lowest, latest, before, beforeSession } = decrease;
  const values = {
    rating: ratingOf(decrease),
    before: whole(before),
    lowest: whole(lowest.percent),
    session: lowest.session,
    ...partOf(told.part),
    latest: latest.session === lowest.session ? ("same" as const) : ("later" as const),
    latestScore: whole(latest.percent),
    latestSession: latest.session,
    others: othersSentence(decrease.rater, signals),
    reported,
    state,
  };
  return beforeSession === null
    ? { id: "signals.event.gradual", values }
    : { id: "signals.event.decrease", values: { ...values, beforeSession } };
}

function othersSentence(lead: Rater, signals: readonly Signal[]): Text {
  const others = [
    ...new Set(signals.filter((signal) => !reportKinds.has(signal.kind)).map((signal) => signal.rater)),
  ].filter((rater) => rater !== lead);
  if (others.length === 0) return "";
  return { id: "signals.event.others", values: { raters: others.map(raterName) } };
}

function reportSentence(course: Course, reports: AllianceEvent["reports"]): Text {
  const raters = [...new Set(reports.map((report) => report.rater))];
  const sessions = [...new Set(reports.map((report) => report.session))];
  const notBy = (["client", "therapist"] as const).filter(
    (rater) =>
      !raters.includes(rater) &&
      sessions.every((session) => answerIn(course, rater, session) === "no-tension"),
  );
  return {
    id: "signals.event.reports",
    values: {
      raters: raters.map(raterName),
      count: sessions.length,
      sessions: sessions.map(String),
      unshared:
        notBy[0] === undefined
          ? ""
          : { id: "signals.rupture-reported.unshared", values: { rater: notBy[0] } },
    },
  };
}

function raterName(rater: Rater): StaffMessage {
  return { id: "signals.event.rater", values: { rater } };
}

function stateSentence({ state, regainedIn, decrease }: Told): Text {
  switch (state) {
    case "regained":
      return regainedIn === null
        ? ""
        : {
            id: "signals.event.regained",
            values: { session: regainedIn, seen: decrease === null ? "word" : "rating" },
          };
    case "being-repaired":
      return { id: "signals.event.being-repaired", values: {} };
    case "closed":
      return decrease === null ? "" : { id: "signals.event.closed", values: {} };
    case "open":
      return { id: "signals.event.open", values: {} };
  }
}
