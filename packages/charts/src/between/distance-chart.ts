import type { Aim, DistanceLine, DistanceReading, Phase, PlanStep } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { sessionTicks } from "../course/session-axis.ts";
import { frame } from "../frame.ts";
import { levelLine } from "../marks/level-line.ts";
import { rounded } from "../numbers.ts";
import { type Child, element, round } from "../svg.ts";

export interface DistanceChartOptions {
  readonly messages: StaffMessages;
  readonly id?: string;
  readonly width?: number;
  readonly standalone?: boolean;
  readonly phases: readonly Phase[];
  readonly sessions: number;
}

const planTop = 22;
const planHeight = 58;

/**
 * The way of the plan over the three phases, and beneath it what the client's forms say of distance.
 *
 * Up in the plan is nearer, down is farther. The two scales that the plan reads in this phase are drawn strong,
 * the other two faint; without a plan all four are alike.
 */
export function distanceChart(reading: DistanceReading, options: DistanceChartOptions): string {
  const { messages, id = "distance", width = 640, phases, sessions } = options;
  const { text } = messages;
  const [left, right] = [38, width - (width < 560 ? 20 : 140)];
  const withPlan = reading.way.length > 0;
  const top = withPlan ? planTop + planHeight + 50 : 28;
  const bottom = top + 130;
  const last = Math.max(sessions, 1, ...reading.lines.flatMap((each) => each.points.map((p) => p.session)));
  const x = scaleLinear([0.5, last + 0.5], [left, right]);
  const y = scaleLinear([0, 100], [bottom, top]);
  const children: Child[] = [
    ...(withPlan ? plan(reading, phases, left, right, messages) : []),
    element("text", { class: "chart-heading", x: left, y: top - 12 }, [text("charts.distance.heading")]),
    ...[0, 50, 100].flatMap((value) => levelLine(value, y(value), left, right, value === 0, messages)),
    ...reading.lines.map((each) => drawn(each, reading.step, x, y, messages)),
    ...names(reading, y, right, bottom, width, messages),
    ...sessionTicks(1, last, right - left).map((session) =>
      element("text", { class: "chart-small", x: x(session), y: bottom + 17, "text-anchor": "middle" }, [
        String(session),
      ]),
    ),
    width < 560
      ? element("text", { class: "chart-small", x: right, y: bottom + 31, "text-anchor": "end" }, [
          text("charts.course.session"),
        ])
      : element("text", { class: "chart-small", x: right + 10, y: bottom + 17 }, [
          text("charts.course.session"),
        ]),
  ];
  return frame(
    {
      id,
      width,
      height: bottom + (width < 560 ? 84 : 26),
      title: text(withPlan ? "charts.distance.title.plan" : "charts.distance.title"),
      description: describeDistance(reading, messages),
      standalone: options.standalone === true,
    },
    children,
  );
}

/** Returns the latest rating of each scale in a sentence, with its change since the questionnaire before. */
export function describeDistance({ lines }: DistanceReading, { text }: StaffMessages): string {
  if (lines.length === 0) return text("charts.distance.words.none");
  return lines
    .map(({ scale, points, moved }) => {
      const now = points[points.length - 1];
      if (now === undefined) return "";
      const values = {
        scale: text(`charts.distance.scale.${scale}`),
        score: rounded(now.percent),
        session: now.session,
      };
      return moved === null
        ? text("charts.distance.words", values)
        : text("charts.distance.words.moved", {
            ...values,
            direction: moved >= 0 ? "up" : "down",
            points: rounded(Math.abs(moved)),
          });
    })
    .join(" ");
}

/** Where the therapist would stand at the start and at the end of a phase: 0 far, 1 near. */
const stands: Readonly<Record<Aim, readonly [number, number]>> = {
  "begin-closer": [0.85, 0.85],
  "begin-farther": [0.15, 0.15],
  increase: [0.85, 0.3],
  decrease: [0.15, 0.7],
  steady: [0.5, 0.5],
  "take-up": [0.5, 0.5],
};

