import {
  type Bounds,
  baujatPlot,
  bubblePlot,
  cumulativePlot,
  type EffectAxis,
  type ForestGroup,
  type ForestRow,
  forestPlot,
  funnelPlot,
  type IntervalEstimate,
  influencePlot,
  type PooledRow,
  radialPlot,
} from "@concord/charts";
import { readScales } from "@concord/evidence/pooled-mean";
import { MEASURES, type Measure, type MeasureDefinition } from "@concord/statistics/effect-size";
import {
  asymmetryTest,
  cumulative,
  type FittedMetaAnalysis,
  influence,
  leaveOneOut,
  metaAnalysis,
  type Prediction,
  predictAt,
  subgroupAnalysis,
  trimAndFill,
} from "@concord/statistics/meta-analysis";
import { english } from "../english.ts";
import { noResult } from "../refusal.ts";
import type { TableEffects } from "./effects.ts";
import { type TableFit, tableFit } from "./fit.ts";
import type { TableAnalysis } from "./request.ts";
import type { SynthesizeResult } from "./result.ts";
import { meanOf } from "./terms.ts";

export interface DrawnFigure {
  readonly name: string;
  readonly svg: string;
}

/** Returns every figure of a result. Throws RequestRefused where the table has no fit to draw. */
export function synthesizeFigures({ table, model, analyses }: SynthesizeResult): readonly DrawnFigure[] {
  const fitted = tableFit(table, model);
  if (fitted.kind === "refused") throw noResult(fitted.reason);
  return figuresOf(
    table,
    fitted,
    analyses.map(({ analysis }) => analysis),
  );
}

/** The figures of a table: a forest and a funnel, and what belongs to each analysis that was asked for. */
function figuresOf(
  table: TableEffects,
  fitted: TableFit,
  analyses: readonly TableAnalysis[],
): readonly DrawnFigure[] {
  const scale = axisOf(table.measure);
  const has = (kind: TableAnalysis["kind"]) => analyses.some((analysis) => analysis.kind === kind);
  const figures: DrawnFigure[] = [{ name: "forest", svg: forest(table, fitted, scale, analyses) }];
  if (!fitted.fit.interceptOnly) {
    const bubble = bubbleFigure(table, fitted, scale);
    return bubble === null ? figures : [...figures, { name: "bubble", svg: bubble }];
  }
  figures.push({ name: "funnel", svg: funnel(fitted, scale, analyses) });
  if (fitted.kind === "multilevel") return figures;
  const { fit } = fitted;
  if (fit.effects.length > 1) figures.push({ name: "radial", svg: radial(fitted, scale) });
  if (has("influence") && fit.effects.length > 2) {
    figures.push({ name: "influence", svg: influences(fitted, scale) });
    const svg = baujat(fitted, fit);
    if (svg !== null) figures.push({ name: "baujat", svg });
  }
  if (has("cumul")) figures.push({ name: "cumulative", svg: cumulatives(table, fitted, scale, analyses) });
  return figures;
}

function forest(
  table: TableEffects,
  fitted: TableFit,
  scale: FigureScale,
  analyses: readonly TableAnalysis[],
): string {
  const { fit, used } = fitted;
  const weights =
    fitted.kind === "plain"
      ? fitted.fit.weights
      : fitted.fit.effects.map(
          ({ variance }) =>
            1 / (variance + fitted.fit.components.reduce((sum, component) => sum + component.variance, 0)),
        );
  const row = (i: number): ForestRow => ({
    kind: "effect",
    label: used[i]!.label,
    effect: scale.interval(used[i]!.estimate, Math.sqrt(used[i]!.variance)),
    weight: weights[i]!,
  });
  const by = analyses.find((analysis) => analysis.kind === "subgroups")?.by;
  const rows = used.map((_, i) => row(i));
  const absent: readonly ForestRow[] = table.left.map(({ label, reason }) => ({
    kind: "absent",
    label,
    reason,
  }));
  const groups: readonly ForestGroup[] =
    by === undefined || fitted.kind === "multilevel"
      ? [{ heading: null, rows: [...rows, ...absent] }]
      : grouped(table, fitted.fit, used, by, scale, row);
  const mean = fit.interceptOnly ? [pooledRow(fitted, scale)] : [];
  const isUnnamed = used.every((effect) => effect.label === String(effect.row + 1));
  return forestPlot(
    {
      title: "Effects and their mean",
      axis: scale.axis,
      rowHeading: isUnnamed ? "Row of the table" : "Study",
      estimateHeading: `${scale.name} [95% CI]`,
      groups,
      overall: mean,
    },
    { messages: english, standalone: true },
  );
}

