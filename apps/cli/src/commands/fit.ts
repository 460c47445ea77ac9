import type { Analysis } from "@concord/analysis";
import { type StudyName, studyQuestions } from "@concord/analysis/choices";
import type { FitOptions, FitRequest, FitResult } from "@concord/analysis/fit";
import type { StudyRequest, StudyResult } from "@concord/analysis/study";
import { type Command, Option } from "commander";
import { modelCommand } from "../model/model-command.ts";
import { CommandRefused } from "../terminal.ts";

type FitFlags = FitOptions & Partial<StudyRequest> & { readonly template?: StudyName };

type FitAnalysis = Analysis<FitRequest | StudyRequest, FitResult | StudyResult, FitFlags>;

/** `concord fit "y ~ x + (1 + x | g)" FILE`, or a study by its name: `concord fit FILE --template NAME`. */
export const fitCommand = modelCommand<FitRequest | StudyRequest, FitResult | StudyResult, FitFlags>({
  name: "fit",
  description: "A multilevel model of any table, as lme4 and nlme fit it; or a study by its name.",
  rows: "a row for each observation",
  formula: 'the model, as "score ~ session + (session | client)"; with --template the file',
  formulaNeeded: "unless-flags-say-it",
  flags: addFitFlags,
  // Requests and results come from the one analysis that was loaded.
  load: async (flags) => (await analysisOf(flags)) as unknown as FitAnalysis,
});

/** A formula is a multilevel model; --template names a study instead. */
async function analysisOf({ formula, template }: Partial<FitFlags>) {
  if (template === undefined) {
    if (formula === undefined)
      throw new CommandRefused(
        'Say what to fit and to which file: concord fit "score ~ session + (session | client)" FILE, or --template NAME.',
      );
    return (await import("@concord/analysis/fit")).fitAnalysis;
  }
  if (formula !== undefined)
    throw new CommandRefused("Give a formula or --template, not both: concord fit FILE --template NAME.");
  return (await import("@concord/analysis/study")).loadStudy(template);
}

function addFitFlags(command: Command): Command {
  const studies = Object.entries(studyQuestions);
  const lines = studies.map(([name, question]) => `  ${name.padEnd(20)} ${question}`);
  return command
    .option("--ml", "maximum likelihood instead of REML")
    .option(
      "--ar1 <series>",
      'neighbouring sessions resemble each other: "session|client", or "1|client" as rows come',
    )
    .option("--profile", "profile-likelihood intervals as well, of variances too")
    .option("--compare <formula>", "a likelihood-ratio test against another model of the same rows")
    .option("--factor <column>", "take the numbers of this column as names; may be repeated", gather, [])
    .option("--let <name=expression>", "a further column, as agec=age-11; may be repeated", gather, [])
    .addOption(
      new Option("--template <name>", "a study by its name, instead of a formula").choices(
        studies.map(([name]) => name),
      ),
    )
    .option("--column <role=column>", "which column plays a role in a study; may be repeated", gather, [])
    .addHelpText("after", `\nStudies:\n${lines.join("\n")}`);
}

function gather(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}
