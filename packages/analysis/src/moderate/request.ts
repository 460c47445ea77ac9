import {
  type FittedModeration,
  type FittedQuadraticEffect,
  type FittedQuadraticModeration,
  type ModerationOptions,
  moderation,
  quadraticEffect,
  quadraticModeration,
} from "@concord/statistics/moderation";
import type { StandardErrorKind } from "@concord/statistics/regression";
import type { AnalysisRequest, Outcome } from "../analysis.ts";
import type { Columns } from "../table/cells.ts";

export interface ModerateRequest extends AnalysisRequest {
  readonly x: string;
  readonly y: string;
  readonly w?: string;
  readonly covariates?: readonly string[];
  readonly quadratic?: true;
  readonly values?: readonly number[];
  readonly robust?: Exclude<StandardErrorKind, "classical">;
}

export type ModerateResult =
  | { readonly kind: "linear"; readonly fit: FittedModeration }
  | { readonly kind: "quadratic"; readonly fit: FittedQuadraticModeration }
  | { readonly kind: "curve"; readonly fit: FittedQuadraticEffect };

/** With a moderator its interaction, straight or curved; without one the curve of the predictor itself. */
export function fitModerate(columns: Columns, request: ModerateRequest): Outcome<ModerateResult> {
  const { x, y, w, covariates = [], quadratic, robust = "classical" } = request;
  const options: ModerationOptions = {
    level: request.confidenceLevel,
    standardErrors: robust,
    ...(request.values === undefined ? {} : { values: request.values }),
  };
  if (w === undefined) {
    if (quadratic !== true)
      throw new RangeError(
        "moderation requires a moderator: name the column with --w, or ask for a curve with --quadratic",
      );
    const fit = quadraticEffect({ outcome: y, predictor: x, covariates }, columns, options);
    return fit.kind === "refused" ? fit : done({ kind: "curve", fit }, fit.fit.n);
  }
  const model = { outcome: y, predictor: x, moderator: w, covariates };
  if (quadratic === true) {
    const fit = quadraticModeration(model, columns, options);
    return fit.kind === "refused" ? fit : done({ kind: "quadratic", fit }, fit.fit.n);
  }
  const fit = moderation(model, columns, options);
  return fit.kind === "refused" ? fit : done({ kind: "linear", fit }, fit.fit.n);
}

function done(result: ModerateResult, used: number): Outcome<ModerateResult> {
  const notes = result.fit.fit.untested.map(
    ({ name, reason }) => `${name} has no robust standard error: ${reason}.`,
  );
  return { kind: "done", result, used, notes };
}
