import { type ForestGroup, type ForestRow, forestPlot, type PooledRow } from "@concord/charts";
import { meanOf, type TableAnalysis, type TableEffects, type TableFit } from "@concord/evidence";
import { type FittedMetaAnalysis, predictAt, subgroupAnalysis } from "@concord/statistics";
import { bubbleFigure } from "./bubble-figure.ts";
import { axisOf, type FigureScale } from "./figure-scale.ts";
import { funnel, radial } from "./funnel-figure.ts";
import { baujat, cumulatives, influences } from "./study-figures.ts";

export interface DrawnFigure {
  readonly name: string;
  readonly svg: string;
}

/** The figures of a table: a forest and a funnel, and what belongs to each analysis that was asked for. */
export function figuresOf(
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
    { standalone: true },
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
