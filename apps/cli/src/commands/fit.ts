import { fitFigure } from "../fit/fit-figure.ts";
import { fitLines } from "../fit/fit-lines.ts";
import { centredTable, fitModel, type MultilevelResult, type SeriesResult } from "../fit/fit-model.ts";
import { fitSentence } from "../fit/fit-sentence.ts";
import { fitTerms } from "../fit/fit-terms.ts";
import { addFitFlags, type FitFlags } from "../fit/flags.ts";
import { columnsIn } from "../fit/formula-columns.ts";
import { fitProgram } from "../fit/r-program.ts";
import { fitOutcomes, fitUses } from "../fit/uses.ts";
import { chooseColumns } from "../model/choose-columns.ts";
import { modelCommand } from "../model/model-command.ts";
import { noResult } from "../model/no-result.ts";
import type { StudyResult, StudyTemplate } from "../model/study-template.ts";
import { templateNamed } from "../model/templates.ts";
import { CommandRefused } from "../terminal.ts";

type FitResult = MultilevelResult | SeriesResult | { readonly kind: "study"; readonly study: StudyResult };

/** `concord fit "y ~ x + (1 + x | g)" FILE`, or a study by its name: `concord fit FILE --template NAME`. */
export const fitCommand = modelCommand<FitFlags, FitResult>({
  name: "fit",
  description: "A multilevel model of any table, as lme4 and nlme fit it; or a study by its name.",
  rows: "a row for each observation",
  formula: 'the model, as "score ~ session + (session | client)"; with --template the file',
  formulaNeeded: "unless-flags-say-it",
  flags: addFitFlags,
  uses: fitUses,
  outcomes: fitOutcomes,
  fit: (columns, flags) => {
    const template = templateOf(flags);
    if (template === undefined) return fitModel(columns, formulaOf(flags), flags);
    const outcome = template.study(columns, chooseColumns(template, flags.column, columns), optionsOf(flags));
    return outcome.kind === "refused"
      ? outcome
      : { ...outcome, result: { kind: "study", study: outcome.result } };
  },
  terms: (result, flags) => (result.kind === "study" ? result.study.terms : fitTerms(result, flags)),
  lines: (result, flags) => (result.kind === "study" ? result.study.lines : fitLines(result, flags)),
  sentence: (result, flags) => (result.kind === "study" ? result.study.sentence : fitSentence(result, flags)),
  svg: (result, flags) => (result.kind === "study" ? result.study.svg() : fitFigure(result, flags)),
  rCode: (file, flags, columns) => {
    const template = templateOf(flags);
    if (template !== undefined)
      return template.rCode(file, chooseColumns(template, flags.column, columns), optionsOf(flags), columns);
    const formula = formulaOf(flags);
    const centred = centredTable(columns, formula, flags);
    if (centred.kind === "refused") throw noResult(centred.reason);
    return fitProgram(file, formula, flags, centred.parts, columnsIn(formula, centred.frame));
  },
});

function templateOf({ template, formula }: FitFlags): StudyTemplate | undefined {
  if (template === undefined) return undefined;
  if (formula !== undefined)
    throw new CommandRefused("Give a formula or --template, not both: concord fit FILE --template NAME.");
  return templateNamed(template);
}

function formulaOf({ formula }: FitFlags): string {
  if (formula !== undefined) return formula;
  throw new CommandRefused(
    'Say what to fit and to which file: concord fit "score ~ session + (session | client)" FILE, or --template NAME.',
  );
}

function optionsOf({ level, ml }: FitFlags) {
  return { level, method: ml === true ? "ML" : "REML" } as const;
}
