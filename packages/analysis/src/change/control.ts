import { type ControlCharts, controlCharts } from "@concord/statistics/change";
import { rLines, rText } from "../r-program/lines.ts";
import { modelTable } from "../table/model-table.ts";
import { counted, number } from "../text/apa.ts";
import type { ChangeAnalysis } from "./change-analysis.ts";
import { coursesFigure } from "./figure.ts";
import type { ChangeRequest } from "./request.ts";
import { byClient, readSeries, rSeries, type Series } from "./series.ts";

type Charts = Extract<ControlCharts, { kind: "charts" }>;

/** Individuals chart, moving average and cumulative sums, as qcc has them. */
export const control: ChangeAnalysis = {
  question: "Which sessions lie outside of what is usual for this client?",
  analyse: (columns, request) => {
    const { series, left } = readSeries(columns, request);
    const found = series.map((course) => ({ course, charts: chartsOf(course, request) }));
    const fitted = found.flatMap(({ course, charts }) =>
      charts.kind === "charts" ? [{ course, charts }] : [],
    );
    if (fitted.length === 0)
      return {
        kind: "refused",
        reason: "limits need two or more values that differ, and there is no such course",
      };
    const without = found.flatMap(({ course, charts }) =>
      charts.kind === "charts"
        ? []
        : [
            `${course.client || "the course"} has no limits: ${charts.kind === "too-few" ? "fewer than two values" : "no value differs from its neighbour"}`,
          ],
    );
    return {
      kind: "done",
      left,
      notes: [...without, ...gapNotes(series), ...baselineNotes(series, request)],
      result: {
        terms: byClient(
          request,
          fitted.map(({ course, charts }) => ({ client: course.client, terms: charts.terms })),
        ),
        sentence: sentenceOf(fitted, request),
        table: modelTable(
          [request.client ?? "course", "n", "centre", "lower", "upper", "outside", "runs", "EWMA", "CUSUM"],
          fitted.map(({ course, charts }) => rowOf(course, charts)),
        ),
        figure: () =>
          coursesFigure(
            "Control charts",
            request,
            fitted,
            [
              { kind: "level", words: "centre" },
              { kind: "limit", words: "limits" },
              { kind: "mark", words: "outside" },
            ],
            ({ course, charts }) => panelOf(course, charts),
            [
              "Limits from the mean moving range; a trend or carry-over between sessions raises false alarms.",
            ],
          ),
      },
    };
  },
  rProgram: (file, request) => {
    const { baseline, lambda, nsigmas, decision, shift, run } = request;
    const first = baseline === undefined ? "x" : `x[1:${baseline}], newdata = x[-(1:${baseline})]`;
    return rLines(
      "change",
      file,
      ["qcc"],
      [
        ...rSeries(request, rText),
        `qcc.options(run.length = ${run})`,
        `print(summary(qcc(${first}, type = "xbar.one", plot = FALSE)))`,
        `print(ewma(${first}, lambda = ${lambda}, nsigmas = ${nsigmas}, plot = FALSE)$violations)`,
        `print(cusum(${first}, decision.interval = ${decision}, se.shift = ${shift}, plot = FALSE)$violations)`,
      ],
    );
  },
};

function chartsOf({ values }: Series, request: ChangeRequest): ControlCharts {
  const { baseline, lambda, nsigmas, decision, shift, run } = request;
  if (values.length < 2) return { kind: "too-few", n: values.length, movingRanges: 0 };
  return controlCharts(values, {
    ...(baseline === undefined ? {} : { baseline: Math.min(baseline, values.length) }),
    weight: lambda,
    width: nsigmas,
    decision,
    shift,
    runLength: run,
  });
}

/** qcc knows no sessions; a reader should. */
function gapNotes(series: readonly Series[]): readonly string[] {
  const gaps = series.reduce(
    (sum, { sessions }) =>
      sum + sessions.filter((session, i) => i > 0 && session - sessions[i - 1]! > 1).length,
    0,
  );
  return gaps === 0
    ? []
    : [
        `sessions are missing in ${counted(gaps, "place", "places")}: moving ranges are taken across them, as qcc does`,
      ];
}

function baselineNotes(series: readonly Series[], { baseline }: ChangeRequest): readonly string[] {
  if (baseline === undefined) return [];
  const short = series.filter(({ values }) => values.length < baseline).length;
  return short === 0
    ? []
    : [
        `${counted(short, "course is", "courses are")} shorter than the baseline: all values set the limits there`,
      ];
}

function rowOf({ client, values, sessions }: Series, { limits, terms }: Charts): readonly unknown[] {
  const places = (list: readonly number[]) =>
    list.length === 0 ? null : list.map((place) => sessions[place - 1]).join(" ");
  return [
    client || "1",
    values.length,
    limits.centre,
    limits.lower,
    limits.upper,
    places(terms.shewhart.beyond_limits_1based),
    terms.shewhart.violating_runs_1based.length,
    terms.ewma.violations_1based.length,
    terms.cusum.beyond_upper_1based.length + terms.cusum.beyond_lower_1based.length,
  ];
}

function sentenceOf(
  fitted: readonly { readonly course: Series; readonly charts: Charts }[],
  request: ChangeRequest,
): string {
  const outside = fitted.filter(({ charts }) => charts.terms.shewhart.beyond_limits_1based.length > 0);
  if (fitted.length > 1)
    return `Of ${counted(fitted.length, "course", "courses")} in ${request.value}, ${outside.length} ${outside.length === 1 ? "has" : "have"} a session outside its limits of three standard deviations.`;
  const { course, charts } = fitted[0]!;
  const { limits, terms } = charts;
  const places = terms.shewhart.beyond_limits_1based.map((place) => course.sessions[place - 1]);
  const where =
    places.length === 0
      ? "no session lies"
      : `${places.length === 1 ? "session" : "sessions"} ${places.join(", ")} ${places.length === 1 ? "lies" : "lie"}`;
  return `Around a centre of ${number(limits.centre)}, ${where} outside the limits ${number(limits.lower)} to ${number(limits.upper)} (individuals chart, n = ${course.values.length}).`;
}

function panelOf({ sessions, values }: Series, { limits, terms }: Charts) {
  const [first, last] = [sessions[0]!, sessions.at(-1)!];
  const across = (kind: "level" | "limit", value: number) => ({
    kind,
    from: { session: first, value },
    to: { session: last, value },
  });
  return {
    lines: [across("level", limits.centre), across("limit", limits.lower), across("limit", limits.upper)],
    marks: terms.shewhart.beyond_limits_1based.map((place) => ({
      session: sessions[place - 1]!,
      value: values[place - 1]!,
      hint: `session ${sessions[place - 1]} outside the limits`,
    })),
  };
}