function grouped(
  table: TableEffects,
  fit: FittedMetaAnalysis,
  used: TableFit["used"],
  by: string,
  scale: FigureScale,
  row: (i: number) => ForestRow,
): readonly ForestGroup[] {
  const labels = used.map((effect) => String(table.frame[by]?.[effect.row] ?? ""));
  const { levels, separate } = subgroupAnalysis(fit.effects, labels, fit.model);
  return levels.map((level, at) => {
    const own = separate[at]!;
    return {
      heading: `${by}: ${level}`,
      rows: labels.flatMap((label, i) => (label === level ? [row(i)] : [])),
      ...(own.kind === "fitted"
        ? { pooled: [{ label: "Mean of the group", effect: scale.read(predictAt(own, [1])) }] }
        : {}),
    };
  });
}

function pooledRow(fitted: TableFit, scale: FigureScale): PooledRow {
  const mean = meanOf(fitted);
  return {
    label: "Pooled mean",
    effect: scale.read(mean),
    prediction:
      mean.newStudy === undefined
        ? null
        : { label: "Prediction interval", bounds: scale.bounds(mean.newStudy) },
  };
}

/** How effects of a measure are drawn: the axis, and the way from the scale of pooling to it. */
export interface FigureScale {
  readonly axis: EffectAxis;
  /** The short name beside the numbers: r, g, OR. */
  readonly name: string;
  readonly back: (value: number) => number;
  /** An effect with its own 95% interval. */
  readonly interval: (estimate: number, standardError: number) => IntervalEstimate;
  readonly read: (prediction: Pick<Prediction, "estimate" | "lower" | "upper">) => IntervalEstimate;
  readonly bounds: (bounds: Bounds) => Bounds;
}

const normal = 1.959963984540054;

/** Correlations are laid out by Fisher's z, ratios by their logarithm; everything else on the scale of pooling. */
export function axisOf(measure: Measure): FigureScale {
  const definition: MeasureDefinition = MEASURES[measure];
  const isFisher = measure === "ZCOR" || measure === "ZPCOR";
  const isRatio = ["OR", "RR", "PETO", "ROM"].includes(measure);
  const back = isFisher || isRatio ? (definition.back ?? same) : same;
  const name = isFisher || isRatio || definition.back === undefined ? readScales[measure] : definition.name;
  const axis: EffectAxis = {
    label: isFisher
      ? "Correlation r"
      : isRatio
        ? `${ratioNames[measure] ?? "Ratio"}, log scale`
        : capital(definition.name),
    spacing: isFisher ? "fisher" : isRatio ? "logarithmic" : "linear",
    reference: isRatio ? 1 : noReference.has(measure) ? null : 0,
    zero: readScales[measure] === "r" ? "bare" : "written",
  };
  const read = ({ estimate, lower, upper }: Pick<Prediction, "estimate" | "lower" | "upper">) => ({
    estimate: back(estimate),
    lower: back(lower),
    upper: back(upper),
  });
  return {
    axis,
    name,
    back,
    interval: (estimate, standardError) =>
      read({
        estimate,
        lower: estimate - normal * standardError,
        upper: estimate + normal * standardError,
      }),
    read,
    bounds: ({ lower, upper }) => ({ lower: back(lower), upper: back(upper) }),
  };
}

