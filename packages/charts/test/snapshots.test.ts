import { test } from "node:test";
import {
  congruenceChart,
  controlChart,
  courseChart,
  raterKey,
  signalSymbol,
  sparkline,
} from "@concord/charts";
import { staffMessages } from "@concord/messages";
import {
  controlPoints,
  emptyCourse,
  fullCourse,
  fullSignals,
  longCourse,
  longSignals,
  pairing,
} from "./course-value.ts";
import { assertSnapshot } from "./snapshot.ts";

const messages = staffMessages("en");

const titles = { "phq-9": "PHQ-9" };
const outcomeOnly = {
  ...fullCourse,
  series: fullCourse.series.filter((series) => series.construct === "outcome"),
};

const drawings: Readonly<Record<string, () => string>> = {
  "course-wide": () => courseChart(fullCourse, fullSignals, { messages, titles }),
  "course-narrow": () => courseChart(fullCourse, fullSignals, { messages, titles, width: 358 }),
  "course-simple": () => courseChart(fullCourse, fullSignals, { messages, titles, detail: "simple" }),
  "course-bond": () => courseChart(fullCourse, fullSignals, { messages, titles, focus: "bond" }),
  // The rules inside are every chart's and change with any of them.
  "course-standalone": () =>
    courseChart(fullCourse, fullSignals, { messages, titles, standalone: true }).replace(
      /<style>[\s\S]*<\/style>/,
      "<style></style>",
    ),
  "course-empty": () => courseChart(emptyCourse, [], { messages }),
  "course-outcome-only": () => courseChart(outcomeOnly, [], { messages, titles }),
  "course-forty-sessions-narrow": () => courseChart(longCourse, longSignals, { messages, width: 358 }),
  congruence: () => congruenceChart(pairing, { messages }),
  control: () => controlChart(controlPoints, { messages }),
  "sparkline-gaps": () => sparkline([58, 61, null, 70, 40, null, 62], { label: "Last 62 of 100" }),
  "sparkline-empty": () => sparkline([]),
  "signal-symbol": () => signalSymbol("credible", 3),
  "rater-key": () => raterKey("therapist"),
};

for (const [name, draw] of Object.entries(drawings)) {
  test(`draws ${name} as it was last looked at`, () => assertSnapshot(name, draw()));
}
