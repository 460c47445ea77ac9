import type { AnalysisRequest } from "../analysis.ts";
import type { DyadModelName } from "./choices.ts";

/** A model of two people and its columns; which of them a model needs it says itself. */
export interface DyadRequest extends AnalysisRequest {
  readonly model: DyadModelName;
  readonly x?: readonly string[];
  readonly y?: readonly string[];
  readonly roles?: readonly string[];
  readonly dyad?: string;
  readonly role?: string;
  readonly outcome?: string;
  readonly covariates?: readonly string[];
  readonly centre?: number | "grand mean";
  readonly judgment?: string;
  readonly truth?: string;
  readonly bias?: string;
  readonly judge?: string;
  readonly target?: string;
  readonly within?: true;
  readonly first?: readonly string[];
  readonly second?: readonly string[];
}
