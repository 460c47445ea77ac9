import type { ChangeAnalysis } from "./analysis.ts";
import { breaks } from "./breaks.ts";
import { changePointsOf } from "./change-points.ts";
import { control } from "./control.ts";
import { growth } from "./growth.ts";
import { online } from "./online.ts";
import { phases } from "./phases.ts";
import { reliableChange } from "./reliable-change.ts";
import { suddenGainsOf } from "./sudden-gains.ts";

/** What can be asked of courses. */
export const analyses = {
  "change-points": changePointsOf,
  breaks,
  control,
  online,
  phases,
  "reliable-change": reliableChange,
  "sudden-gains": suddenGainsOf,
  growth,
} satisfies Readonly<Record<string, ChangeAnalysis>>;

export type AnalysisName = keyof typeof analyses;
