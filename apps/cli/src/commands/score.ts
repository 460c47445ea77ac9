import { createWriteStream, type WriteStream } from "node:fs";
import { score } from "@concord/instruments";
import { type FormsRead, isIncomplete, readForms, readingReport } from "@concord/interchange";
import type { AddCommand } from "../add-command.ts";
import { type FlagGiven, flagsAsJson, flagsGiven } from "../flags-given.ts";
import { addMappingOptions, type MappingFlags, mappingFrom } from "../mapping-options.ts";
import { countWords, problemLines } from "../print/problems.ts";
import { rowsLine } from "../print/rows-read.ts";
import { csvFormat, jsonFormat, tableFormat } from "../print/score-formats.ts";
import { openFile } from "../read-file.ts";
import { type ExitCode, exitCodes, type Terminal } from "../terminal.ts";

interface ScoreFlags extends MappingFlags {
  readonly json?: true;
  readonly table?: true;
  readonly output?: string;
  readonly allProblems?: true;
}

/** `concord score FILE --instrument ID`: answers in, scores out, a row for each form. */
export const scoreCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("score")
    .description("Score forms from the answers to their items, by each instrument's own rules.")
    .argument(
      "<file>",
      "a CSV file of answers, a row for each form or for each answer, or - for the standard input",
    );
  addMappingOptions(command)
    .option("--json", "print JSON, a line for each form")
    .option("--table", "print a table for people")
    .option("--output <file>", "write to a file instead of the standard output")
    .option("--all-problems", "print every problem with the file, not only the first twenty")
    .action(async (file: string, flags: ScoreFlags) => {
      done(await runScore(file, flags, flagsGiven(command), terminal));
    });
};

async function runScore(
  file: string,
  flags: ScoreFlags,
  given: readonly FlagGiven[],
  terminal: Terminal,
): Promise<ExitCode> {
  const mapping = await mappingFrom(flags);
  const source = await openFile(file, terminal);
  const sink = flags.output === undefined ? terminalSink(terminal) : fileSink(flags.output);
  const format = flags.json === true ? jsonFormat() : flags.table === true ? tableFormat() : csvFormat();
  const read = await readForms(paced(source, sink), mapping, (form) => {
    const { id: instrument, version } = form.form;
    const scored = score(form.form, {
      kind: "response",
      instrument,
      version,
      values: form.values,
      texts: {},
    });
    sink.write(format.form(form, scored));
  });
  sink.write(
    format.end({
      problems: read.problems,
      input: { ...readingReport(read), flags: flagsAsJson(given) },
    }),
  );
  await sink.close();
  return report(read, flags, terminal);
}

function report(read: FormsRead, flags: ScoreFlags, terminal: Terminal): ExitCode {
  for (const note of read.notes) terminal.err(`note: ${note}\n`);
  const troubles = { listed: read.problems, total: read.problemCount, byKind: read.byKind };
  for (const line of problemLines(troubles, flags.allProblems === true)) terminal.err(`${line}\n`);
  if (read.forms === 0) {
    if (read.problemCount === 0) terminal.err("The file holds no answers.\n");
    return exitCodes.nothing;
  }
  const rows = rowsLine(read.rows, read.used, read.leftOut);
  if (rows !== null) terminal.err(`${rows}\n`);
  terminal.err(`${countWords(read.forms, "form", "forms")} from ${countWords(read.rows, "row", "rows")}.\n`);
  return isIncomplete(read) ? exitCodes.withProblems : exitCodes.done;
}

interface Sink {
  readonly write: (text: string) => void;
  readonly drained: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Small pieces are gathered: a write for each form would cost more than its score. */
const pieceLength = 1 << 16;

function gathering(write: (text: string) => void): {
  readonly add: (text: string) => void;
  readonly flush: () => void;
} {
  let held = "";
  const flush = (): void => {
    if (held !== "") write(held);
    held = "";
  };
  const add = (text: string): void => {
    held += text;
    if (held.length >= pieceLength) flush();
  };
  return { add, flush };
}

function terminalSink(terminal: Terminal): Sink {
  const { add, flush } = gathering(terminal.out);
  return {
    write: add,
    drained: terminal.drained,
    close: async () => {
      flush();
      await terminal.drained();
    },
  };
}

function fileSink(name: string): Sink {
  const stream: WriteStream = createWriteStream(name);
  const failed = new Promise<never>((_, reject) => stream.once("error", reject));
  failed.catch(() => {});
  const { add, flush } = gathering((text) => void stream.write(text));
  return {
    write: add,
    drained: async () => {
      if (stream.writableNeedDrain) {
        await Promise.race([new Promise<void>((resolve) => stream.once("drain", resolve)), failed]);
      }
    },
    close: async () => {
      flush();
      await Promise.race([new Promise<void>((resolve) => stream.end(resolve)), failed]);
    },
  };
}

/** Reads on only when what was written has left: memory does not grow with the file. */
async function* paced(source: AsyncIterable<Uint8Array>, sink: Sink): AsyncIterable<Uint8Array> {
  for await (const piece of source) {
    yield piece;
    await sink.drained();
  }
}
