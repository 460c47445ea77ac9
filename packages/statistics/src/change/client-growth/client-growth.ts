import { written } from "../../formula/expression.ts";
import { evaluate, type Frame } from "../../formula/frame.ts";
import type { FittedMixedModel, RefusedMixedModel } from "../../multilevel/fit.ts";
import { fitMultilevel } from "../../multilevel/fit-multilevel.ts";
import { conditionalModes } from "../../multilevel/inference/conditional-modes.ts";
import type { MultilevelMethod } from "../../multilevel/model.ts";
import { type LeastSquares, leastSquares } from "../line.ts";

/** The columns of a table with a row for each rating. */
export interface GrowthColumns {
  readonly client: string;
  readonly session: string;
  readonly value: string;
}

/** One client's course as a straight line, alone and drawn towards what clients in general do. */
export interface ClientGrowth {
  readonly client: string;
  readonly n: number;
  /** From this client's ratings alone. */
  readonly alone: LeastSquares;
  /**
   * With what is known of all clients (empirical Bayes); absent where the model for all could not be fitted.
   */
  readonly shrunken: ShrunkenLine | undefined;
}

export interface ShrunkenLine {
  readonly intercept: number;
  readonly slope: number;
  /** Conditional standard deviations, the mean course and the variances taken as known. */
  readonly interceptDeviation: number;
  readonly slopeDeviation: number;
}

export interface GrowthOfClients {
  readonly model: FittedMixedModel | RefusedMixedModel;
  readonly formula: string;
  readonly clients: readonly ClientGrowth[];
  /**
   * How much of the differences between slopes taken alone is true difference: the mean over clients of τ² /
   * (τ² + σ² / Σ(s − s̄)²). Raudenbush SW, Bryk AS (2002). Hierarchical Linear Models, 2nd ed., equation
   * 3.58.
   */
  readonly slopeReliability: number | undefined;
}

/**
 * How does each client change per session, and how sure is that?
 *
 * A line for each client by least squares, and the same by a model with a mean line, around which the
 * clients' lines vary: value ~ session + (session | client). The model draws a line towards the mean the
 * more, the less the client's own ratings say; with few sessions it is much closer to the truth (Morris CN
 * 1983, J Am Stat Assoc 78: 47–55).
 *
 * Assumes a straight course and independent residuals. Columns that are not there or hold text: RangeError.
 */
export function growthOfClients(
  frame: Frame,
  { client, session, value }: GrowthColumns,
  method: MultilevelMethod = "REML",
): GrowthOfClients {
  const name = (column: string) => written({ kind: "name", name: column });
  const formula = `${name(value)} ~ ${name(session)} + (${name(session)} | ${name(client)})`;
  const model = fitMultilevel(formula, frame, { method });
  const alone = linesAlone(frame, { client, session, value });
  const shrunken = model.kind === "fitted" ? shrunkenLines(model) : new Map<string, ShrunkenLine>();
  const clients = [...alone].map(([id, { sessions, values }]) => ({
    client: id,
    n: values.length,
    alone: leastSquares(sessions, values),
    shrunken: shrunken.get(id),
  }));
  return { model, formula, clients, slopeReliability: slopeReliabilityOf(model, clients) };
}

interface Course {
  readonly sessions: number[];
  readonly values: number[];
}

/**
 * Courses in the order of the clients' levels, numbers before texts by size; rows without a value are passed
 * over.
 */
function linesAlone(frame: Frame, { client, session, value }: GrowthColumns): ReadonlyMap<string, Course> {
  const factor = evaluate({ kind: "call", name: "factor", of: [{ kind: "name", name: client }] }, frame);
  const at = evaluate({ kind: "name", name: session }, frame);
  const is = evaluate({ kind: "name", name: value }, frame);
  for (const [column, variable] of [
    [session, at],
    [value, is],
  ] as const)
    if (variable.kind !== "numeric")
      throw new RangeError(`growthOfClients requires numbers in column ${column}`);
  if (factor.kind !== "factor" || at.kind !== "numeric" || is.kind !== "numeric") return new Map();
  const courses = new Map<string, Course>(
    factor.levels.map((level) => [level, { sessions: [], values: [] }]),
  );
  for (const [row, code] of factor.codes.entries()) {
    const [x, y] = [at.values[row]!, is.values[row]!];
    if (code < 0 || Number.isNaN(x) || Number.isNaN(y)) continue;
    const course = courses.get(factor.levels[code]!)!;
    course.sessions.push(x);
    course.values.push(y);
  }
  return new Map([...courses].filter(([, { values }]) => values.length > 0));
}

function shrunkenLines(model: FittedMixedModel): ReadonlyMap<string, ShrunkenLine> {
  const [modes] = conditionalModes(model);
  const [intercept, slope] = model.fixed;
  const [ofIntercept, ofSlope] = modes?.effects ?? [];
  if (modes === undefined || intercept === undefined || slope === undefined) return new Map();
  if (ofIntercept === undefined || ofSlope === undefined) return new Map();
  return new Map(
    modes.groups.map((client, i) => [
      client,
      {
        intercept: intercept.estimate + ofIntercept.modes[i]!,
        slope: slope.estimate + ofSlope.modes[i]!,
        interceptDeviation: ofIntercept.deviations[i]!,
        slopeDeviation: ofSlope.deviations[i]!,
      },
    ]),
  );
}

function slopeReliabilityOf(
  model: FittedMixedModel | RefusedMixedModel,
  clients: readonly ClientGrowth[],
): number | undefined {
  if (model.kind === "refused") return undefined;
  const between = model.components.filter(({ second }) => second === undefined)[1]?.covariance ?? 0;
  const shares = clients.flatMap(({ alone }) =>
    alone.kind === "scattered" ? [between / (between + model.residualDeviation ** 2 / alone.spreadX)] : [],
  );
  return shares.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
