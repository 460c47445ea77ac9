import type { CurveExtremum, SignificanceRegion, SimpleSlope } from "@concord/statistics/moderation";
import type { FittedLinearModel } from "@concord/statistics/regression";
import { modelTable, type TablePart, testedCells, testedTitles } from "../table/model-table.ts";
import { number } from "../text/apa.ts";
import type { ModerateRequest, ModerateResult } from "./request.ts";
import { extremumWords } from "./sentence.ts";

export function moderateTable(result: ModerateResult, request: ModerateRequest): readonly TablePart[] {
  const model = coefficientLines(result.fit.fit);
  switch (result.kind) {
    case "linear":
      return [
        ...model,
        "",
        ...result.fit.effects.flatMap(({ predictor, probes, region, rowsSignificant }) => [
          ...probes.flatMap(({ choice, slopes }) => [
            ...slopeLines(`effect of ${predictor} at ${request.w} (${choice})`, slopes),
            "",
          ]),
          ...(region === null ? [] : [regionWords(region, request, rowsSignificant, predictor), ""]),
        ]),
      ];
    case "quadratic":
      return [
        ...model,
        "",
        ...slopeLines(`effect of ${request.x} at ${request.w}`, [
          ...result.fit.slopes,
          result.fit.slopeAtExtremum,
        ]),
        "",
        ...extremumLines(result.fit.extremum, request.w ?? request.x),
        ...(result.fit.bounds.length === 0
          ? []
          : [
              `The effect crosses the bound of significance at ${request.w} = ${result.fit.bounds.map((one) => number(one)).join(", ")}.`,
            ]),
      ];
    case "curve":
      return [...model, "", ...extremumLines(result.fit.extremum, request.x)];
  }
}

function coefficientLines(fit: FittedLinearModel): readonly TablePart[] {
  return modelTable(
    [`${fit.response} on`, ...testedTitles],
    fit.coefficients.map((one) => [one.name, ...testedCells(one)]),
  );
}

function slopeLines(title: string, slopes: readonly SimpleSlope[]): readonly TablePart[] {
  return modelTable(
    [title, ...testedTitles],
    slopes.map(({ at, effect }) => [
      typeof at === "number" ? Number(at.toPrecision(6)) : at,
      ...testedCells(effect),
    ]),
  );
}

/** Johnson and Neyman in a sentence. */
export function regionWords(
  { bounds, significant }: SignificanceRegion,
  { w }: ModerateRequest,
  rows: number | null,
  x: string,
): string {
  const share = rows === null ? "" : ` (${number(rows, 0)}% of the rows)`;
  if (significant === "everywhere") return `The effect of ${x} is significant at every value of ${w}.`;
  if (significant === "not defined")
    return `Where along ${w} the effect of ${x} is significant cannot be told: it has no robust standard error.`;
  if (significant === "nowhere") return `The effect of ${x} is significant at no value of ${w}.`;
  const [low, high] = bounds.map((bound) => number(bound));
  return significant === "inside"
    ? `The effect of ${x} is significant where ${w} lies between ${low} and ${high}${share}.`
    : `The effect of ${x} is significant where ${w} lies below ${low} or above ${high}${share}.`;
}

function extremumLines(extremum: CurveExtremum, along: string): readonly TablePart[] {
  const { slopes } = extremum;
  return [
    extremumWords(extremum, along),
    "",
    ...modelTable(
      [`slope at an end of ${along}`, "slope", "SE", "t", "p (one-sided)"],
      [slopes.atLowest, slopes.atHighest].map((end) => [end.at, end.slope, end.standardError, end.t, end.p]),
    ),
  ];
}
