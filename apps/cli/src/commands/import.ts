import { isIncomplete, losesRows, readingReport, readRatings } from "@concord/interchange";
import type { AddCommand } from "../add-command.ts";
import { addDataOptions } from "../data-options.ts";
import { english } from "../english.ts";
import { type FlagGiven, flagsAsJson, flagsGiven } from "../flags-given.ts";
import { addMappingOptions, type MappingFlags, mappingFrom } from "../mapping-options.ts";
import type { DataFlags } from "../open-practice.ts";
import { countWords, problemLines } from "../print/problems.ts";
import { rowsLine } from "../print/rows-read.ts";
import { openFile } from "../read-file.ts";
import { CommandRefused, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";

interface ImportFlags extends MappingFlags, DataFlags {
  readonly for?: string;
  readonly soundRows?: true;
  readonly allProblems?: true;
  readonly json?: true;
}

/** `concord import FILE`: ratings into the practice, all of the file or none of it. */
export const importCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("import")
    .description("Take the ratings of a file into a practice: all of them, or none.")
    .argument("<file>", "a CSV file, or - for the standard input");
  addDataOptions(addMappingOptions(command))
    .option(
      "--for <person>",
      "whose cases they are where the file does not say: a therapist's name or address",
    )
    .option("--sound-rows", "import what is sound and leave out rows that have a problem")
    .option("--json", "print what was read and imported for programs")
    .option("--all-problems", "print every problem with the file, not only the first twenty")
    .action(async (file: string, flags: ImportFlags) => {
      done(await runImport(file, flags, flagsGiven(command), terminal));
    });
};

async function runImport(
  file: string,
  flags: ImportFlags,
  given: readonly FlagGiven[],
  terminal: Terminal,
): Promise<ExitCode> {
  const ratings = await readRatings(await openFile(file, terminal), await mappingFrom(flags));
  const { summary, problems, kept } = ratings;
  const say = (result: object): void => {
    if (flags.json !== true) return;
    const input = { ...readingReport(summary), flags: flagsAsJson(given) };
    terminal.out(`${JSON.stringify({ ...result, problems, input }, null, 1)}\n`);
  };
  for (const note of summary.notes) terminal.err(`note: ${note}\n`);
  const troubles = { listed: problems, total: summary.problems, byKind: summary.byKind };
  for (const line of problemLines(troubles, flags.allProblems === true)) terminal.err(`${line}\n`);
  const rows = rowsLine(summary.rows, summary.used, summary.leftOut);
  if (rows !== null && kept.length > 0) terminal.err(`${rows}\n`);
  if (kept.length === 0) {
    say({ kind: "unread" });
    terminal.err("Nothing was imported.\n");
    return exitCodes.nothing;
  }
  if (losesRows(summary) && flags.soundRows !== true) {
    say({ kind: "incomplete" });
    terminal.err(
      "Nothing was imported, because some rows would be left out. --sound-rows imports the others.\n",
    );
    return exitCodes.nothing;
  }
  const { enterPractice, openStoreFor } = await import("../open-practice.ts");
  const store = await openStoreFor(flags, terminal, { mustExist: true });
  try {
    const { importRatings } = await import("@concord/practice");
    const { staff } = await import("@concord/store");
    const entered = await enterPractice(store, flags, "administrator");
    const people = await store.within(entered.practice, (scope) => staff.list(scope));
    const therapist =
      flags.for === undefined
        ? undefined
        : people.find(({ name, email }) => [name, email].includes(flags.for!));
    if (flags.for !== undefined && therapist?.roles.includes("therapist") !== true) {
      throw new CommandRefused(`No therapist of ${entered.name} goes by ${flags.for}.`);
    }
    const result = await importRatings(entered.context, entered.actor, kept, {
      ...(therapist === undefined ? {} : { therapist: therapist.staff }),
      ...(flags.age === undefined ? {} : { ageBand: flags.age }),
    });
    const refused =
      result.kind === "refused"
        ? result.problems.map((problem) => ({ ...problem, sentence: english.of(problem.message) }))
        : [];
    say(result.kind === "refused" ? { kind: result.kind, refused } : result);
    if (result.kind === "refused") {
      for (const { case: name, session, sentence } of refused.slice(0, 20)) {
        terminal.err(`case ${name}${session === null ? "" : `, session ${session}`}: ${sentence}\n`);
      }
      const more = result.problems.length - 20;
      if (more > 0) terminal.err(`… and ${more} more.\n`);
      terminal.err("Nothing was imported.\n");
      return exitCodes.nothing;
    }
    const opened = `${countWords(result.cases, "case", "cases")} (${result.newCases} new)`;
    const here =
      result.alreadyHere > 0
        ? ` ${countWords(result.alreadyHere, "form was", "forms were")} here already.`
        : "";
    const said = flags.json === true ? terminal.err : terminal.out;
    said(
      `Imported into ${entered.name}: ${countWords(result.forms, "form", "forms")} of ${opened}.${here}\n`,
    );
    if (result.riskTasks > 0) {
      said(
        `${countWords(result.riskTasks, "risk answer", "risk answers")} among them: see the tasks in the clinic.\n`,
      );
    }
    return isIncomplete(summary) ? exitCodes.withProblems : exitCodes.done;
  } finally {
    await store.close();
  }
}
