import type { Course } from "@concord/course";
import { claimReport, findClaim, readingWords, whyClaim, whyLines } from "@concord/evidence";
import { nearest, quoted } from "@concord/interchange/table";
import { isMessage } from "@concord/messages";
import {
  adviceFor,
  currentSignals,
  detectAll,
  detectors,
  type NamedFigure,
  reflectionLine,
  type Signal,
  whySignal,
} from "@concord/signals";
import type { AddCommand } from "../add-command.ts";
import { english, withEnglish } from "../english.ts";
import { addMappingOptions, type MappingFlags, mappingFrom } from "../mapping-options.ts";
import { paintFor } from "../print/paint.ts";
import { wrapped } from "../print/table.ts";
import { openFile } from "../read-file.ts";
import { names, signalName } from "../signal-name.ts";
import { CommandRefused, exitCodes, type Terminal } from "../terminal.ts";
import { traceFile } from "../trace-file.ts";

interface Found {
  readonly case: string;
  readonly course: Course;
  readonly signal: Signal;
}

/** `concord why SIGNAL FILE`: from what was seen back to the rule, its sources and the claims behind it. */
export const why: AddCommand = (program, terminal, done) => {
  const command = program
    .command("why")
    .description("Explain a signal: what was seen, by which rule, and on what evidence that rule rests.")
    .argument(
      "<signal>",
      "as course prints it, or the beginning of it up to a colon: a case, a case and session",
    )
    .argument(
      "<file>",
      "the file it came from (or the JSON that course printed), or - for the standard input",
    );
  addMappingOptions(command)
    .option("--json", "print the explanation for programs")
    .action(async (wanted: string, file: string, flags: MappingFlags & { readonly json?: true }) => {
      const found = await findSignals(wanted, file, flags, terminal);
      if (flags.json === true)
        terminal.out(`${JSON.stringify({ signals: found.map(forPrograms) }, null, 1)}\n`);
      else terminal.out(`${found.map((each) => explain(each, terminal).join("\n")).join("\n\n")}\n`);
      done(exitCodes.done);
    });
};

async function findSignals(
  wanted: string,
  file: string,
  flags: MappingFlags,
  terminal: Terminal,
): Promise<readonly Found[]> {
  const cases = /\.json$/i.test(file)
    ? await casesIn(file, terminal)
    : (await traceFile(file, await mappingFrom(flags), terminal)).cases;
  const all = cases.flatMap(({ case: name, course, signals }) =>
    signals.map((signal): Found => ({ case: name, course, signal })),
  );
  const found = all.filter((each) => names(wanted, each.case, each.signal));
  if (found.length > 0) return found;
  const inPanel = cases.flatMap((own) => fromPanel(wanted, own.case, own.course));
  if (inPanel.length > 0) return inPanel;
  throw new CommandRefused(notFound(wanted, cases, all));
}

/** The rules that do not speak by themselves are asked only when nothing else answers to the name. */
function fromPanel(wanted: string, name: string, course: Course): readonly Found[] {
  if (!wanted.startsWith(`${name}:`)) return [];
  return detectAll(course, detectors)
    .filter((signal) => names(wanted, name, signal))
    .map((signal) => ({ case: name, course, signal }));
}

function notFound(
  wanted: string,
  cases: readonly { readonly case: string }[],
  all: readonly Found[],
): string {
  if (cases.length === 0) return "The file holds no case that can be traced; concord course says why.";
  if (cases.some((own) => own.case === wanted)) return `Nothing stands out in the case ${quoted(wanted)}.`;
  const every = all.map((each) => signalName(each.case, each.signal));
  const meant = nearest(wanted, wanted.includes(":") ? every : cases.map((own) => own.case));
  return `The file has no signal ${quoted(wanted, 100)}.${meant === null ? " concord course prints them." : ` Did you mean ${meant}?`}`;
}

async function casesIn(
  file: string,
  terminal: Terminal,
): Promise<
  readonly { readonly case: string; readonly course: Course; readonly signals: readonly Signal[] }[]
> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of await openFile(file, terminal)) text += decoder.decode(piece, { stream: true });
  try {
    const parsed = JSON.parse(text + decoder.decode());
    if (Array.isArray(parsed.cases)) return parsed.cases;
  } catch {
    // Said below: whatever it is, it is not what course prints.
  }
  throw new CommandRefused(`${quoted(file, 200)} is not what concord course --json prints.`);
}

function forPrograms({ case: name, signal }: Found) {
  const claims = signal.because.map((id) => findClaim(id)).filter((claim) => claim !== undefined);
  return {
    name: signalName(name, signal),
    case: name,
    signal: withEnglish(signal),
    why: withEnglish(whySignal(signal)),
    claims: withEnglish(claims),
    sources: withEnglish(claims.map((claim) => whyClaim(claim))),
  };
}

function explain(found: Found, terminal: Terminal): readonly string[] {
  const paint = paintFor(terminal);
  const width = Math.max(40, Math.min(terminal.width ?? 100, 110));
  const text = (sentence: string): readonly string[] => wrapped(sentence, width, "  ");
  const { signal } = found;
  const reason = whySignal(signal);
  const parameters = reason.parameters.map(({ label, value, usually }) => {
    return `${english.written(label)} ${figure(value)}${usually === null ? "" : ` (usually ${figure(usually)})`}`;
  });
  const advice = adviceFor(currentSignals(found.course, [signal]))[0];
  return [
    paint.strong(signalName(found.case, signal)),
    ...text(observed(signal)),
    ...text(`Figures: ${figures(reason.observed.named)}.`),
    "",
    paint.strong(
      `The rule: ${english.written(reason.rule.title)} (${reason.rule.detector}, version ${reason.rule.version})`,
    ),
    ...text(english.of(reason.rule.question)),
    ...(parameters.length === 0 ? [] : text(`Parameters: ${parameters.join("; ")}.`)),
    ...text(english.of(reason.rule.standing)),
    "",
    paint.strong("What it stands on"),
    ...reason.basis.flatMap((basis) => {
      const link = basis.doi === undefined ? (basis.url ?? "") : `https://doi.org/${basis.doi}`;
      const source = `${basis.citation.replace(/\.$/, "")}${link === "" ? "" : `, ${link}`}`;
      return text(
        `${basis.summary} ${source} (grade ${basis.grade}, ${basis.certainty}: ${readingWords[basis.read]}).`,
      );
    }),
    ...reason.claims.flatMap((id) => {
      const claim = findClaim(id);
      const name =
        claim === undefined ? `The claim ${id}` : `The claim: ${english.written(claim.title)} (${id})`;
      const [first, ...rest] =
        claim === undefined
          ? [`The claim ${id} is not in this version of the evidence.`]
          : [...claimReport(claim, english), ...whyLines(whyClaim(claim), english)];
      return ["", paint.strong(name), ...text(first!), ...rest.flatMap((line) => text(line))];
    }),
    ...(advice === undefined
      ? []
      : [
          "",
          paint.strong(`To think about: ${english.of(advice.card.title)}`),
          ...text(english.of(advice.card.think)),
          ...text(english.of(reflectionLine)),
        ]),
  ];
}

/** What was observed, in words; what an earlier version printed has the sentence alone. */
function observed(signal: Signal): string {
  if (isMessage(signal.message)) return english.of(signal.message);
  return "sentence" in signal && typeof signal.sentence === "string" ? signal.sentence : "";
}

const figures = (named: readonly NamedFigure[]): string =>
  named.map(({ label, value }) => `${english.written(label)} ${figure(value)}`).join("; ");

const figure = (value: number): string => String(Math.round(value * 100) / 100);
