import type { ReevaluationStep } from "@concord/practice";
import type { AddCommand } from "../add-command.ts";
import { addDataOptions } from "../data-options.ts";
import type { DataFlags } from "../open-practice.ts";
import { countWords } from "../print/problems.ts";
import { exitCodes, type Terminal } from "../terminal.ts";

/** `concord reevaluate`: learns the expected course from the practice's cases and holds every case against all rules. */
export const reevaluateCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("reevaluate")
    .description("Learn the expected course from a practice's own cases, and evaluate every case anew.");
  addDataOptions(command)
    .option("--json", "print what became of it for programs")
    .action(async (flags: DataFlags & { readonly json?: true }) => {
      await run(flags, terminal);
      done(exitCodes.done);
    });
};

const steps: Readonly<Record<ReevaluationStep, string>> = {
  scores: "scoring forms",
  expected: "reading courses",
  caseload: "evaluating cases",
};

async function run(flags: DataFlags & { readonly json?: true }, terminal: Terminal): Promise<void> {
  const { enterPractice, openStoreFor } = await import("../open-practice.ts");
  const { reevaluateAll } = await import("@concord/practice");
  const store = await openStoreFor(flags, terminal, { mustExist: true });
  try {
    const entered = await enterPractice(store, flags, "administrator");
    const found = await reevaluateAll(entered.context, entered.actor, {
      onProgress: ({ step, done, of }) => {
        if (terminal.width === null) return;
        terminal.err(`\r\u001b[K${steps[step]}: ${of === null ? done : `${done} of ${of}`}`);
      },
    });
    if (terminal.width !== null) terminal.err("\r\u001b[K");
    if (flags.json === true) {
      terminal.out(`${JSON.stringify(found, null, 1)}\n`);
      return;
    }
    const kept = found.keptPrior.map(
      ({ instrument, rater, reason }) => `  ${instrument}, ${rater}: the prior stands; ${reason}.\n`,
    );
    const leftOut =
      found.leftOut === 0
        ? ""
        : `${countWords(found.leftOut, "case", "cases")} could not be evaluated and stay as they were.\n`;
    terminal.out(
      `${countWords(found.cases, "case", "cases")} of ${entered.name} evaluated anew; the expected course of ` +
        `${countWords(found.learnt, "form", "forms")} learnt from them.\n${leftOut}${kept.join("")}`,
    );
  } finally {
    await store.close();
  }
}
