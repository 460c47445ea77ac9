import type { StudiesRead } from "@concord/interchange";
import type { FrameRules } from "@concord/interchange/table";
import type { AddCommand } from "../add-command.ts";
import { openFile } from "../read-file.ts";
import { addTableOptions, type TableFlags, tableRules } from "../table-options.ts";
import { CommandRefused, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";

/** `concord studies FILE`: what a table of studies or a bibliography holds, and what of it can be used. */
export const studiesCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("studies")
    .description("Read a table of studies or a bibliography, and list what can be used and what cannot.")
    .argument(
      "<file>",
      "a table (CSV), or a bibliography: BibTeX, RIS, nbib, CSL-JSON, EndNote, Rayyan, Scopus and others; - is the standard input",
    )
    .option("--json", "print the result for programs");
  addTableOptions(command).action(async (file: string, flags: TableFlags & { readonly json?: true }) => {
    done(await run(file, flags.json === true, tableRules(flags), terminal));
  });
};

async function run(file: string, isJson: boolean, rules: FrameRules, terminal: Terminal): Promise<ExitCode> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await openFile(file, terminal)) pieces.push(piece);
  const { formatNames, problemLine, readStudies } = await import("@concord/interchange");
  const read = await readStudies(new Uint8Array(Buffer.concat(pieces)), file, [], rules);
  const { format, found, studies, problems, changes, notes } = read;
  if (isJson) terminal.out(`${JSON.stringify(jsonOf(read), null, 1)}\n`);
  else {
    if (format === null) throw new CommandRefused(problems[0]?.sentence ?? "The file cannot be read.");
    const name = format === "table" ? "Table of studies" : formatNames[format];
    const things = format === "table" ? "rows" : "entries";
    terminal.out(`${name}: ${found} ${things}, ${studies.length} studies, ${problems.length} left out.\n`);
    for (const { study, line } of studies) terminal.out(`line ${line}: ${study.id}: ${study.citation}\n`);
    for (const problem of problems) terminal.err(`${problemLine(problem)}\n`);
    for (const { line, column, sentence } of changes) terminal.err(`line ${line}, ${column}: ${sentence}\n`);
    for (const note of notes) terminal.err(`note: ${note}\n`);
  }
  if (studies.length === 0) return exitCodes.nothing;
  return problems.length > 0 ? exitCodes.withProblems : exitCodes.done;
}

function jsonOf({ format, found, studies, problems, changes, notes }: StudiesRead): object {
  return {
    format,
    found,
    taken: studies.length,
    studies: studies.map(({ study, line }) => ({ line, ...study })),
    problems,
    changes,
    notes,
  };
}
