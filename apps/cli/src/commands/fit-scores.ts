import { confidenceLevel, noResult } from "@concord/analysis";
import { multilevelTables } from "@concord/analysis/fit";
import { catalogue } from "@concord/instruments";
import type { ScoreFit } from "@concord/practice";
import { Option } from "commander";
import type { AddCommand } from "../add-command.ts";
import { addDataOptions } from "../data-options.ts";
import type { DataFlags } from "../open-practice.ts";
import { modelTableLines } from "../print/model-table-lines.ts";
import { countWords } from "../print/problems.ts";
import { termsJson } from "../print/terms-json.ts";
import { exitCodes, type Terminal } from "../terminal.ts";

interface FitScoresFlags extends DataFlags {
  readonly instrument: string;
  readonly scale: string;
  readonly rater: "client" | "therapist" | "observer" | "caregiver" | "member";
  readonly formula?: string;
  readonly ml?: true;
  readonly json?: true;
}

/** `concord fit-scores --instrument phq-9`: a multilevel model of a practice's own scores, from sums alone. */
export const fitScoresCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("fit-scores")
    .description("A multilevel model of a practice's own scores; its database sums, and no score leaves it.")
    .addOption(
      new Option("--instrument <id>", "whose scores")
        .choices(catalogue.map(({ id }) => id))
        .makeOptionMandatory(),
    )
    .option("--scale <id>", "which scale", "total")
    .addOption(
      new Option("--rater <rater>", "whose answers")
        .choices(["client", "therapist", "observer", "caregiver", "member"])
        .default("client"),
    )
    .option("--formula <formula>", "of outcome, percent and session over therapist, client and episode")
    .option("--ml", "maximum likelihood instead of REML")
    .option("--json", "print the result under lme4's names, for programs");
  addDataOptions(command).action(async (flags: FitScoresFlags) => {
    await run(flags, terminal);
    done(exitCodes.done);
  });
};

async function run(flags: FitScoresFlags, terminal: Terminal): Promise<void> {
  const { enterPractice, openStoreFor } = await import("../open-practice.ts");
  const { fitScores } = await import("@concord/practice");
  const store = await openStoreFor(flags, terminal, { mustExist: true });
  try {
    const entered = await enterPractice(store, flags, "researcher");
    const { instrument, scale, rater, formula } = flags;
    const asked = {
      instrument,
      scale,
      rater,
      method: flags.ml === true ? "ML" : "REML",
      ...(formula === undefined ? {} : { formula }),
    } as const;
    const fit = await fitScores(entered.context, entered.actor, asked).catch((error: unknown) => {
      // What a formula may not ask is said in one line; anything else is an accident.
      if (error instanceof RangeError || error instanceof SyntaxError) throw noResult(error.message);
      throw error;
    });
    const without =
      fit.leftOut === 0 ? "" : `; ${fit.leftOut} left out because no consent to research stands`;
    terminal.err(`${countWords(fit.cases, "case", "cases")} of ${entered.name}${without}.\n`);
    if (entered.simulated) terminal.err("note: This practice is simulated; everything in it is made up.\n");
    print(fit, flags, terminal);
  } finally {
    await store.close();
  }
}

function print(fit: ScoreFit, flags: FitScoresFlags, terminal: Terminal): void {
  if (fit.kind === "refused") throw noResult(fit.reason);
  for (const { effect, group } of fit.singular)
    terminal.err(`note: The fit is singular: ${effect} does not vary by itself over ${group}.\n`);
  if (flags.json === true) terminal.out(`${termsJson(fit.terms)}\n`);
  else terminal.out(`${modelTableLines(multilevelTables(fit, fit.tests, confidenceLevel)).join("\n")}\n`);
}
