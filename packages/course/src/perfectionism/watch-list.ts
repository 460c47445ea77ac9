import type { StaffMessage } from "@concord/messages";
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
  /** What was observed, with its values. */
  readonly message: StaffMessage;
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
  return byThird[third].map((watch) => evaluators[watch](course));
}

const evaluators: Readonly<Record<MonitoringTopic, (course: Course) => MonitoringItem>> = {
  "conditions-early": (course) =>
    early(course, "conditions-early", find(course, "conditions", ["total", "empathy"]), "conditions"),
  "bond-early": (course) => early(course, "bond-early", find(course, "alliance", ["bond"]), "bond"),
  "engagement-growth": engagementGrowth,
  "social-network": socialNetwork,
  "mood-between": () => ({
    watch: "mood-between",
    when: "throughout",
    state: "not-measured",
    message: { id: "relationship.monitor.mood", values: {} },
  }),
  "ending-announced": endingAnnounced,
};

function early(
  course: Course,
  watch: MonitoringTopic,
  series: Series | null,
  topic: "conditions" | "bond",
): MonitoringItem {
  const item = (state: WatchState, message: StaffMessage): MonitoringItem => ({
    watch,
    when: "early",
    state,
    message,
  });
  const first = series?.points.find(
    (point) => point.session >= 1 && point.session <= watchRule.earlySessions,
  );
  if (series === null)
    return item("not-measured", { id: "relationship.monitor.early.none", values: { topic } });
  if (first === undefined) {
    return course.sessions < watchRule.earlySessions
      ? item("not-yet", { id: "relationship.monitor.early.not-yet", values: { topic } })
      : item("not-measured", {
          id: "relationship.monitor.early.missed",
          values: { topic, sessions: watchRule.earlySessions },
        });
  }
  const isLow = first.percent < watchRule.lowBelow;
  return item(isLow ? "look" : "fine", {
    id: "relationship.monitor.early.found",
    values: {
      topic,
      score: Math.round(first.percent),
      session: first.session,
      level: isLow ? "low" : "fine",
    },
  });
}

/** Engagement: agreement on tasks; for adolescents their involvement. */
function engagementGrowth(course: Course): MonitoringItem {
  const series = find(course, "alliance", ["involvement", "tasks"]);
  const item = (state: WatchState, message: StaffMessage): MonitoringItem => ({
    watch: "engagement-growth",
    when: "middle",
    state,
    message,
  });
  if (series === null)
    return item("not-measured", { id: "relationship.monitor.engagement.none", values: {} });
  const rated = series.points.filter((point) => point.session >= 1).length;
  if (course.sessions < watchRule.flatFrom || rated < 4) {
    const values = { session: watchRule.flatFrom };
    return item("not-yet", { id: "relationship.monitor.engagement.early", values });
  }
  const { slope } = series;
  if (slope.kind === "none") {
    const values = { reason: slope.reason };
    return item("not-yet", { id: "relationship.monitor.engagement.reason", values });
  }
  const trend = trendOf(slope);
  // Along ln(session), a doubling of the session number is ln 2.
  const perDoubling = (value: number) => Math.round(10 * value * Math.LN2) / 10;
  return item(trend === "grows" ? "fine" : "look", {
    id: "relationship.monitor.engagement.found",
    values: {
      trend,
      value: perDoubling(slope.value),
      lower: perDoubling(slope.lower),
      upper: perDoubling(slope.upper),
    },
  });
}

function socialNetwork(course: Course): MonitoringItem {
  const series = find(course, "social-network", ["satisfaction", "total"]);
  const item = (state: WatchState, message: StaffMessage): MonitoringItem => ({
    watch: "social-network",
    when: "throughout",
    state,
    message,
  });
  const last = series?.points.at(-1);
  if (last === undefined) return item("not-measured", { id: "relationship.monitor.social.none", values: {} });
  const ago = course.sessions - last.session;
  const values = { score: Math.round(last.percent), session: last.session };
  return ago > watchRule.networkEvery
    ? item("look", { id: "relationship.monitor.social.old", values: { ...values, ago } })
    : item(last.percent < watchRule.lowBelow ? "look" : "fine", {
        id: "relationship.monitor.social.found",
        values,
      });
}

function endingAnnounced(course: Course): MonitoringItem {
  const ending = course.phases.find((phase) => phase.name === "termination");
  const item = (state: WatchState, message: StaffMessage): MonitoringItem => ({
    watch: "ending-announced",
    when: "late",
    state,
    message,
  });
  if (ending !== undefined) {
    const values = { session: ending.from };
    return item("fine", { id: "relationship.monitor.ending.agreed", values });
  }
  return course.sessions < watchRule.flatFrom
    ? item("not-yet", { id: "relationship.monitor.ending.not-yet", values: {} })
    : item("look", { id: "relationship.monitor.ending.open", values: {} });
}

function trendOf(slope: Extract<Estimate, { kind: "estimate" }>): "grows" | "flat" | "falls" {
  if (slope.lower > 0) return "grows";
  return slope.upper < 0 ? "falls" : "flat";
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
