import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { courseChart } from "@concord/charts";
import { circumplexReadings } from "@concord/course";
import { catalogue } from "@concord/instruments";
import { isIncomplete, writeCases } from "@concord/interchange";
import { type Attention, panelOf, type Signal } from "@concord/signals";
import { Option } from "commander";
import type { AddCommand } from "../add-command.ts";
import { byAttention, standsOut } from "../attention.ts";
import { english, withEnglish } from "../english.ts";
import { type FlagGiven, flagsAsJson, flagsGiven } from "../flags-given.ts";
import { addMappingOptions, type MappingFlags, mappingFrom } from "../mapping-options.ts";
import { caseLines } from "../print/case-lines.ts";
import { overview } from "../print/overview.ts";
import { paintFor } from "../print/paint.ts";
import { panelLines } from "../print/panel-lines.ts";
import { countWords, problemLines } from "../print/problems.ts";
import { rowsLine } from "../print/rows-read.ts";
import { CommandRefused, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { type TracedCase, type TracedFile, traceFile } from "../trace-file.ts";

/** Of more cases than this, only those are described in which something stands out now. */
const describedAll = 12;

interface CourseFlags extends MappingFlags {
  readonly json?: true;
  readonly svg?: string;
  readonly allSignals?: true;
  readonly allProblems?: true;
  readonly only?: readonly string[];
  readonly sort: "attention" | "file";
  readonly brief?: true;
  readonly everyCase?: true;
  readonly panel?: true;
}

/** `concord course FILE`: session ratings in, each case's course, signals and reasons out. */
export const course: AddCommand = (program, terminal, done) => {
  const command = program
    .command("course")
    .description("Trace each case in a file of ratings: its course, its signals, what stands out.")
    .argument("<file>", "a CSV file, or - for the standard input");
  addMappingOptions(command)
    .option("--json", "print cases, courses and signals for programs, and nothing else")
    .option("--svg <folder>", "draw each course into this folder")
    .option("--panel", "set all rules for ruptures side by side, with their agreement")
    .option("--brief", "print the table alone")
    .option("--every-case", `describe every case, also of a file with more than ${describedAll} of them`)
    .option("--all-signals", "print every signal, not only the strongest now")
    .option("--all-problems", "print every problem with the file, not only the first twenty")
    .addOption(
      new Option("--only <case>", "print this case alone (may be repeated)").argParser(
        (text: string, before: readonly string[] | undefined) => [...(before ?? []), text],
      ),
    )
    .addOption(
      new Option("--sort <order>", "who needs a thought first, or as in the file")
        .choices(["attention", "file"])
        .default("attention"),
    )
    .action(async (file: string, flags: CourseFlags) => {
      done(await runCourse(file, flags, flagsGiven(command), terminal));
    });
};

async function runCourse(
  file: string,
  flags: CourseFlags,
  given: readonly FlagGiven[],
  terminal: Terminal,
): Promise<ExitCode> {
  const traced = await traceFile(file, await mappingFrom(flags), terminal);
  const cases = chosen(traced.cases, flags.only);
  if (flags.svg !== undefined) await drawAll(cases, flags.svg);
  if (flags.json === true) {
    const summary = { ...traced.ratings.summary, flags: flagsAsJson(given) };
    const tail = { problems: traced.ratings.problems, summary };
    const written = flags.panel === true ? cases.map(withPanel) : cases.map(forPrograms);
    for (const piece of writeCases(written, tail)) {
      terminal.out(piece);
      await terminal.drained();
    }
  } else if (cases.length > 0) await print(cases, traced, flags, terminal);
  return report(traced, flags, terminal);
}

const forPrograms = ({ case: name, therapist, course: own, signals, attention, times }: TracedCase) => ({
  case: name,
  therapist,
  // The words of estimates as text, as the schema has them; the rest as it is.
  course: withEnglish(own) as typeof own,
  signals: signals.map(withEnglish),
  circumplex: circumplexReadings(own),
  attention: attentionForPrograms(attention),
  times,
});

/** What needs attention as plain data: the sentence beside the message, and signals by their names. */
const attentionForPrograms = ({ items, headline, suspended, version, parameters, weight }: Attention) => ({
  version,
  parameters,
  weight,
  headline: english.of(headline),
  items: items.map(({ kind, id, weight: own, session, message, review, event, outcome, signals }) => ({
    kind,
    id,
    weight: own,
    session,
    sentence: english.of(message),
    message,
    ...(review === undefined ? {} : { review }),
    ...(event === undefined
      ? {}
      : {
          event: {
            start: event.start,
            end: event.end,
            state: event.state,
            decrease: event.decrease,
            reports: event.reports,
          },
        }),
    ...(outcome === undefined ? {} : { outcome: { instrument: outcome.instrument, state: outcome.state } }),
    signals: signals.map(({ detector, version: rule, session: at, rater, scale, provisional }) => ({
      detector,
      version: rule,
      session: at,
      rater,
      scale,
      provisional,
    })),
  })),
  suspended: suspended.map(({ because, message }) => ({ because, sentence: english.of(message) })),
});

const withPanel = (own: TracedCase) => ({ ...forPrograms(own), panel: withEnglish(panelOf(own.course)) });

function chosen(cases: readonly TracedCase[], only: readonly string[] | undefined): readonly TracedCase[] {
  if (only === undefined) return cases;
  const found = cases.filter((own) => only.includes(own.case));
  const lost = only.filter((name) => !cases.some((own) => own.case === name));
  if (lost.length > 0 && cases.length > 0)
    throw new CommandRefused(`The file has no case ${lost.join(", ")}.`);
  return found;
}

async function print(
  cases: readonly TracedCase[],
  traced: TracedFile,
  flags: CourseFlags,
  terminal: Terminal,
): Promise<void> {
  const paint = paintFor(terminal);
  const width = Math.max(40, Math.min(terminal.width ?? 100, 120));
  const ordered = flags.sort === "file" ? cases : byAttention(cases);
  terminal.out(`${overview(ordered, paint).join("\n")}\n`);
  const described =
    flags.everyCase === true || cases.length <= describedAll ? ordered : ordered.filter(standsOut);
  if (flags.brief !== true) {
    for (const own of described) {
      const lines =
        flags.panel === true
          ? panelLines(own, { width, paint })
          : caseLines(own, { width, paint, allSignals: flags.allSignals === true });
      terminal.out(`\n${lines.join("\n")}\n`);
      await terminal.drained();
    }
  }
  terminal.out(`\n${closing(cases, traced, flags.brief === true ? 0 : cases.length - described.length)}\n`);
}

function closing(cases: readonly TracedCase[], { ratings }: TracedFile, undescribed: number): string {
  const { summary } = ratings;
  const noted = cases.filter(standsOut).length;
  const counts = [
    countWords(cases.length, "case", "cases"),
    countWords(summary.scores, "score", "scores"),
    `${noted === 0 ? "none" : noted.toLocaleString("en")} that ${noted === 1 ? "needs" : "need"} attention`,
    ...(summary.missing > 0 ? [countWords(summary.missing, "missing answer", "missing answers")] : []),
    ...(summary.passedOver > 0
      ? [countWords(summary.passedOver, "row passed over", "rows passed over")]
      : []),
  ];
  const lines = [`${counts.join(", ")}.`];
  if (undescribed > 0) {
    lines.push(
      `${countWords(undescribed, "case stands", "cases stand")} in the table only: nothing stands out there (--every-case).`,
    );
  }
  lines.push(...withoutCriterion(cases));
  if (cases.some((own) => own.signals.some((signal) => signal.provisional))) {
    lines.push(
      "Some thresholds are provisional: concord why SIGNAL FILE says which, and on what each rule rests.",
    );
  }
  return lines.join("\n");
}

/** Why no change is called reliable, said once for each instrument. */
function withoutCriterion(cases: readonly TracedCase[]): readonly string[] {
  const reasons = new Set<string>();
  for (const { course: own } of cases) {
    for (const change of own.changes) {
      if (change.kind === "none" && change.reason.id !== "case.change.once")
        reasons.add(english.of(change.reason));
    }
  }
  return [...reasons];
}

/** What was assumed and what was wrong goes to the error output, so that it never mixes with data. */
function report({ ratings }: TracedFile, flags: CourseFlags, terminal: Terminal): ExitCode {
  const { problems, summary } = ratings;
  for (const note of summary.notes) terminal.err(`note: ${note}\n`);
  const troubles = { listed: problems, total: summary.problems, byKind: summary.byKind };
  for (const line of problemLines(troubles, flags.allProblems === true)) terminal.err(`${line}\n`);
  const rows = rowsLine(summary.rows, summary.used, summary.leftOut);
  if (rows !== null && ratings.kept.length > 0) terminal.err(`${rows}\n`);
  if (ratings.kept.length === 0) {
    if (problems.length === 0) terminal.err("The file holds no rating.\n");
    return exitCodes.nothing;
  }
  return isIncomplete(summary) ? exitCodes.withProblems : exitCodes.done;
}

async function drawAll(cases: readonly TracedCase[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const titles = Object.fromEntries(catalogue.map(({ id, shortTitle }) => [id, shortTitle]));
  const taken = new Set<string>();
  for (const [at, own] of cases.entries()) {
    const svg = courseChart(own.course, own.signals.map(withText), {
      standalone: true,
      messages: english,
      titles,
      id: `course-${at + 1}`,
    });
    await writeFile(path.join(folder, `${fileName(own.case, taken)}.svg`), svg);
  }
}

const withText = (signal: Signal) => ({ ...signal, text: english.of(signal.message) });

/** A case's name as a file's: letters, digits, dot, hyphen; never a path, never one already taken. */
function fileName(name: string, taken: Set<string>): string {
  const stem =
    name
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}.-]+/gu, "_")
      .replace(/^\.+/, "_")
      .slice(0, 80) || "case";
  let free = stem;
  for (let next = 2; taken.has(free.toLowerCase()); next++) free = `${stem}-${next}`;
  taken.add(free.toLowerCase());
  return free;
}
