import { surfaceChart } from "@concord/charts";
import { type FittedSurface, inSurfaceTerms, responseSurface } from "@concord/statistics/dyad";
import type { Outcome } from "../analysis.ts";
import { english } from "../english.ts";
import { rLines, rName } from "../r-program/lines.ts";
import type { StudyResult } from "../study/study.ts";
import type { Columns } from "../table/cells.ts";
import { modelTable, type TablePart, testedCells, testedTitles } from "../table/model-table.ts";
import { fStatistic, interval, number, probability } from "../text/apa.ts";
import type { DyadRequest } from "./request.ts";

/** Polynomial regression on two ratings, read as a surface. */
export function fitSurface(columns: Columns, request: DyadRequest): Outcome<StudyResult> {
  const { x, y, outcome } = namesOf(request);
  const surface = responseSurface(
    {
      outcome,
      x,
      y,
      ...(request.covariates === undefined ? {} : { covariates: request.covariates }),
      ...(request.centre === undefined ? {} : { centre: request.centre }),
    },
    columns,
    { level: request.confidenceLevel },
  );
  if (surface.kind === "refused") return surface;
  return {
    kind: "done",
    result: {
      terms: inSurfaceTerms(surface),
      sentence: sentenceOf(surface, request),
      table: linesOf(surface),
      figure: () => figureOf(surface, columns, request),
    },
    notes: [
      ...(request.centre === undefined
        ? [
            "ratings are taken as they are: a1 and a3 then hold at nought on both scales; --centre counts from a point of yours",
          ]
        : []),
    ],
  };
}

function namesOf({ x, y, outcome }: DyadRequest) {
  if (x?.length !== 1 || y?.length !== 1 || outcome === undefined)
    throw new RangeError(
      "a surface requires both ratings and an outcome: --x COLUMN --y COLUMN --outcome COLUMN",
    );
  return { x: x[0]!, y: y[0]!, outcome };
}

const MEANINGS = {
  a1: "slope where both agree",
  a2: "curvature where both agree",
  a3: "slope as the first passes the second",
  a4: "curvature as they part",
  a5: "curvature of the first beyond the second",
} as const;

function linesOf({ fit, lines, axes, agreement }: FittedSurface): readonly TablePart[] {
  const row = (one: (typeof lines)[number], meaning = "") => [one.name, ...testedCells(one), meaning];
  return [
    ...modelTable(
      [`${fit.response} on`, ...testedTitles, ""],
      fit.coefficients.map((one) => row(one)),
    ),
    "",
    ...modelTable(
      ["line", "value", "SE", "t", "p", "lower", "upper", ""],
      lines.map((line) => row(line, MEANINGS[line.name as keyof typeof MEANINGS])),
    ),
    "",
    ...modelTable(
      ["axes", "value", "SE", "lower", "upper"],
      Object.values(axes).map((one) => [one.name, one.estimate, one.standardError, one.lower, one.upper]),
    ),
    "",
    `Half a standard deviation apart: the first higher in ${number(agreement.higher, 0)}% of rows, the second in ${number(agreement.lower, 0)}%, neither in ${number(agreement.equal, 0)}%.`,
  ];
}

function sentenceOf({ fit, lines, axes, curvature }: FittedSurface, request: DyadRequest): string {
  const { x, y, outcome } = namesOf(request);
  const said = lines
    .map(
      (line) =>
        `${line.name} = ${number(line.estimate)}, ${interval(line.lower, line.upper, request.confidenceLevel)}`,
    )
    .join("; ");
  return `${outcome} by ${x} and ${y}: R² = ${number(fit.rSquared, 3).replace("0.", ".")}, curved terms ${fStatistic(curvature.statistic, curvature.numeratorDegreesOfFreedom, curvature.denominatorDegreesOfFreedom)}, ${probability(curvature.p)}. ${said}. ${verdict(lines, axes)}`;
}

/**
 * Congruence asks for four things at once; what is missing is named. Where agreement goes with the lowest outcome the
 * surface is the mirrored one, and its second axis stands where the first would.
 */
function verdict(lines: FittedSurface["lines"], axes: FittedSurface["axes"]): string {
  const [, , a3, a4] = lines as readonly FittedSurface["lines"][number][];
  const holds = (one: { readonly lower: number; readonly upper: number }, value: number) =>
    one.lower <= value && one.upper >= value;
  const isPeak = a4!.estimate < 0;
  const [order, slope, intercept] = isPeak
    ? ["first", axes.firstSlope, axes.firstIntercept]
    : (["second", axes.secondSlope, axes.secondIntercept] as const);
  const missing = [
    ...(holds(a4!, 0) ? ["a4 is not clearly other than 0"] : []),
    ...(holds(a3!, 0) ? [] : ["a3 is other than 0: the direction of the difference matters"]),
    ...(holds(slope, 1) ? [] : [`the ${order} principal axis is turned away from agreement (${slope.name})`]),
    ...(holds(intercept, 0)
      ? []
      : [`the ${order} principal axis is moved away from agreement (${intercept.name})`]),
  ];
  return missing.length === 0
    ? `Nothing speaks against an effect of congruence: the outcome is ${isPeak ? "highest" : "lowest"} where both agree.`
    : `That is no effect of congruence in the strict sense: ${missing.join("; ")}.`;
}

