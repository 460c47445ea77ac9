import {
  changePrecision,
  type Stability,
  type SuddenGainCriteria,
  type SuddenGains,
  suddenGains,
  suddenGainTerms,
} from "@concord/statistics/change";
import { rLines, rText } from "../r-program/lines.ts";
import { RequestRefused } from "../refusal.ts";
import { modelTable } from "../table/model-table.ts";
import { counted, number } from "../text/apa.ts";
import type { ChangeAnalysis } from "./change-analysis.ts";
import { coursesFigure } from "./figure.ts";
import { betterOf } from "./phases.ts";
import type { ChangeRequest } from "./request.ts";
import { readSeries, rOnly, type Series } from "./series.ts";

interface Judged {
  readonly course: Series;
  /** The session of the first place of the grid. */
  readonly first: number;
  readonly found: SuddenGains;
}

/** Large and lasting steps from one session to the next. */
export const suddenGainsOf: ChangeAnalysis = {
  question: "Were there large and lasting gains from one session to the next?",
  analyse: (columns, request) => {
    const { series, left } = readSeries(columns, request);
    const criteria = criteriaOf(request, series);
    const judged = series.map((course) => judgedOf(course, criteria));
    if (judged.every(({ found }) => found.judged === 0))
      return {
        kind: "refused",
        reason: "sudden gains need two of three values before and after a step, and no course has them",
      };
    // The terms count places of the grid, which begin with the first session of the file.
    const origin = Math.min(...judged.map(({ first }) => first));
    const terms = suddenGainTerms(
      judged.map(({ course, first, found }) => ({
        id: course.client || "1",
        found: { ...found, gains: found.gains.map((gain) => ({ ...gain, at: gain.at + first - origin })) },
      })),
    );
    return {
      kind: "done",
      left,
      result: {
        terms,
        sentence: sentenceOf(terms.describe, criteria, request),
        table:
          terms.bysg.id.length === 0
            ? ["No step meets the criteria."]
            : modelTable(
                [
                  request.client ?? "course",
                  "after session",
                  "magnitude",
                  "share of change",
                  "reversal at",
                  "reversed",
                ],
                judged.flatMap(({ course, first, found }) =>
                  found.gains.map((gain) => [
                    course.client || "1",
                    first + gain.at,
                    gain.magnitude,
                    gain.shareOfChange,
                    gain.reversalValue,
                    gain.reversed,
                  ]),
                ),
              ),
        figure: () =>
          coursesFigure(
            request.losses === true ? "Sudden losses" : "Sudden gains",
            request,
            judged.filter(({ found }) => found.gains.length > 0),
            [{ kind: "mark", words: "the session after the step" }],
            ({ first, found }) => ({
              marks: found.gains.map(({ at, after, magnitude }) => ({
                session: first + at + 1,
                value: after,
                hint: `a step of ${number(magnitude)} to session ${first + at + 1}`,
              })),
            }),
            ["Gradual courses meet these criteria often by chance: a place to look, not an event proved."],
          ),
      },
    };
  },
  rProgram: (file, request) => {
    const { client = "client", session = "session", value = "value", share, alpha, losses, points } = request;
    const wide = `reshape(dat[, c(${[client, session, value].map(rText).join(", ")})], idvar = ${rText(client)}, timevar = ${rText(session)}, direction = "wide")`;
    const sign = losses === true ? "-" : "";
    return rLines(
      "change",
      file,
      ["suddengains"],
      [
        ...rOnly(request, rText),
        `dat <- dat[order(dat[[${rText(session)}]]), ]`,
        ...(betterOf(request) === "higher"
          ? [`dat[[${rText(value)}]] <- -dat[[${rText(value)}]]  # suddengains takes lower for better`]
          : []),
        `wide <- ${wide}`,
        "steps <- names(wide)[-1]",
        `sg <- create_bysg(wide, sg_crit1_cutoff = ${points === undefined ? "NULL  # or the points of a reliable change" : `${sign}${points}`},`,
        `  sg_crit2_pct = ${share === 0 ? "NULL" : share}, sg_crit3 = ${request.stability === "none" ? "FALSE" : "TRUE"}, sg_crit3_alpha = ${alpha},`,
        `  id_var_name = ${rText(client)}, sg_var_list = steps, tx_start_var_name = steps[1], tx_end_var_name = steps[length(steps)],`,
        `  sg_measure_name = "y", identify = "${losses === true ? "sl" : "sg"}")`,
        'print(describe_sg(sg, sg_data_structure = "bysg"))',
        ...(request.stability === "pooled" || request.stability === "none"
          ? []
          : ["# suddengains has the pooled reading of the third criterion only"]),
      ],
    );
  },
};

