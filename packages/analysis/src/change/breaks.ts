import { type LeastSquaresBreaks, leastSquaresBreaks, strucchangeTerms } from "@concord/statistics/change";
import { rLines, rText } from "../r-program/lines.ts";
import { modelTable } from "../table/model-table.ts";
import { counted } from "../text/apa.ts";
import type { ChangeAnalysis } from "./change-analysis.ts";
import { coursesFigure } from "./figure.ts";
import { byClient, readSeries, rSeries, type Series } from "./series.ts";

type Found = Extract<LeastSquaresBreaks, { kind: "breaks" }>;

/** strucchange's share of the course unless said. */
const usual = 0.15;

/** How many breaks the level has, the spread around it being estimated as well. */
export const breaks: ChangeAnalysis = {
  question: "How many breaks does the level have, by BIC?",
  analyse: (columns, request) => {
    const { series, left } = readSeries(columns, request);
    const minimumLength = request.minimum ?? usual;
    const fitted = series.flatMap((course) => {
      const found = leastSquaresBreaks(course.values, { minimumLength });
      return found.kind === "breaks" ? [{ course, found }] : [];
    });
    if (fitted.length === 0)
      return {
        kind: "refused",
        reason:
          "breaks need three or more values that vary and fit the shortest segment, and there is no such course",
      };
    const broken = fitted.filter(({ found }) => found.chosen.starts.length > 0).length;
    return {
      kind: "done",
      left,
      ...(fitted.length < series.length
        ? {
            notes: [
              `${counted(series.length - fitted.length, "course is", "courses are")} too short or without spread`,
            ],
          }
        : {}),
      result: {
        terms: byClient(
          request,
          fitted.map(({ course, found }) => ({ client: course.client, terms: strucchangeTerms(found) })),
        ),
        sentence: `Of ${counted(fitted.length, "course", "courses")} in ${request.value}, ${broken} ${broken === 1 ? "has" : "have"} a break by BIC (least squares, segments of at least ${minimumLength < 1 ? `${100 * minimumLength}% of the course` : minimumLength}).`,
        table: modelTable(
          [request.client ?? "course", "n", "breaks", "at session", "BIC", "BIC without"],
          fitted.map(({ course, found }) => rowOf(course, found)),
        ),
        figure: () =>
          coursesFigure(
            "Breaks of the level",
            request,
            fitted,
            [{ kind: "level", words: "level" }],
            ({ course, found }) => panelOf(course, found),
          ),
      },
    };
  },
  rProgram: (file, request) => {
    const { minimum = usual } = request;
    const shortest = minimum < 1 ? `max(2, floor(${minimum} * length(x)))` : Math.ceil(minimum);
    return rLines(
      "change",
      file,
      ["strucchange"],
      [...rSeries(request, rText), `fit <- breakpoints(x ~ 1, h = ${shortest})`, "print(summary(fit))"],
    );
  },
};

function rowOf({ client, values, sessions }: Series, { byCount, chosen }: Found): readonly unknown[] {
  const places = chosen.starts.map((start) => sessions[start]).join(" ");
  return [client || "1", values.length, chosen.starts.length, places || null, chosen.bic, byCount[0]!.bic];
}

function panelOf({ sessions, values }: Series, { chosen }: Found) {
  const edges = [0, ...chosen.starts, values.length];
  return {
    lines: edges.slice(1).map((to, i) => {
      const part = values.slice(edges[i], to);
      const value = part.reduce((sum, one) => sum + one, 0) / part.length;
      return {
        kind: "level" as const,
        from: { session: sessions[edges[i]!]! - 0.4, value },
        to: { session: sessions[to - 1]! + 0.4, value },
      };
    }),
  };
}
