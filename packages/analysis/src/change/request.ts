import { type AnalysisRequest, confidenceLevel } from "../analysis.ts";
import { type ChangeAnalysisName, changeDefaults } from "./choices.ts";

/** What to ask of the courses of a table, and by which rules. */
export interface ChangeRequest extends AnalysisRequest {
  readonly analysis: ChangeAnalysisName;
  readonly client?: string;
  readonly session?: string;
  readonly value?: string;
  readonly only?: string;
  readonly better?: "higher" | "lower";
  readonly baseline?: number;
  readonly lambda: number;
  readonly nsigmas: number;
  readonly decision: number;
  readonly shift: number;
  readonly run: number;
  readonly model: "mean" | "meanvar";
  readonly penalty: "BIC" | "MBIC" | number;
  readonly method: "PELT" | "AMOC" | "BinSeg";
  readonly most: number;
  readonly variance: "moving-range" | "series" | number;
  readonly scale?: true;
  readonly minimum?: number;
  readonly phase?: string;
  readonly pre?: string;
  readonly post?: string;
  readonly reliability?: number;
  readonly sd?: number;
  readonly clinical?: readonly number[];
  readonly functional?: readonly number[];
  readonly cutoff: "a" | "b" | "c";
  readonly points?: number;
  readonly share: number;
  readonly stability: "pooled" | "t-test" | "kept" | "series" | "none";
  readonly alpha: number;
  readonly losses?: true;
  readonly ml?: true;
  readonly every: number;
  readonly prior?: readonly number[];
}

/** Returns the request with defaults for what was not said. */
export function changeRequest(options: Partial<ChangeRequest>): ChangeRequest {
  return { confidenceLevel, ...changeDefaults, ...options };
}
