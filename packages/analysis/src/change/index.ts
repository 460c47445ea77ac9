import type { Analysis } from "../analysis.ts";
import type { StudyResult } from "../study/study.ts";
import { asNames, asNumbers } from "../table/column-use.ts";
import { breaks } from "./breaks.ts";
import type { ChangeAnalysis } from "./change-analysis.ts";
import { changePointsOf } from "./change-points.ts";
import type { ChangeAnalysisName } from "./choices.ts";
import { control } from "./control.ts";
import { growth } from "./growth.ts";
import { online } from "./online.ts";
import { phases } from "./phases.ts";
import { reliableChange } from "./reliable-change.ts";
import { type ChangeRequest, changeRequest } from "./request.ts";
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
} satisfies Readonly<Record<ChangeAnalysisName, ChangeAnalysis>>;

/** What changed in the courses of clients, when, and whether it is more than chance. */
export const changeAnalysis: Analysis<ChangeRequest, StudyResult> = {
  name: "change",
  request: changeRequest,
  uses: ({ value, client, session, phase, pre, post }) => [
    ...asNames(client, phase),
    ...asNumbers(value, session, pre, post),
  ],
  run: (columns, request) => analyses[request.analysis].analyse(columns, request),
  terms: ({ terms }) => terms,
  sentence: ({ sentence }) => sentence,
  table: ({ table }) => table,
  figure: async ({ figure }) => figure(),
  rProgram: (file, request) => analyses[request.analysis].rProgram(file, request),
};

export type { ChangeRequest, StudyResult };
