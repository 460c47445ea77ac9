import { createWriteStream, type WriteStream } from "node:fs";
import { catalogue, type Instrument, type Score, score } from "@concord/instruments";
import { csvLine, type FormsRead, type ReadForm, readForms } from "@concord/interchange";
import { addMappingOptions, type MappingFlags, mappingFrom } from "../mapping-options.ts";
import { countWords, problemLines } from "../print/problems.ts";
import { textTable } from "../print/table.ts";
import type { AddCommand } from "../program.ts";
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
      done(await runScore(file, flags, terminal));
    });
};

async function runScore(file: string, flags: ScoreFlags, terminal: Terminal): Promise<ExitCode> {
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
  sink.write(format.end());
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
  terminal.err(`${countWords(read.forms, "form", "forms")} from ${countWords(read.rows, "row", "rows")}.\n`);
  return read.problemCount > 0 ? exitCodes.withProblems : exitCodes.done;
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

interface Format {
  readonly form: (form: ReadForm, scored: Score) => string;
  readonly end: () => string;
}

const formHeading = ["case", "therapist", "session", "time", "date", "rater", "instrument", "version"];
const endHeading = ["prorated", "unscorable", "risk", "scoring"];

function formFields({
  case: name,
  therapist,
  session,
  time,
  date,
  form,
}: ReadForm): (string | number | null)[] {
  return [name, therapist, session, time, date, form.rater, form.id, form.version];
}

function endFields(scored: Score): string[] {
  let prorated = "";
  let unscorable = "";
  for (const scale of scored.scales) {
    if (scale.kind === "unscorable")
      unscorable += `${unscorable === "" ? "" : "; "}${scale.scale}: ${scale.reason}`;
    else if (scale.prorated) prorated += `${prorated === "" ? "" : " "}${scale.scale}`;
  }
  const risk = scored.risks.map(({ item, value, about }) => `${item}=${value} (${about})`).join(" ");
  return [prorated, unscorable, risk, scored.scoring];
}

/** The scales of the first form give the columns; a form of another instrument begins a heading of its own. */
function csvFormat(): Format {
  let current: Instrument | null = null;
  let scales: readonly string[] = [];
  return {
    form: (form, scored) => {
      let text = "";
      if (form.form !== current) {
        current = form.form;
        const own = form.form.scales.map((scale) => scale.id);
        if (own.join(" ") !== scales.join(" ")) {
          text = `${scales.length > 0 ? "\n" : ""}${csvLine([...formHeading, ...own, ...endHeading])}`;
          scales = own;
        }
      }
      const values = scored.scales.map((scale) => (scale.kind === "score" ? scale.value : null));
      return text + csvLine([...formFields(form), ...values, ...endFields(scored)]);
    },
    end: () => "",
  };
}

function jsonFormat(): Format {
  let first = true;
  return {
    form: (
      { case: name, therapist, session, time, date, form, values },
      { instrument, version, ...scored },
    ) => {
      const start = first ? '{"forms":[\n' : ",\n";
      first = false;
      const own = { case: name, therapist, session, time, date, rater: form.rater, instrument, version };
      return `${start}${JSON.stringify({ ...own, answers: values, ...scored })}`;
    },
    end: () => `${first ? '{"forms":[' : ""}\n]}\n`,
  };
}

/** For people: held until the end, so that columns fit. */
function tableFormat(): Format {
  const rows: string[][] = [];
  const scales = new Set<string>();
  const scored: { readonly fields: readonly string[]; readonly score: Score }[] = [];
  const titles = new Map(catalogue.map(({ id, shortTitle }) => [id, shortTitle]));
  return {
    form: (form, own) => {
      const when = form.session === null ? (form.time ?? form.date ?? "–") : String(form.session);
      scored.push({
        fields: [form.case, when, form.form.rater, titles.get(form.form.id) ?? form.form.id],
        score: own,
      });
      for (const { scale } of own.scales) scales.add(scale);
      return "";
    },
    end: () => {
      if (scored.length === 0) return "";
      for (const { fields, score: own } of scored) {
        rows.push([...fields, ...[...scales].map((id) => cell(own, id)), endFields(own)[2]!]);
      }
      const heading = [{ title: "Case" }, { title: "Session" }, { title: "Rater" }, { title: "Form" }];
      const numbers = [...scales].map((title) => ({ title, align: "right" as const }));
      return `${textTable([...heading, ...numbers, { title: "Risk" }], rows).join("\n")}\n`;
    },
  };
}

/** A prorated score is marked, one that cannot be given is a dash. */
function cell(own: Score, id: string): string {
  const found = own.scales.find(({ scale }) => scale === id);
  if (found === undefined) return "";
  if (found.kind === "unscorable") return "–";
  return `${Math.round(found.value * 100) / 100}${found.prorated ? "*" : ""}`;
}
