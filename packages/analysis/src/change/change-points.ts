import {
  type ChangePointOptions,
  type ChangePoints,
  changePoints,
  changepointTerms,
  greedyChangePoints,
  noiseVariance,
  singleChangePoint,
} from "@concord/statistics/change";
import { rLines, rText } from "../r-program/lines.ts";
import { modelTable } from "../table/model-table.ts";
import { counted, number } from "../text/apa.ts";
import type { ChangeAnalysis } from "./change-analysis.ts";
import { coursesFigure } from "./figure.ts";
import type { ChangeRequest } from "./request.ts";
import { byClient, readSeries, rSeries, type Series } from "./series.ts";

type Partition = Extract<ChangePoints, { kind: "partition" }>;

/** When the level (or its spread) changed, every session a candidate. */
export const changePointsOf: ChangeAnalysis = {
  question: "When did the level change, and how often?",
  analyse: (columns, request) => {
    const { series, left } = readSeries(columns, request);
    const found = series.map((course) => ({ course, partition: partitionOf(course, request) }));
    const fitted = found.flatMap(({ course, partition }) =>
      partition?.kind === "partition" ? [{ course, partition }] : [],
    );
    if (fitted.length === 0)
      return { kind: "refused", reason: "change-points need values that vary, and there is no such course" };
    const without = found.flatMap(({ course, partition }) =>
      partition?.kind === "partition"
        ? []
        : [`${course.client || "the course"} is left out: too few values, or none that varies`],
    );
    return {
      kind: "done",
      left,
      notes: without,
      result: {
        terms: byClient(
          request,
          fitted.map(({ course, partition }) => ({
            client: course.client,
            terms: changepointTerms(partition),
          })),
        ),
        sentence: sentenceOf(fitted, request),
        table: modelTable(
          [
            request.client ?? "course",
            "from session",
            "to session",
            "n",
            "mean",
            "sd",
            "earliest",
            "latest",
            "gain",
          ],
          fitted.flatMap(({ course, partition }) => rowsOf(course, partition)),
        ),
        figure: () =>
          coursesFigure(
            "Where the level changed",
            request,
            fitted,
            [
              { kind: "level", words: "level" },
              { kind: "change", words: "where it may have changed" },
            ],
            ({ course, partition }) => panelOf(course, partition),
            ["A slow trend is read as stairs. Places within 3.84 of the best −2 log-likelihood are shaded."],
          ),
      },
    };
  },
  rProgram: (file, request) => {
    const { model, penalty, method, most, variance, scale, minimum } = request;
    const price =
      typeof penalty === "number" ? `penalty = "Manual", pen.value = ${penalty}` : `penalty = "${penalty}"`;
    const spread =
      scale === true || variance === "series"
        ? "x <- as.numeric(scale(x))"
        : variance === "moving-range"
          ? "x <- x / (mean(abs(diff(x))) / 1.128)"
          : `x <- x / sqrt(${variance})`;
    return rLines(
      "change",
      file,
      ["changepoint"],
      [
        ...rSeries(request, rText),
        ...(model === "mean" ? [`${spread}  # cpt.mean takes the variance to be 1`] : []),
        `fit <- cpt.${model}(x, method = "${method}", ${price}, Q = ${most}, minseglen = ${minimum ?? (model === "mean" ? 1 : 2)})`,
        "print(cpts(fit))",
        "print(param.est(fit))",
      ],
    );
  },
};

function partitionOf({ values }: Series, request: ChangeRequest): ChangePoints | undefined {
  const { penalty, method, most, scale, minimum } = request;
  const used = scale === true ? standardised(values) : values;
  const model = modelOf(used, request);
  if (model === undefined || used.length < 2) return undefined;
  const options = { model, penalty, ...(minimum === undefined ? {} : { minimumLength: minimum }) };
  if (method === "AMOC") return singleChangePoint(used, options);
  return method === "BinSeg" ? greedyChangePoints(used, options, most) : changePoints(used, options);
}

function modelOf(
  values: readonly number[],
  { model, variance, scale }: ChangeRequest,
): ChangePointOptions["model"] | undefined {
  if (model === "meanvar") return { kind: "mean-and-variance" };
  const known =
    scale === true
      ? 1
      : variance === "series"
        ? varianceOf(values)
        : variance === "moving-range"
          ? noiseVariance(values)
          : variance;
  return known === undefined || !(known > 0) ? undefined : { kind: "mean", variance: known };
}

function varianceOf(values: readonly number[]): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

function standardised(values: readonly number[]): readonly number[] {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(varianceOf(values));
  return values.map((value) => (deviation > 0 ? (value - centre) / deviation : 0));
}

function rowsOf({ client, sessions }: Series, { segments, changes }: Partition) {
  return segments.map(({ from, to, mean, variance }, i) => {
    const change = changes[i - 1];
    return [
      client || "1",
      sessions[from],
      sessions[to - 1],
      to - from,
      mean,
      Math.sqrt(variance),
      change === undefined ? null : sessions[change.earliest],
      change === undefined ? null : sessions[change.latest],
      change?.gain,
    ];
  });
}

function sentenceOf(
  fitted: readonly { readonly course: Series; readonly partition: Partition }[],
  request: ChangeRequest,
): string {
  const how = `${request.model === "mean" ? "change of mean" : "change of mean and variance"}, ${request.penalty === "BIC" || request.penalty === "MBIC" ? request.penalty : `penalty ${request.penalty}`}`;
  if (fitted.length > 1) {
    const changed = fitted.filter(({ partition }) => partition.changes.length > 0).length;
    return `Of ${counted(fitted.length, "course", "courses")} in ${request.value}, ${changed} changed level at least once (${how}).`;
  }
  const { course, partition } = fitted[0]!;
  if (partition.changes.length === 0)
    return `The level of ${request.value} did not change over ${counted(course.values.length, "value", "values")} (${how}).`;
  const told = partition.changes.map(
    ({ at, before, after, earliest, latest }) =>
      `at session ${course.sessions[at]} from ${number(before)} to ${number(after)} (it may lie from ${course.sessions[earliest]} to ${course.sessions[latest]})`,
  );
  return `The level of ${request.value} changed ${told.join(", and ")} (${how}).`;
}

function panelOf({ sessions, values }: Series, { segments, changes }: Partition) {
  const mean = (from: number, to: number) =>
    values.slice(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
  return {
    lines: segments.map(({ from, to }) => ({
      kind: "level" as const,
      from: { session: sessions[from]! - 0.4, value: mean(from, to) },
      to: { session: sessions[to - 1]! + 0.4, value: mean(from, to) },
    })),
    changes: changes.map(({ at, earliest, latest }) => ({
      at: sessions[at]!,
      earliest: sessions[earliest]!,
      latest: sessions[latest]!,
      hint: `the level changes at session ${sessions[at]}`,
    })),
  };
}