function figureOf(
  { fit, axes, centre, range }: FittedSurface,
  columns: Columns,
  request: DyadRequest,
): string {
  const { x, y, outcome } = namesOf(request);
  const b = ["(Intercept)", rName(x), rName(y), "x2", "xy", "y2"].map(
    (name, i) => fit.coefficients.find((one) => one.name === name)?.estimate ?? fit.coefficients[i]!.estimate,
  );
  const [low, high] = [range.low + centre, range.high + centre];
  const steps = Array.from({ length: 29 }, (_, i) => low + ((high - low) * i) / 28);
  // Covariates stand at their mean, so that the height of the surface is that of an average row.
  const level = averageOf(fit) - averageSurface(fit, b);
  const height = (u: number, v: number) => {
    const [p, q] = [u - centre, v - centre];
    return level + b[1]! * p + b[2]! * q + b[3]! * p * p + b[4]! * p * q + b[5]! * q * q;
  };
  const finite = [axes.stationaryX, axes.stationaryY, axes.firstSlope, axes.firstIntercept].every(
    ({ estimate }) => Number.isFinite(estimate),
  );
  return surfaceChart(
    {
      title: `${outcome} by ${x} and ${y}`,
      xLabel: x,
      yLabel: y,
      outcome,
      low,
      high,
      centre,
      grid: steps.map((v) => steps.map((u) => height(u, v))),
      points: fit.design.kept.map((row) => ({ x: Number(columns[x]![row]), y: Number(columns[y]![row]) })),
      stationary: finite
        ? { x: axes.stationaryX.estimate + centre, y: axes.stationaryY.estimate + centre }
        : null,
      firstAxis: finite
        ? {
            intercept: axes.firstIntercept.estimate + centre - axes.firstSlope.estimate * centre,
            slope: axes.firstSlope.estimate,
          }
        : null,
      notes: [],
    },
    { messages: english, standalone: true },
  );
}

function averageOf({ values }: FittedSurface["fit"]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The mean of the five terms over the rows. */
function averageSurface({ design }: FittedSurface["fit"], b: readonly number[]): number {
  const { rows, columns, values } = design.matrix;
  const places = [1, 2, ...["x2", "xy", "y2"].map((name) => design.names.indexOf(name))];
  let total = 0;
  for (let i = 0; i < rows; i++) {
    places.forEach((place, k) => {
      total += b[k + 1]! * values[i * columns + place]!;
    });
  }
  return total / rows;
}

export function surfaceRProgram(file: string, request: DyadRequest): string {
  const { x, y, outcome } = namesOf(request);
  const [a, b] = [rName(x), rName(y)];
  const others = (request.covariates ?? []).map((term) => ` + ${term}`).join("");
  const point = request.centre === "grand mean" ? `mean(c(dat$${a}, dat$${b}))` : String(request.centre ?? 0);
  return rLines(
    "dyad",
    file,
    [],
    [
      `dat <- dat[complete.cases(dat[, c(${[x, y, outcome].map((name) => JSON.stringify(name)).join(", ")})]), ]`,
      `point <- ${point}`,
      `dat$${a} <- dat$${a} - point; dat$${b} <- dat$${b} - point`,
      `dat <- transform(dat, x2 = ${a}^2, xy = ${a} * ${b}, y2 = ${b}^2)`,
      `f <- lm(${rName(outcome)} ~ ${a} + ${b} + x2 + xy + y2${others}, dat)`,
      "print(summary(f))",
      `print(anova(lm(${rName(outcome)} ~ ${a} + ${b}${others}, dat), f))`,
      "b <- coef(f)[2:3]; b <- c(b, coef(f)[c('x2', 'xy', 'y2')]); V <- vcov(f)[names(b), names(b)]",
      "K <- rbind(a1 = c(1, 1, 0, 0, 0), a2 = c(0, 0, 1, 1, 1), a3 = c(1, -1, 0, 0, 0), a4 = c(0, 0, 1, -1, 1), a5 = c(0, 0, 1, 0, -1))",
      "print(cbind(value = drop(K %*% b), se = sqrt(diag(K %*% V %*% t(K)))))",
    ],
  );
}
