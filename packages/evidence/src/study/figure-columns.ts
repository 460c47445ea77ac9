import {
  correlationFromChiSquare,
  correlationFromD,
  correlationFromF,
  correlationFromT,
  dFromT,
  MEASURES,
  type Measure,
  type MeasureRow,
  tFromP,
} from "@concord/statistics/effect-size";
import type { Figures, GroupFigures } from "./figures.ts";

/** The columns a measure reads, from what a report printed, and by which way they were had. */
export interface FigureColumns {
  readonly row: MeasureRow;
  readonly way: string;
}

/**
 * Can these figures be brought to this scale? Undefined where they are of another type.
 *
 * Correlations also come from t, F with one numerator degree of freedom, χ² with one, a p value, and the means of two
 * groups (point-biserial); a standardized difference also from t, F or p with both group sizes. Borenstein M,
 * Hedges LV, Higgins JPT, Rothstein HR (2009). Introduction to Meta-Analysis, chapters 4 and 7.
 */
export function figureColumns(figures: Figures, scale: Measure): FigureColumns | undefined {
  if (figures.kind === "effect") {
    return figures.scale === scale
      ? { row: { yi: figures.estimate, vi: figures.variance }, way: "effect size as reported" }
      : undefined;
  }
  const columns: readonly string[] = MEASURES[scale].columns;
  if (scale === "RCOR") return corrected(figures);
  if (columns.includes("ri")) return correlated(figures);
  if (columns.includes("m1i")) return grouped(figures, scale);
  const exact = exactColumns(figures);
  return exact !== undefined && columns.every((name) => exact.row[name] !== undefined) ? exact : undefined;
}

function correlated(figures: Figures): FigureColumns | undefined {
  switch (figures.kind) {
    case "correlation":
      return { row: { ri: figures.r, ni: figures.n }, way: "correlation as reported" };
    case "t-test":
      return { row: { ri: correlationFromT(figures.t, figures.df), ni: figures.df + 2 }, way: "r from t" };
    case "f-test":
      return {
        row: { ri: figures.sign * correlationFromF(figures.f, figures.df), ni: figures.df + 2 },
        way: "r from F",
      };
    case "p-value": {
      const t = tFromP(figures.p, figures.tails, figures.df);
      return {
        row: { ri: figures.sign * correlationFromT(t, figures.df), ni: figures.df + 2 },
        way: "r from p",
      };
    }
    case "chi-square":
      return {
        row: { ri: figures.sign * correlationFromChiSquare(figures.chiSquare, figures.n), ni: figures.n },
        way: "r from χ²",
      };
    case "two-groups": {
      const { first, second } = figures;
      const d = (first.mean - second.mean) / pooledDeviation(first, second);
      return {
        row: { ri: correlationFromD(d, first.n, second.n), ni: first.n + second.n },
        way: "r from the means of two groups",
      };
    }
    default:
      return undefined;
  }
}

function corrected(figures: Figures): FigureColumns | undefined {
  if (figures.kind !== "correlation") return undefined;
  if (figures.reliabilityOfX === undefined || figures.reliabilityOfY === undefined) return undefined;
  return {
    row: { ri: figures.r, ni: figures.n, rxx: figures.reliabilityOfX, ryy: figures.reliabilityOfY },
    way: "correlation as reported, corrected by its reliabilities",
  };
}

function grouped(figures: Figures, scale: Measure): FigureColumns | undefined {
  if (figures.kind === "two-groups") {
    return { row: groupRow(figures.first, figures.second), way: "means of two groups as reported" };
  }
  if (scale !== "SMD" || !("sizes" in figures) || figures.sizes === undefined) return undefined;
  const [firstSize, secondSize] = figures.sizes;
  const t =
    figures.kind === "t-test"
      ? figures.t
      : figures.kind === "f-test"
        ? figures.sign * Math.sqrt(figures.f)
        : figures.sign * tFromP(figures.p, figures.tails, figures.df);
  // Means that are d apart with a spread of one give exactly this d.
  return {
    row: groupRow(
      { n: firstSize, mean: dFromT(t, firstSize, secondSize), deviation: 1 },
      { n: secondSize, mean: 0, deviation: 1 },
    ),
    way: "d from a test of two groups",
  };
}

function exactColumns(figures: Figures): FigureColumns | undefined {
  switch (figures.kind) {
    case "two-by-two":
      return {
        row: {
          ai: figures.firstEvents,
          bi: figures.firstNonEvents,
          ci: figures.secondEvents,
          di: figures.secondNonEvents,
        },
        way: "counts as reported",
      };
    case "regression":
      return {
        row: { ti: figures.t, ni: figures.n, mi: figures.predictors, r2i: figures.rSquared },
        way: "regression coefficient as reported",
      };
    case "proportion":
      return { row: { xi: figures.events, ni: figures.n }, way: "counts as reported" };
    case "alpha":
      return { row: { ai: figures.alpha, mi: figures.items, ni: figures.n }, way: "reliability as reported" };
    default:
      return undefined;
  }
}

function groupRow(first: GroupFigures, second: GroupFigures): MeasureRow {
  return {
    m1i: first.mean,
    sd1i: first.deviation,
    n1i: first.n,
    m2i: second.mean,
    sd2i: second.deviation,
    n2i: second.n,
  };
}

function pooledDeviation(first: GroupFigures, second: GroupFigures): number {
  const squares = (first.n - 1) * first.deviation ** 2 + (second.n - 1) * second.deviation ** 2;
  return Math.sqrt(squares / (first.n + second.n - 2));
}