function criteriaOf(request: ChangeRequest, series: readonly Series[]): SuddenGainCriteria {
  return {
    better: betterOf(request),
    direction: request.losses === true ? "loss" : "gain",
    points: request.points === 0 ? null : (request.points ?? reliablePoints(request, series)),
    share: request.share === 0 ? null : request.share,
    stability: stabilityOf(request),
  };
}

/** The points of a reliable change, from the spread of the first values. */
function reliablePoints({ reliability, sd }: ChangeRequest, series: readonly Series[]): number {
  if (reliability === undefined)
    throw new RequestRefused(
      "sudden-gains needs its first criterion: --points 7, or --reliability .9 for a reliable change, or --points 0 for none.",
    );
  const firsts = series.map(({ values }) => values[0]!);
  if (sd === undefined && firsts.every((value) => value === firsts[0]))
    throw new RequestRefused(
      firsts.length < 2
        ? "One course alone has no spread of first values: give --sd of a norm, or --points."
        : `All ${firsts.length} courses begin with the same value (${firsts[0]}), so a reliable change cannot be computed from them: give --sd of a norm, or --points.`,
    );
  const centre = firsts.reduce((sum, value) => sum + value, 0) / firsts.length;
  const spread = Math.sqrt(
    firsts.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (firsts.length - 1),
  );
  return changePrecision(sd ?? spread, reliability).criterion;
}

function stabilityOf({ stability, alpha }: ChangeRequest): Stability {
  switch (stability) {
    case "pooled":
      return { kind: "pooled-deviation", alpha };
    case "t-test":
      return { kind: "t-test", alpha };
    case "kept":
      return { kind: "kept", share: 0.5 };
    case "series":
      return { kind: "series-deviation", deviations: 1.5 };
    case "none":
      return { kind: "none" };
  }
}

/** Sessions that are whole numbers stand on a grid, so that a missing one is a gap; others in their order. */
function judgedOf(course: Series, criteria: SuddenGainCriteria): Judged {
  const { sessions, values } = course;
  const first = sessions[0] ?? 1;
  const isGrid =
    sessions.every((session) => Number.isSafeInteger(session)) && sessions.at(-1)! - first < 10_000;
  if (!isGrid) return { course, first: 1, found: suddenGains(values, criteria) };
  const places = new Map(sessions.map((session, i) => [session - first, values[i]!]));
  const grid = Array.from({ length: sessions.at(-1)! - first + 1 }, (_, at) => places.get(at) ?? null);
  return { course, first, found: suddenGains(grid, criteria) };
}

function sentenceOf(
  describe: ReturnType<typeof suddenGainTerms>["describe"],
  { points, share }: SuddenGainCriteria,
  request: ChangeRequest,
): string {
  const what = request.losses === true ? ["sudden loss", "sudden losses"] : ["sudden gain", "sudden gains"];
  const criteria = [
    ...(points === null ? [] : [`at least ${number(points)} points`]),
    ...(share === null ? [] : [`at least ${number(100 * share, 0)}% of the value before`]),
    ...(request.stability === "none" ? [] : [`lasting (${request.stability})`]),
  ];
  const size =
    describe.sg_magnitude_m === null
      ? ""
      : `, of ${number(describe.sg_magnitude_m)} points on average${describe.sg_magnitude_sd === null ? "" : ` (SD = ${number(describe.sg_magnitude_sd)})`}`;
  return `${counted(describe.sg_n, "person", "people")} of ${describe.total_n} had ${counted(describe.sg_total_n, what[0]!, what[1]!)}${size}; ${describe.sg_reversal_n} ${describe.sg_reversal_n === 1 ? "was" : "were"} later reversed (criteria: ${criteria.join(", ")}).`;
}
