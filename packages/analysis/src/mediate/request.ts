import { seededChance } from "@concord/numerics";
import {
  bootstrapMediation,
  type Ends,
  type FittedMediation,
  type FittedMultilevelMediation,
  type MediationBootstrap,
  type MediationModel,
  type ModeratedPath,
  mediation,
  mediationStructure,
  monteCarloEffects,
  multilevelMediation,
  type Resamples,
} from "@concord/statistics/mediation";
import type { StructuralModel } from "@concord/statistics/structure";
import type { AnalysisRequest, Outcome } from "../analysis.ts";
import type { Columns } from "../table/cells.ts";

export interface MediateRequest extends AnalysisRequest {
  readonly x: string;
  readonly m: readonly string[];
  readonly y: string;
  readonly covariates?: readonly string[];
  readonly serial?: true;
  readonly arrow: readonly (readonly [string, string])[];
  readonly w?: string;
  readonly group?: string;
  readonly moderates?: readonly ModeratedPath[];
  readonly values?: readonly number[];
  readonly draws: number;
  readonly seed: number;
  readonly resamples?: readonly (readonly number[])[];
  readonly interval: "percentile" | "bca" | "basic" | "normal" | "monte-carlo";
}

/** One model with its resamples. */
export interface Mediated {
  readonly fit: FittedMediation;
  readonly bootstrap: MediationBootstrap | undefined;
  /** One interval for each effect, where Monte Carlo was asked for. */
  readonly monteCarlo: readonly Ends[] | undefined;
}

export type MediateResult = PathsResult | MultilevelResult;

export interface PathsResult {
  readonly kind: "paths";
  /** Two where a moderator is named without its path: the first stage moderated, then the second. */
  readonly models: readonly Mediated[];
  /** Mediators in a row by maximum likelihood. */
  readonly structure: StructuralModel | null;
}

/** Rows of many groups, such as sessions of clients. */
export interface MultilevelResult {
  readonly kind: "multilevel";
  readonly fit: FittedMultilevelMediation;
}

export function fitMediate(columns: Columns, request: MediateRequest): Outcome<MediateResult> {
  return request.group === undefined
    ? fitPaths(columns, request)
    : fitLevels(columns, request, request.group);
}

function fitLevels(columns: Columns, request: MediateRequest, group: string): Outcome<MediateResult> {
  const [mediator, ...more] = request.m;
  if (more.length > 0 || request.w !== undefined || request.resamples !== undefined)
    throw new RangeError("multilevel mediation requires one mediator, and neither a moderator nor resamples");
  const { x: predictor, y: outcome, covariates = [] } = request;
  const fit = multilevelMediation({ predictor, mediator: mediator!, outcome, group, covariates }, columns, {
    level: request.confidenceLevel,
    chance: seededChance(request.seed),
    ...(request.draws >= 100 ? { draws: request.draws } : {}),
  });
  if (fit.kind === "refused") return fit;
  return {
    kind: "done",
    used: fit.rows,
    result: { kind: "multilevel", fit },
    notes: [
      ...[fit.mediatorModel, fit.outcomeModel].flatMap(({ singular, model }) =>
        singular.length > 0 ? [`a singular fit: groups hardly differ beyond ${model.formula}`] : [],
      ),
      "paths are the same in all groups; group means of few rows pull the between effect towards the within effect",
    ],
  };
}

export function fitPaths(columns: Columns, request: MediateRequest): Outcome<PathsResult> {
  const models: Mediated[] = [];
  for (const model of modelsOf(request)) {
    const options = request.values === undefined ? {} : { moderatorValues: request.values };
    const fit = mediation(model, columns, { level: request.confidenceLevel, ...options });
    if (fit.kind === "refused") return fit;
    const alone = levelsOfOneRow(fit, columns);
    if (
      alone.length > 0 &&
      (request.draws > 0 || request.resamples !== undefined) &&
      request.interval !== "monte-carlo"
    )
      return {
        kind: "refused",
        reason:
          `a bootstrap requires two or more rows of every level: ${alone.join("; ")} has one, and a resample without it ` +
          "determines nothing; leave the row out, join the level with another, or give --draws 0 for intervals by the normal",
      };
    const isDrawn = request.draws > 0 || request.resamples !== undefined;
    const chance = seededChance(request.seed);
    models.push({
      fit,
      bootstrap: isDrawn ? bootstrapMediation(fit, resamplesOf(request)) : undefined,
      monteCarlo:
        request.interval === "monte-carlo"
          ? monteCarloEffects(fit, { chance, ...(request.draws >= 100 ? { count: request.draws } : {}) })
          : undefined,
    });
  }
  const [first] = models as [Mediated];
  const isInRow = (first.fit.model.arrangement?.kind ?? "parallel") !== "parallel";
  const structure = isInRow
    ? mediationStructure(first.fit.model, columns, { level: request.confidenceLevel })
    : null;
  return {
    kind: "done",
    used: first.fit.n,
    result: { kind: "paths", models, structure },
    notes: notesOf(first),
  };
}

/** Levels of text columns among the predictors that one row of the fit has. */
function levelsOfOneRow(fit: FittedMediation, columns: Columns): readonly string[] {
  const { predictor, covariates = [], moderation } = fit.model;
  const names = [predictor, ...covariates, ...(moderation === undefined ? [] : [moderation.moderator])];
  return [...new Set(names)].flatMap((name) => {
    const values = fit.rows.map((row) => columns[name]?.[row] ?? null);
    if (values.every((value) => typeof value === "number")) return [];
    const counts = new Map<string, number>();
    for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
    return [...counts].flatMap(([level, count]) => (count === 1 ? [`"${level}" of ${name}`] : []));
  });
}

/** The models that the request ask for. */
export function modelsOf(request: MediateRequest): readonly MediationModel[] {
  const { x, m, y, covariates = [], serial, arrow, w, moderates } = request;
  if (w === undefined && (moderates !== undefined || request.values !== undefined))
    throw new RangeError("moderated mediation requires its moderator: name the column with --w");
  const plain: MediationModel = {
    predictor: x,
    mediators: m,
    outcome: y,
    covariates,
    arrangement:
      arrow.length > 0
        ? { kind: "arrows", arrows: arrow }
        : { kind: serial === true && m.length > 1 ? "serial" : "parallel" },
  };
  if (w === undefined) return [plain];
  const bent = (paths: readonly ModeratedPath[]) => ({ ...plain, moderation: { moderator: w, paths } });
  return moderates === undefined ? [bent(["first"]), bent(["second"])] : [bent(moderates)];
}

/** Each model draws the same resamples. */
function resamplesOf({ resamples, draws, seed }: MediateRequest): Resamples {
  return resamples === undefined
    ? { kind: "drawn", count: draws, chance: seededChance(seed) }
    : { kind: "given", rows: resamples };
}

function notesOf({ bootstrap }: Mediated): readonly string[] {
  return [
    ...((bootstrap?.failed ?? 0) > 0
      ? [`${bootstrap!.failed} resamples determined no fit and are not counted`]
      : []),
    "mediation rests on the order in time that the model claims, and on no unmeasured cause of two of its variables",
  ];
}
