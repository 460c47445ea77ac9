import { caterpillarChart } from "@concord/charts";
import {
  type FittedTruthAndBias,
  inTruthAndBiasTerms,
  type TruthAndBiasModel,
  truthAndBias,
} from "@concord/statistics/dyad";
import { type MultilevelFit, satterthwaite, waldInterval } from "@concord/statistics/multilevel";
import { type Outcome, percentOf } from "../analysis.ts";
import { english } from "../english.ts";
import { rColumn, rLines } from "../r-program/lines.ts";
import type { StudyResult } from "../study/study.ts";
import type { Columns } from "../table/cells.ts";
import { modelTable, type TablePart } from "../table/model-table.ts";
import { interval, number, probability, testStatistic } from "../text/apa.ts";
import type { DyadRequest } from "./request.ts";

export function truthModelOf({
  judgment,
  truth,
  bias,
  judge,
  target,
  within,
}: DyadRequest): TruthAndBiasModel {
  if (judgment === undefined || truth === undefined)
    throw new RangeError("truth and bias require two ratings: --judgment COLUMN --truth COLUMN");
  return {
    judgment,
    truth,
    ...(bias === undefined ? {} : { bias }),
    ...(judge === undefined ? {} : { judge }),
    ...(target === undefined ? {} : { target }),
    centre: within === true ? "judge" : "all",
  };
}

/** West and Kenny's model, with judges (or dyads) that differ. */
export function fitTruthAndBias(
  columns: Columns,
  model: TruthAndBiasModel,
  level: number,
): Outcome<StudyResult> {
  const fit = truthAndBias(model, columns, { level });
  if (fit.kind === "refused") return fit;
  const notes = [fit.levels, fit.forces].flatMap((own) =>
    own?.kind === "refused"
      ? [`no model with judges that differ: ${own.reason}`]
      : (own?.singular ?? []).map(
          ({ group, effect }) =>
            `a singular fit: ${group.replace(/[.]\d+$/, "")}s hardly differ in their ${NAMES[effect] ?? effect}`,
        ),
  );
  return {
    kind: "done",
    result: {
      terms: inTruthAndBiasTerms(fit, level),
      sentence: sentenceOf(fit, level),
      table: linesOf(fit, level),
      figure: () => figureOf(fit, level),
    },
    notes: [...new Set(notes)],
  };
}

const NAMES: Readonly<Record<string, string>> = {
  "(Intercept)": "directional bias",
  tc: "truth force",
  bc: "bias force",
  "tc:bc": "truth force by bias",
};

/** The fixed effects of the richest model that has a result. */
function forcesOf(fit: FittedTruthAndBias, level: number) {
  const own = [fit.forces, fit.levels].find((one) => one?.kind === "fitted");
  if (own?.kind !== "fitted")
    return fit.pooled.coefficients.map((one) => ({
      ...one,
      t: one.statistic,
      name: NAMES[one.name] ?? one.name,
    }));
  return satterthwaite(own).map((one) => ({
    ...one,
    ...waldInterval(one, level),
    name: NAMES[one.name] ?? one.name,
  }));
}

function linesOf(fit: FittedTruthAndBias, level: number): readonly TablePart[] {
  const table = (title: string, rows: readonly (readonly unknown[])[]) =>
    modelTable([title, "b", "SE", "t", "df", "p", "lower", "upper"], rows);
  const mixed = (title: string, own: MultilevelFit | null) =>
    own?.kind !== "fitted"
      ? []
      : [
          "",
          ...table(
            title,
            satterthwaite(own).map((one) => {
              const { lower, upper } = waldInterval(one, level);
              return [
                NAMES[one.name] ?? one.name,
                one.estimate,
                one.standardError,
                one.t,
                one.degreesOfFreedom,
                one.p,
                lower,
                upper,
              ];
            }),
          ),
          `SD between: ${own.components
            .map(({ group, first, second, deviation }) =>
              second === undefined
                ? `${group}${first === undefined ? "" : ` ${NAMES[first] ?? first}`} ${number(deviation, 3)}`
                : "",
            )
            .filter((text) => text !== "")
            .join(", ")}`,
        ];
  return [
    ...table(
      "rows as independent",
      fit.pooled.coefficients.map((one) => [
        NAMES[one.name] ?? one.name,
        one.estimate,
        one.standardError,
        one.statistic,
        one.degreesOfFreedom,
        one.p,
        one.lower,
        one.upper,
      ]),
    ),
    ...mixed("judges differ in level", fit.levels),
    ...mixed("judges differ in level and forces", fit.forces),
    ...(fit.judges.length === 0
      ? []
      : [
          "",
          ...modelTable(
            ["each judge, drawn towards all", "directional bias", "±", "truth force", "±", "bias force"],
            fit.judges
              .slice(0, 40)
              .map((one) => [
                one.judge,
                one.directionalBias.estimate,
                one.directionalBias.deviation,
                one.truthForce.estimate,
                one.truthForce.deviation,
                one.biasForce?.estimate ?? null,
              ]),
          ),
          ...(fit.judges.length > 40 ? [`and ${fit.judges.length - 40} more; --json has them all`] : []),
        ]),
  ];
}