function plan(
  { way, phase }: DistanceReading,
  phases: readonly Phase[],
  left: number,
  right: number,
  { text, of }: StaffMessages,
): readonly Child[] {
  const third = (right - left) / 3;
  const path: [number, number][] = [];
  const cells = way.flatMap((step, index): readonly Child[] => {
    const from = left + third * index;
    const isNow = phase?.name === step.phase;
    const [start, end] = placesOf(way, index);
    path.push([from + 8, height(start)], [from + third - 8, height(end)]);
    const reached = phases.some((each) => each.name === step.phase);
    return [
      element("rect", {
        class: isNow ? "plan-phase plan-phase--now" : "plan-phase",
        x: from + 1,
        y: planTop,
        width: third - 2,
        height: planHeight,
        rx: 4,
      }),
      element("text", { class: isNow ? "chart-label" : "chart-small", x: from + 8, y: planTop - 7 }, [
        text(`charts.phase.${step.phase}`),
      ]),
      isNow
        ? element(
            "text",
            { class: "chart-small", x: from + third - 8, y: planTop + planHeight - 6, "text-anchor": "end" },
            [text("charts.distance.now")],
          )
        : null,
      element("title", {}, [
        text(reached ? "charts.distance.plan" : "charts.distance.plan.later", {
          phase: step.phase,
          step: of(step.short),
        }),
      ]),
    ];
  });
  const draw = line<[number, number]>();
  return [
    ...cells,
    element("path", { class: "plan-way", d: roundedPath(draw(path) ?? "") }),
    element("text", { class: "chart-small", x: left - 6, y: planTop + 12, "text-anchor": "end" }, [
      text("charts.distance.near"),
    ]),
    element(
      "text",
      { class: "chart-small", x: left - 6, y: planTop + planHeight - 4, "text-anchor": "end" },
      [text("charts.distance.far")],
    ),
  ];
}

/** A later step of the same direction goes on where the one before it ended. */
function placesOf(way: readonly PlanStep[], index: number): readonly [number, number] {
  const step = way[index] as PlanStep;
  const before = way[index - 1];
  const [start, end] = stands[step.aim];
  if (before?.aim === step.aim && start !== end) return [end, step.aim === "increase" ? 0.1 : 0.85];
  return [start, end];
}

function height(nearness: number): number {
  return planTop + planHeight - 8 - nearness * (planHeight - 16);
}

function drawn(
  each: DistanceLine,
  step: PlanStep | null,
  x: (session: number) => number,
  y: (percent: number) => number,
  { text }: StaffMessages,
): Child {
  const read = step === null || step.slowDownScale === each.scale || step.progressScale === each.scale;
  const draw = line<DistanceLine["points"][number]>(
    (point) => round(x(point.session)),
    (point) => round(y(point.percent)),
  );
  const className = `distance distance--${each.scale}${read ? "" : " distance--faint"}`;
  return element("g", { class: className }, [
    element("path", { class: "distance-line", d: draw([...each.points]) ?? "" }),
    ...each.points.map((point) =>
      element("circle", { class: "distance-mark", cx: x(point.session), cy: y(point.percent), r: 3.5 }, [
        element("title", {}, [
          text("charts.distance.rating", {
            scale: text(`charts.distance.scale.${each.scale}`),
            session: point.session,
            score: rounded(point.percent),
          }),
        ]),
      ]),
    ),
  ]);
}

/** At the ends of the lines where there is room; beneath the axis, each after a sample of its line, where not. */
function names(
  { lines, step }: DistanceReading,
  y: (percent: number) => number,
  right: number,
  bottom: number,
  width: number,
  { text }: StaffMessages,
): readonly Child[] {
  const named = lines
    .map((each) => ({ each, at: y(each.points[each.points.length - 1]?.percent ?? 0) }))
    .sort((a, b) => a.at - b.at);
  let free = Number.NEGATIVE_INFINITY;
  return named.map(({ each, at }, index) => {
    const read = step === null || step.slowDownScale === each.scale || step.progressScale === each.scale;
    const name = text(`charts.distance.scale.${each.scale}`);
    const className = `chart-label distance-name--${each.scale}${read ? "" : " distance-name--faint"}`;
    if (width < 560) {
      const [column, row] = [index % 2, Math.floor(index / 2)];
      const [x, middle] = [12 + column * ((width - 12) / 2), bottom + 50 + row * 20];
      return element("g", { class: `distance distance--${each.scale}` }, [
        element("path", { class: "distance-line", d: `M${round(x)},${middle}h20` }),
        element("text", { class: className, x: x + 26, y: middle + 4 }, [name]),
      ]);
    }
    free = Math.max(at, free + 15);
    return element("text", { class: className, x: right + 10, y: free + 4 }, [name]);
  });
}

function roundedPath(path: string): string {
  return path.replace(/-?\d+\.\d+/g, (number) => String(round(Number(number))));
}