const ratioNames: Readonly<Partial<Record<Measure, string>>> = {
  OR: "Odds ratio",
  PETO: "Odds ratio (Peto)",
  RR: "Risk ratio",
  ROM: "Ratio of means",
};

const noReference: ReadonlySet<Measure> = new Set(["PR", "PLN", "PAS", "PFT", "ARAW", "AHW", "ABT"]);

const same = (value: number): number => value;

const capital = (words: string): string => words[0]!.toUpperCase() + words.slice(1);

/** Effects against the one numeric moderator, where that is what the model has. */
export function bubbleFigure(table: TableEffects, fitted: TableFit, scale: FigureScale): string | null {
  if (fitted.kind !== "plain") return null;
  const { fit, used } = fitted;
  const design = fit.model.design;
  const name = design?.names[1];
  if (design?.intercept !== true || design.names.length !== 2 || name === undefined) return null;
  const values = used.map((_, i) => design.matrix.values[2 * i + 1]!);
  if (new Set(values).size < 3 || !Object.hasOwn(table.frame, name)) return null;
  const low = Math.min(...values);
  const high = Math.max(...values);
  const line = Array.from({ length: 41 }, (_, i) => low + ((high - low) * i) / 40);
  return bubblePlot(
    {
      title: `Effects by ${name}`,
      axis: scale.axis,
      moderatorLabel: name,
      points: used.map(({ label, estimate }, i) => ({
        label,
        moderator: values[i]!,
        estimate: scale.back(estimate),
        weight: fit.weights[i]!,
      })),
      fit: line.map((moderator) => {
        const predicted = predictAt(fit, [1, moderator]);
        return {
          moderator,
          ...scale.read(predicted),
          ...(predicted.newStudy === undefined ? {} : { prediction: scale.bounds(predicted.newStudy) }),
        };
      }),
      fitLabel: "Fitted line, 95% CI",
      predictionLabel: "Prediction interval",
    },
    { messages: english, standalone: true },
  );
}

/** Effects by their standard error, with what trim and fill adds and Egger's line if they were asked for. */
export function funnel(fitted: TableFit, scale: FigureScale, analyses: readonly TableAnalysis[]): string {
  const { used } = fitted;
  const trim = analyses.find((analysis) => analysis.kind === "trimfill");
  const filled =
    trim === undefined || fitted.kind === "multilevel"
      ? null
      : trim.side === null
        ? trimAndFill(fitted.fit, trim.estimator)
        : trimAndFill(fitted.fit, trim.estimator, trim.side);
  const added = filled?.kind === "filled" ? filled.added : [];
  const asymmetry =
    fitted.kind === "plain" && analyses.some(({ kind }) => kind === "regtest")
      ? asymmetryTest(fitted.fit)
      : null;
  const widest = Math.max(...used.map(({ variance }) => Math.sqrt(variance)));
  return funnelPlot(
    {
      title: "Effects by their standard error",
      axis: scale.axis,
      points: [
        ...used.map(({ label, estimate, variance }) => ({
          label,
          estimate: scale.back(estimate),
          standardError: Math.sqrt(variance),
          kind: "observed" as const,
        })),
        ...added.map(({ estimate, variance }, i) => ({
          label: `filled in ${i + 1}`,
          estimate: scale.back(estimate),
          standardError: Math.sqrt(variance),
          kind: "filled" as const,
        })),
      ],
      pooled: { label: "Pooled mean", estimate: scale.back(meanOf(fitted).estimate) },
      adjusted:
        filled?.kind === "filled" && added.length > 0
          ? { label: "With those filled in", estimate: scale.back(filled.result.coefficients[0]!.estimate) }
          : null,
      regions: scale.axis.reference === null ? "none" : "significance",
      asymmetry:
        asymmetry?.kind === "tested"
          ? {
              label: "Regression on the standard error",
              ends: [
                { estimate: scale.back(asymmetry.intercept.estimate), standardError: 0 },
                {
                  estimate: scale.back(asymmetry.intercept.estimate + asymmetry.slope.estimate * widest),
                  standardError: widest,
                },
              ],
            }
          : null,
    },
    { messages: english, standalone: true },
  );
}

