import { type Course, leadSeries, type Rater, type Series } from "@concord/course";
import { rank, type Signal } from "@concord/signals";
import type { RepairStep } from "@concord/store";
import type {
  Remeasured,
  RepairLoop,
  RepairState,
  RepairStepName,
  RepairStepTaken,
} from "../views/repair.ts";

/** Regained: this share of the level before, as in Strauss et al. (2006, doi 10.1037/0022-006X.74.2.337). */
const regainedShare = 0.95;
/** Answers of the tension question's range from which it is said to be good again, and from which tense. */
const resolvedFrom = 75;
const tenseFrom = 50;

/** Found without anything having gone wrong between the two, or asked for in another way. */
const otherMatters: ReadonlySet<string> = new Set(["risk", "missing", "ceiling", "low-start"]);

/**
 * What went wrong between the two in this therapy, what they did about it, and what the next form said?
 *
 * Findings that touch are one rupture: several rules see the same fall, and a report and a rating speak of the
 * same hour. A loop closes by the client's form, not by the therapist's word: the next one after the last step,
 * from a later session than the rupture. Newest first.
 */
export function repairLoops(
  course: Course,
  signals: readonly Signal[],
  steps: readonly RepairStep[],
): readonly RepairLoop[] {
  const ruptures = rupturesOf(signals);
  const bySession = Map.groupBy(steps, (one) => one.rupture);
  const known = new Set(ruptures.map((one) => one.session));
  const alone = [...bySession.keys()]
    .filter((session) => !known.has(session))
    .map((session): Rupture => ({ session, until: session, findings: [] }));
  return [...ruptures, ...alone]
    .map((rupture) => loopOf(course, rupture, bySession.get(rupture.session) ?? []))
    .filter((loop) => loop.findings.length > 0 || Object.values(loop.steps).some((step) => step !== null))
    .toSorted((a, b) => b.rupture - a.rupture);
}

interface Rupture {
  readonly session: number;
  readonly until: number;
  readonly findings: readonly Signal[];
}

function rupturesOf(signals: readonly Signal[]): readonly Rupture[] {
  const found = signals
    .filter((signal) => !otherMatters.has(signal.kind) && signal.weight !== "note")
    .toSorted((a, b) => a.session - b.session);
  const ruptures: Rupture[] = [];
  for (const signal of found) {
    const end = signal.session + (signal.length ?? 1) - 1;
    const last = ruptures.at(-1);
    if (last !== undefined && signal.session <= last.until + 1) {
      ruptures[ruptures.length - 1] = {
        session: last.session,
        until: Math.max(last.until, end),
        findings: [...last.findings, signal],
      };
    } else ruptures.push({ session: signal.session, until: end, findings: [signal] });
  }
  return ruptures;
}

function loopOf(course: Course, rupture: Rupture, written: readonly RepairStep[]): RepairLoop {
  const findings = rank(rupture.findings);
  const steps = {
    named: standing(written, "named"),
    explored: standing(written, "explored"),
    agreed: standing(written, "agreed"),
  };
  const taken = Object.values(steps).filter((step) => step !== null);
  const lastStep = Math.max(0, ...taken.map((step) => step.takenIn));
  const remeasured = remeasure(course, rupture, Math.max(lastStep, rupture.session + 1));
  return {
    rupture: rupture.session,
    until: rupture.until,
    message: findings[0]?.message ?? {
      id: "signals.repair.recorded",
      values: { session: rupture.session },
    },
    findings,
    seenBy: [...new Set(findings.map((signal) => signal.rater))],
    steps,
    remeasured,
    state: stateOf(taken.length, remeasured),
  };
}

/** The newest row of a step, unless it takes the step back. */
function standing(written: readonly RepairStep[], step: RepairStepName): RepairStepTaken | null {
  const last = written.findLast((one) => one.step === step);
  if (last === undefined || last.state === "taken-back") return null;
  const { takenIn, words, recordedAt } = last;
  return { step, takenIn, words, recordedAt };
}

function stateOf(taken: number, remeasured: Remeasured): RepairState {
  if (taken === 0) return remeasured.kind === "better" ? "came-back" : "open";
  if (remeasured.kind === "better") return "closed";
  if (taken < 3) return "under-way";
  return remeasured.kind === "waiting" ? "to-measure" : "not-yet";
}

/** The first of the client's later forms that says it is better; where none does, the latest of them. */
function remeasure(course: Course, rupture: Rupture, from: number): Remeasured {
  const alliance = leadSeries(course);
  const tension = ofRupture(course, "tension");
  const asked = new Set([...sessionsFrom(alliance, from), ...sessionsFrom(tension, from)]);
  const forms = [...asked].toSorted((a, b) => a - b).map((session) => formIn(course, rupture, session));
  return forms.find((form) => form.kind === "better") ?? forms.at(-1) ?? { kind: "waiting" };
}

function formIn(course: Course, rupture: Rupture, session: number): Remeasured {
  const points = leadSeries(course)?.points ?? [];
  const before = points.findLast((point) => point.session < rupture.session)?.percent ?? null;
  const during = points.filter((point) => point.session >= rupture.session && point.session < session);
  const now = points.find((point) => point.session === session)?.percent ?? null;
  const said = saidIn(course, session);
  const regained = before === null || now === null ? null : now >= regainedShare * before;
  // What the client never rated lower need not rise again: their word alone counts.
  const fell = rupture.findings.length === 0 || rupture.findings.some((signal) => isFallOfClient(signal));
  const risen = fell
    ? (regained ?? (said === "no-tension" || said === "resolved"))
    : said === null
      ? regained === true
      : true;
  const better = said === "tense" ? false : risen;
  return {
    kind: better ? "better" : "not-yet",
    session,
    before,
    lowest: during.length === 0 ? null : Math.min(...during.map((point) => point.percent)),
    now,
    said,
  };
}

function isFallOfClient({ rater, construct }: Signal): boolean {
  return (rater === "client" || rater === "caregiver") && construct !== "rupture";
}

function saidIn(course: Course, session: number): "no-tension" | "resolved" | "tense" | null {
  const answer = raw(ofRupture(course, "tension"), session);
  if (answer === null) return null;
  if (answer < tenseFrom) return "no-tension";
  const again = raw(ofRupture(course, "resolved"), session);
  return again !== null && again >= resolvedFrom ? "resolved" : "tense";
}

function ofRupture(course: Course, scale: string): Series | null {
  return (
    course.series.find(
      (each) =>
        each.construct === "rupture" && each.rater === ("client" satisfies Rater) && each.scale === scale,
    ) ?? null
  );
}

function sessionsFrom(series: Series | null, from: number): readonly number[] {
  return series?.points.map((point) => point.session).filter((session) => session >= from) ?? [];
}

/** Where the answer lies in its range as given, 0–100. */
function raw(series: Series | null, session: number): number | null {
  const point = series?.points.find((each) => each.session === session);
  if (series === null || point === undefined) return null;
  return (100 * (point.value - series.minimum)) / (series.maximum - series.minimum);
}
