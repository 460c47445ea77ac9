import { type Analysis, confidenceLevel, type Outcome } from "../analysis.ts";
import { RequestRefused } from "../refusal.ts";
import type { StudyResult } from "../study/study.ts";
import type { Columns } from "../table/cells.ts";
import { asNames, asNumbers, asPredictors, type ColumnUse, columnsNamedIn } from "../table/column-use.ts";
import type { OutcomeUse } from "../table/two-valued-outcome.ts";
import { apimRProgram, fitApim } from "./apim.ts";
import type { DyadModelName } from "./choices.ts";
import { fitProfile, profileRProgram } from "./profile.ts";
import type { DyadRequest } from "./request.ts";
import { fitSurface, surfaceRProgram } from "./surface.ts";
import { fitTruthAndBias, truthAndBiasRProgram, truthModelOf } from "./truth-and-bias.ts";

/** What happens between two: actor and partner, truth and bias, surfaces of agreement, profiles. */
export const dyadAnalysis: Analysis<DyadRequest, StudyResult> = {
  name: "dyad",
  request: ({ model, ...options }) => {
    if (model === undefined) throw new RequestRefused("A dyadic analysis needs its model.");
    return { confidenceLevel, model, ...options };
  },
  uses: dyadUses,
  outcomes: dyadOutcomes,
  run: (columns, request) => models[request.model].fit(columns, request),
  terms: ({ terms }) => terms,
  sentence: ({ sentence }) => sentence,
  table: ({ table }) => table,
  figure: async ({ figure }) => figure(),
  rProgram: (file, request, columns) => models[request.model].rProgram(file, request, columns),
};

/** Dyads, roles and judges are names; everything that is rated is a number. */
function dyadUses(request: DyadRequest, columns: readonly string[]): readonly ColumnUse[] {
  const { model, x = [], y = [], dyad, role, outcome, covariates = [] } = request;
  const { judgment, truth, bias, judge, target, first = [], second = [] } = request;
  switch (model) {
    case "apim":
      return [...asNumbers(...x, ...y), ...asNames(dyad, role)];
    case "surface":
      return [...asNumbers(...x, ...y, outcome), ...asPredictors(...columnsNamedIn(covariates, columns))];
    case "truth-and-bias":
      return [...asNumbers(judgment, truth, bias), ...asNames(judge, target)];
    default:
      return asNumbers(...first, ...second);
  }
}

/** Two rows of a dyad share something, which a random intercept says; a surface has one row each. */
function dyadOutcomes({ model, y = [], outcome, judgment }: DyadRequest): readonly OutcomeUse[] {
  const names = { apim: y, surface: [outcome], "truth-and-bias": [judgment], profile: [] }[model] ?? [];
  const call = model === "surface" ? "glm" : "lme4::glmer";
  const terms = model === "surface" ? "..." : "... + (1 | dyad)";
  return names.flatMap((name) =>
    name === undefined
      ? []
      : [{ name, logistic: (own: string) => `${call}(${own} ~ ${terms}, family = binomial)` }],
  );
}

interface DyadModel {
  readonly fit: (columns: Columns, request: DyadRequest) => Outcome<StudyResult>;
  readonly rProgram: (file: string, request: DyadRequest, columns: Columns) => string;
}

const models: Readonly<Record<DyadModelName, DyadModel>> = {
  apim: { fit: fitApim, rProgram: apimRProgram },
  surface: { fit: fitSurface, rProgram: surfaceRProgram },
  "truth-and-bias": {
    fit: (columns, request) => fitTruthAndBias(columns, truthModelOf(request), request.confidenceLevel),
    rProgram: (file, request) => truthAndBiasRProgram(file, truthModelOf(request)),
  },
  profile: { fit: fitProfile, rProgram: profileRProgram },
};

export type { DyadRequest, StudyResult };
