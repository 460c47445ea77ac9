import type { Course, Estimate, Series } from "../course.ts";
import type { PerfectionismReading, Third } from "./level.ts";

export type MonitoringTopic =
  | "conditions-early"
  | "bond-early"
  | "engagement-growth"
  | "social-network"
  | "mood-between"
  | "ending-announced";

/** When it matters most, by the line of studies it comes from. */
export type WatchWhen = "early" | "middle" | "throughout" | "late";

/**
 * `look`: something to think about; `fine`: measured, and nothing to remark; `not-yet`: its time has not come or
 * there is too little; `not-measured`: no form of this case asks for it.
 */
export type WatchState = "look" | "fine" | "not-yet" | "not-measured";

/** One thing worth watching in the course of someone who asks much of themselves. Never an alarm. */
export interface MonitoringItem {
  readonly watch: MonitoringTopic;
  readonly when: WatchWhen;
  readonly state: WatchState;
  /** What was seen, with its figures. */
  readonly seen: string;
}

/** From which session a flat engagement is worth a look, and within how many the network is asked again. */
const watchRule = {
  version: "1.0.0",
  earlySessions: 5,
  flatFrom: 8,
  networkEvery: 6,
  lowBelow: 50,
  provisional: true,
} as const;

const byThird: Readonly<Record<Third, readonly MonitoringTopic[]>> = {
  high: [
    "engagement-growth",
    "social-network",
    "mood-between",
    "ending-announced",
    "bond-early",
    "conditions-early",
  ],
  moderate: ["conditions-early", "bond-early", "engagement-growth", "ending-announced", "social-network"],
  low: ["conditions-early", "engagement-growth"],
};

/**
 * What is worth watching in which phase, given how much this client asks of themselves?
 *
 * After the re-analyses of one large trial (Blatt 1995, 1996, 1998; Zuroff 2000, doi 10.1037/0022-006X.68.1.114;
 * Shahar 2004): a high level goes with slower growth of the client's own part later on, and the network around the
 * client carries much of it; at a moderate level an early sense of being understood counts most; an ending that
 * seems arbitrary is dreaded. Without a level the list of the high third is given: it leaves nothing out.
 */
export function watchList(course: Course, reading: PerfectionismReading): readonly MonitoringItem[] {
  const third = reading.level.kind === "level" ? reading.level.third : "high";
  return byThird[third].map((watch) => looks[watch](course));
}

const looks: Readonly<Record<MonitoringTopic, (course: Course) => MonitoringItem>> = {
  "conditions-early": (course) =>
    early(course, "conditions-early", find(course, "conditions", ["total", "empathy"]), "Felt understood"),
  "bond-early": (course) => early(course, "bond-early", find(course, "alliance", ["bond"]), "Bond"),
  "engagement-growth": engagementGrowth,
  "social-network": socialNetwork,
  "mood-between": () => ({
    watch: "mood-between",
    when: "throughout",
    state: "not-measured",
    seen: "No form here asks for hostility or low positive feeling; they explain part of the strain.",
  }),
  "ending-announced": endingAnnounced,
};

function early(course: Course, watch: MonitoringTopic, series: Series | null, name: string): MonitoringItem {
  const item = (state: WatchState, seen: string): MonitoringItem => ({ watch, when: "early", state, seen });
  const first = series?.points.find(
    (point) => point.session >= 1 && point.session <= watchRule.earlySessions,
  );
  if (series === null) return item("not-measured", `${name}: no form has asked for it yet.`);
  if (first === undefined) {
    return course.sessions < watchRule.earlySessions
      ? item("not-yet", `${name}: not asked yet.`)
      : item("not-measured", `${name}: not asked in the first ${watchRule.earlySessions} sessions.`);
  }
  const value = Math.round(first.percent);
  const low = first.percent < watchRule.lowBelow;
  return item(
    low ? "look" : "fine",
    `${name}: ${value} of 100 in session ${first.session}${low ? ", a reserved beginning" : ""}.`,
  );
}

/** The client's own part: taking part in the tasks; for adolescents their involvement. */
function engagementGrowth(course: Course): MonitoringItem {
  const series = find(course, "alliance", ["involvement", "tasks"]);
  const item = (state: WatchState, seen: string): MonitoringItem => ({
    watch: "engagement-growth",
    when: "middle",
    state,
    seen,
  });
  if (series === null) return item("not-measured", "The client’s own part: no form has asked for it yet.");
  const rated = series.points.filter((point) => point.session >= 1).length;
  if (course.sessions < watchRule.flatFrom || rated < 4) {
    return item("not-yet", `The client’s own part: judged from session ${watchRule.flatFrom} on.`);
  }
  const { slope } = series;
  if (slope.kind === "none") return item("not-yet", `The client’s own part: ${slope.reason}.`);
  const trend = trendOf(slope);
  const words = { grows: "it grows", falls: "it has become less", flat: "no clear growth so far" }[trend];
  return item(trend === "grows" ? "fine" : "look", `The client’s own part: ${words} (${slopeWords(slope)}).`);
}

function socialNetwork(course: Course): MonitoringItem {
  const series = find(course, "social-network", ["satisfaction", "total"]);
  const item = (state: WatchState, seen: string): MonitoringItem => ({
    watch: "social-network",
    when: "throughout",
    state,
    seen,
  });
  const last = series?.points.at(-1);
  if (last === undefined) return item("not-measured", "The people around the client: not asked yet.");
  const ago = course.sessions - last.session;
  const seen = `The people around the client: ${Math.round(last.percent)} of 100 in session ${last.session}`;
  if (ago > watchRule.networkEvery) return item("look", `${seen}, ${ago} sessions ago. Worth asking again.`);
  return item(last.percent < watchRule.lowBelow ? "look" : "fine", `${seen}.`);
}

function endingAnnounced(course: Course): MonitoringItem {
  const ending = course.phases.find((phase) => phase.name === "termination");
  const item = (state: WatchState, seen: string): MonitoringItem => ({
    watch: "ending-announced",
    when: "late",
    state,
    seen,
  });
  if (ending !== undefined) return item("fine", `The ending was agreed in session ${ending.from}.`);
  return course.sessions < watchRule.flatFrom
    ? item("not-yet", "The ending: not agreed yet. Say early how it will be decided.")
    : item("look", "No ending has been spoken of. To someone who dreads a sudden one, early is kind.");
}

function trendOf(slope: Extract<Estimate, { kind: "estimate" }>): "grows" | "flat" | "falls" {
  if (slope.lower > 0) return "grows";
  return slope.upper < 0 ? "falls" : "flat";
}

function slopeWords({ value, lower, upper }: Extract<Estimate, { kind: "estimate" }>): string {
  const doubling = (each: number) => (each * Math.LN2).toFixed(1).replace("-", "−");
  return `${doubling(value)} points with each doubling of sessions, 95% CI [${doubling(lower)}, ${doubling(upper)}]`;
}

/** The client's line on the first of these scales there is. */
function find(course: Course, construct: Series["construct"], scales: readonly string[]): Series | null {
  for (const scale of scales) {
    const found = course.series.find(
      (each) => each.construct === construct && each.rater === "client" && each.scale === scale,
    );
    if (found !== undefined) return found;
  }
  return null;
}
