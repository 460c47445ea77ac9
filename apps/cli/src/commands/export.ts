import { catalogue } from "@concord/instruments";
import { codebook, type ExportCase, type ExportResponse, wideTable } from "@concord/interchange";
import type { ExportRow } from "@concord/practice";
import type { AddCommand } from "../add-command.ts";
import { addDataOptions } from "../data-options.ts";
import type { DataFlags } from "../open-practice.ts";
import { countWords } from "../print/problems.ts";
import { CommandRefused, exitCodes, type Terminal } from "../terminal.ts";
import { writeLines } from "../write-lines.ts";

interface ExportFlags extends DataFlags {
  readonly long?: true;
  readonly wide?: true;
  readonly json?: true;
  readonly codebook?: true;
  readonly output?: string;
}

/** `concord export`: the ratings of clients who agreed to research, without anything that points at a person. */
export const exportCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("export")
    .description("Write the ratings of clients who agreed to research, without names.");
  addDataOptions(command)
    .option("--long", "a row for each score and each answer (the default)")
    .option("--wide", "a row for each case, columns as phq-9_s03_i05_c and phq-9_s03_total_c")
    .option("--json", "JSON: cases with their forms, answers and scores")
    .option("--codebook", "what the columns mean: every item and scale of the instruments in the export")
    .option("--output <file>", "write to a file instead of the standard output")
    .action(async (flags: ExportFlags) => {
      const formats = [flags.long, flags.wide, flags.json, flags.codebook].filter((each) => each === true);
      if (formats.length > 1)
        throw new CommandRefused("Choose one of --long, --wide, --json and --codebook.");
      await runExport(flags, terminal);
      done(exitCodes.done);
    });
};

async function runExport(flags: ExportFlags, terminal: Terminal): Promise<void> {
  const { enterPractice, openStoreFor } = await import("../open-practice.ts");
  const { exportDeidentified, exportLines } = await import("@concord/practice");
  const store = await openStoreFor(flags, terminal, { mustExist: true });
  try {
    const entered = await enterPractice(store, flags, "researcher");
    const { rows, cases, leftOut } = await exportDeidentified(entered.context, entered.actor);
    await writeLines(linesOf(rows, flags, exportLines), flags.output, terminal);
    const without = leftOut === 0 ? "" : `; ${leftOut} left out because no consent to research stands`;
    terminal.err(`${countWords(cases, "case", "cases")} of ${entered.name}${without}.\n`);
    if (entered.simulated) terminal.err("note: This practice is simulated; everything in it is made up.\n");
  } finally {
    await store.close();
  }
}

function linesOf(
  rows: readonly ExportRow[],
  flags: ExportFlags,
  long: (rows: Iterable<ExportRow>) => Iterable<string>,
): Iterable<string> {
  if (flags.wide === true) return wideTable(exportedCases(rows));
  if (flags.json === true) return jsonLines(exportedCases(rows));
  if (flags.codebook !== true) return long(rows);
  const used = new Set(rows.map((row) => row.instrument));
  return codebook(catalogue.filter(({ id }) => used.has(id)));
}

function* jsonLines(cases: readonly ExportCase[]): Iterable<string> {
  yield '{"cases":[';
  for (const [at, own] of cases.entries()) yield `${at === 0 ? "\n" : ",\n"}${JSON.stringify(own)}`;
  yield "\n]}\n";
}

/** Gathers the rows of an export by case and form. */
function exportedCases(rows: readonly ExportRow[]): readonly ExportCase[] {
  return [...Map.groupBy(rows, (row) => row.case)].map(([name, own]) => ({
    case: name,
    therapist: own[0]!.therapist,
    responses: [...Map.groupBy(own, (row) => `${row.instrument} ${row.session} ${row.rater}`).values()].map(
      formOf,
    ),
  }));
}

function formOf(rows: readonly ExportRow[]): ExportResponse {
  const { session, rater, instrument } = rows[0]!;
  return {
    session,
    date: null,
    rater,
    instrument,
    version: rows.find((row) => row.version !== "")?.version ?? "",
    values: Object.fromEntries(
      rows.flatMap(({ item, value }) => (item === null || value === null ? [] : [[item, value]])),
    ),
    scores: rows.flatMap(({ scale, value, minimum, maximum, prorated, scoring }) =>
      scale === null || value === null || minimum === null || maximum === null
        ? []
        : [{ scale, value, minimum, maximum, prorated: prorated === true, scoring: scoring ?? "" }],
    ),
  };
}