/** Galbraith's plot: each effect over its standard error, by its precision. */
export function radial(fitted: TableFit, scale: FigureScale): string {
  return radialPlot(
    {
      title: "Standardised effects by their precision",
      axis: scale.axis,
      points: fitted.used.map(({ label, estimate, variance }) => ({
        label,
        precision: 1 / Math.sqrt(variance),
        standardized: estimate / Math.sqrt(variance),
      })),
      pooled: scale.read(meanOf(fitted)),
      pooledLabel: "Pooled mean",
    },
    { messages: english, standalone: true },
  );
}

/** What remains when each study in turn is left out. */
export function influences(
  fitted: Extract<TableFit, { readonly kind: "plain" }>,
  scale: FigureScale,
): string {
  const { fit, used } = fitted;
  const without = leaveOneOut(fit);
  return influencePlot(
    {
      title: "What remains without each study",
      axis: scale.axis,
      rowHeading: "Without",
      estimateHeading: `${scale.name} [95% CI]`,
      rows: influence(fit).flatMap((one, i) => {
        const rest = without[i]!;
        return rest.kind !== "fitted"
          ? []
          : [
              {
                label: used[i]!.label,
                without: scale.read(predictAt(rest, [1])),
                cooksDistance: one.kind === "influence" ? one.cookDistance : null,
                verdict:
                  one.kind === "influence" && one.influential
                    ? ("influential" as const)
                    : ("ordinary" as const),
              },
            ];
      }),
      all: { ...scale.read(predictAt(fit, [1])), label: "All studies" },
      cooksThreshold: null,
    },
    { messages: english, standalone: true },
  );
}

/** Each study's part of Q, and how far the mean moves without it, under a common effect: Baujat B et al. (2002). */
export function baujat(
  fitted: Extract<TableFit, { readonly kind: "plain" }>,
  fit: FittedMetaAnalysis,
): string | null {
  const { betweenStudyVariance: _, ...model } = fit.model;
  const common = metaAnalysis(fit.effects, { ...model, method: "FE", test: "z" });
  if (common.kind !== "fitted") return null;
  const whole = common.coefficients[0]!;
  const without = leaveOneOut(common);
  return baujatPlot(
    {
      title: "Which studies make the heterogeneity, and which move the mean",
      heterogeneityLabel: "Contribution to Q",
      influenceLabel: "Squared shift of the mean, in standard errors",
      points: fitted.used.flatMap(({ label, estimate, variance }, i) => {
        const rest = without[i]!;
        if (rest.kind !== "fitted") return [];
        const other = rest.coefficients[0]!;
        return [
          {
            label,
            heterogeneity: (estimate - whole.estimate) ** 2 / variance,
            influence: ((whole.estimate - other.estimate) / other.standardError) ** 2,
            named: "yes" as const,
          },
        ];
      }),
    },
    { messages: english, standalone: true },
  );
}

/** The mean as studies joined, one by one. */
export function cumulatives(
  table: TableEffects,
  fitted: Extract<TableFit, { readonly kind: "plain" }>,
  scale: FigureScale,
  analyses: readonly TableAnalysis[],
): string {
  const order = analyses.find((analysis) => analysis.kind === "cumul")?.order ?? null;
  const by = fitted.used.map(({ row }, i) => (order === null ? i : Number(table.frame[order]?.[row] ?? i)));
  return cumulativePlot(
    {
      title: "The mean as studies joined",
      axis: scale.axis,
      rowHeading: "With",
      estimateHeading: `${scale.name} [95% CI]`,
      steps: cumulative(fitted.fit, by).flatMap(({ study, result }) =>
        result.kind === "fitted"
          ? [{ label: `+ ${fitted.used[study]!.label}`, effect: scale.read(predictAt(result, [1])) }]
          : [],
      ),
    },
    { messages: english, standalone: true },
  );
}
