import { didYouMean } from "../did-you-mean.ts";
import { apimRProgram, fitApim } from "../dyad/apim.ts";
import { addDyadFlags, type DyadFlags, dyadModels } from "../dyad/flags.ts";
import { fitProfile, profileRProgram } from "../dyad/profile.ts";
import { fitSurface, surfaceRProgram } from "../dyad/surface.ts";
import { fitTruthAndBias, truthAndBiasRProgram, truthModelOf } from "../dyad/truth-and-bias.ts";
import { type Columns, modelCommand, type Outcome } from "../model/model-command.ts";
import type { StudyResult } from "../model/study-template.ts";
import { asNames, asNumbers, asPredictors, type ColumnUse, columnsNamedIn } from "../model/table-use.ts";
import type { OutcomeUse } from "../model/two-valued-outcome.ts";
import { CommandRefused } from "../terminal.ts";

/** `concord dyad apim FILE --x client_x,therapist_x --y client_y,therapist_y`: what happens between two. */
export const dyadCommand = modelCommand<DyadFlags, StudyResult>({
  name: "dyad",
  description:
    "What happens between two: actor and partner, truth and bias, surfaces of agreement, profiles.",
  rows: "a row for each dyad, or for each member or judgment",
  formula: `the model: ${dyadModels.join(", ")}`,
  flags: addDyadFlags,
  uses: dyadUses,
  outcomes: dyadOutcomes,
  fit: (columns, flags) => modelOf(flags).fit(columns, flags),
  terms: ({ terms }) => terms,
  lines: ({ lines }) => lines,
  sentence: ({ sentence }) => sentence,
  svg: ({ svg }) => svg(),
  rCode: (file, flags, columns) => modelOf(flags).rCode(file, flags, columns),
});

/** Dyads, roles and judges are names; everything that is rated is a number. */
function dyadUses(flags: DyadFlags, columns: readonly string[]): readonly ColumnUse[] {
  const { formula, x = [], y = [], dyad, role, outcome, covariates = [] } = flags;
  const { judgment, truth, bias, judge, target, first = [], second = [] } = flags;
  switch (formula) {
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
function dyadOutcomes({ formula, y = [], outcome, judgment }: DyadFlags): readonly OutcomeUse[] {
  const names = { apim: y, surface: [outcome], "truth-and-bias": [judgment] }[formula ?? ""] ?? [];
  const call = formula === "surface" ? "glm" : "lme4::glmer";
  const terms = formula === "surface" ? "..." : "... + (1 | dyad)";
  return names.flatMap((name) =>
    name === undefined
      ? []
      : [{ name, logistic: (own: string) => `${call}(${own} ~ ${terms}, family = binomial)` }],
  );
}

interface DyadModel {
  readonly fit: (columns: Columns, flags: DyadFlags) => Outcome<StudyResult>;
  readonly rCode: (file: string, flags: DyadFlags, columns: Columns) => string;
}

const models: Readonly<Record<(typeof dyadModels)[number], DyadModel>> = {
  apim: { fit: fitApim, rCode: apimRProgram },
  surface: { fit: fitSurface, rCode: surfaceRProgram },
  "truth-and-bias": {
    fit: (columns, flags) => fitTruthAndBias(columns, truthModelOf(flags), flags.level),
    rCode: (file, flags) => truthAndBiasRProgram(file, truthModelOf(flags)),
  },
  profile: { fit: fitProfile, rCode: profileRProgram },
};

function modelOf({ formula = "" }: DyadFlags): DyadModel {
  const name = dyadModels.find((one) => one === formula);
  if (name !== undefined) return models[name];
  throw new CommandRefused(
    `Say which model before the file: concord dyad ${dyadModels.join("|")} FILE; not ${formula}.${didYouMean(formula, dyadModels)}`,
  );
}