function sentenceOf(fit: FittedTruthAndBias, level: number): string {
  const said = forcesOf(fit, level).map(
    (one) =>
      `${one.name} b = ${number(one.estimate)}, ${interval(one.lower, one.upper, level)}, ${testStatistic(one.t, one.degreesOfFreedom)}, ${probability(one.p)}`,
  );
  const { judgment, truth, centre } = fit.model;
  const origin = centre === "judge" ? "each one's own mean" : "the mean";
  return `${judgment} against ${truth}, counted from ${origin} of ${truth}: ${said.join("; ")}.`;
}

function figureOf(fit: FittedTruthAndBias, level: number): string {
  const reach = waldInterval({ name: "", estimate: 0, standardError: 1, t: 0 }, level).upper;
  const rows = [...fit.judges].sort((a, b) => a.truthForce.estimate - b.truthForce.estimate);
  const whole = forcesOf(fit, level);
  return caterpillarChart(
    rows.length > 0
      ? {
          title: `How closely ${fit.model.judgment} follows ${fit.model.truth}`,
          axis: { label: "Truth force, drawn towards all", spacing: "linear", reference: 0 },
          rowHeading: fit.model.judge ?? "Judge",
          estimateHeading: `b [${percentOf(level)}% CI]`,
          rows: rows.map(({ judge, truthForce: { estimate, deviation } }) => ({
            kind: "shown",
            label: judge,
            effect: { estimate, lower: estimate - reach * deviation, upper: estimate + reach * deviation },
          })),
        }
      : {
          title: `What draws ${fit.model.judgment}`,
          axis: { label: "b", spacing: "linear", reference: 0 },
          rowHeading: "Force",
          estimateHeading: `b [${percentOf(level)}% CI]`,
          rows: whole.map(({ name, estimate, lower, upper }) => ({
            kind: "shown",
            label: name,
            effect: { estimate, lower, upper },
          })),
        },
    { messages: english, standalone: true },
  );
}

export function truthAndBiasRProgram(file: string, model: TruthAndBiasModel): string {
  const { judgment, truth, bias, judge, target, centre } = model;
  const fixed = bias === undefined ? "tc" : "tc + bc";
  const targets = target === undefined ? "" : " + (1 | target)";
  const varying =
    centre === "judge"
      ? `(1 + ${fixed} | judge)`
      : ["(1 | judge)", "(0 + tc | judge)", ...(bias === undefined ? [] : ["(0 + bc | judge)"])].join(" + ");
  const parts = [
    `j = ${rColumn(judgment)}`,
    `t = ${rColumn(truth)}`,
    ...(bias === undefined ? [] : [`b = ${rColumn(bias)}`]),
    ...(judge === undefined ? [] : [`judge = factor(${rColumn(judge)})`]),
    ...(target === undefined ? [] : [`target = factor(${rColumn(target)})`]),
  ];
  return rLines("dyad", file, judge === undefined ? [] : ["lmerTest"], [
    `d <- na.omit(data.frame(${parts.join(", ")}))`,
    centre === "judge" ? "origin <- ave(d$t, d$judge)" : "origin <- mean(d$t)",
    "d$jc <- d$j - origin; d$tc <- d$t - origin",
    ...(bias === undefined ? [] : ["d$bc <- d$b - mean(d$b)"]),
    `print(summary(lm(jc ~ ${fixed}, d)))`,
    ...(judge === undefined
      ? []
      : [
          `print(summary(lmer(jc ~ ${fixed} + (1 | judge)${targets}, d)))`,
          `m <- lmer(jc ~ ${fixed} + ${varying}${targets}, d)`,
          "print(summary(m))",
          "print(head(coef(m)$judge))",
        ]),
  ]);
}
