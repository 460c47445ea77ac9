import {
  type Claim,
  cannotBeRederived,
  claim,
  claimReport,
  effectMessage,
  type Ledger,
  latestEdition,
  openLedger,
  claims as publishedClaims,
  simulatedCorpus,
  synthesize,
  whyClaim,
  whyLines,
} from "@concord/evidence";
import { nearest, quoted } from "@concord/interchange/table";
import type { AddCommand } from "../add-command.ts";
import { english, withEnglish } from "../english.ts";
import { paintFor } from "../print/paint.ts";
import { textTable, wrapped } from "../print/table.ts";
import { CommandRefused, exitCodes, type Terminal } from "../terminal.ts";

interface ClaimsFlags {
  readonly json?: true;
  readonly simulated?: true;
  readonly grade?: string;
  readonly serves?: string;
}

/** `concord claims [ID]`: what the evidence lets one say, and for one claim why. */
export const claimsCommand: AddCommand = (program, terminal, done) => {
  program
    .command("claims")
    .description("List what the evidence lets one say, or walk one claim back to its studies.")
    .argument("[id]", "one claim, or the beginning of its name")
    .option("--grade <letter>", "only A (meta-analysis), B (trial or longitudinal study) or C (experts)")
    .option("--serves <system>", "only claims for one of the systems S1 to S11")
    .option("--simulated", "the made-up studies to learn with, and what is computed from them")
    .option("--json", "print them for programs")
    .action((id: string | undefined, flags: ClaimsFlags) => {
      const ledger = flags.simulated === true ? openLedger(simulatedCorpus, simulatedOn) : undefined;
      const all = ledger === undefined ? publishedClaims : computedClaims(ledger);
      const chosen = id === undefined ? all.filter((own) => meets(own, flags)) : [find(id, all)];
      if (flags.json === true) {
        const described = id === undefined ? chosen : chosen.map((own) => whyClaim(own, ledger));
        terminal.out(`${JSON.stringify(withEnglish(described), null, 1)}\n`);
      } else {
        const lines = id === undefined ? list(chosen) : describe(chosen[0]!, ledger, terminal);
        terminal.out(`${lines.join("\n")}\n`);
      }
      done(exitCodes.done);
    });
};

/** The made-up studies never change, and neither does the date of their editions. */
const simulatedOn = "2026-11-22";

function computedClaims(ledger: Ledger): readonly Claim[] {
  return ledger.claims.flatMap((text) => {
    const definition = ledger.definitions.find(({ id }) => id === text.synthesis);
    const edition = latestEdition(ledger.editions, text.synthesis);
    if (definition === undefined || edition === undefined) return [];
    const claimed = claim(synthesize(definition, ledger.studies), text, {
      edition: edition.id,
      date: edition.date,
    });
    return claimed.kind === "claimed" ? [claimed.claim] : [];
  });
}

function meets(own: Claim, { grade, serves }: ClaimsFlags): boolean {
  return (
    (grade === undefined || own.grade === grade.toUpperCase()) &&
    (serves === undefined || own.serves.includes(serves.toUpperCase()))
  );
}

function find(id: string, all: readonly Claim[]): Claim {
  const exact = all.find((own) => own.id === id);
  if (exact !== undefined) return exact;
  const ids = all.map((own) => own.id);
  const begins = ids.filter((each) => each.startsWith(id));
  if (begins.length === 1) return all.find((own) => own.id === begins[0])!;
  const meant = begins.length > 0 ? begins.join(", ") : nearest(id, ids);
  const hint = meant === null ? "concord claims lists them." : `Did you mean ${meant}?`;
  throw new CommandRefused(`There is no claim ${quoted(id)}. ${hint}`);
}

function list(chosen: readonly Claim[]): readonly string[] {
  if (chosen.length === 0) return ["No claim meets that."];
  const rows = chosen.map((own) => [
    own.id,
    english.written(own.title),
    own.grade,
    own.leading === null || own.leading.estimate === null
      ? "in words"
      : english.written(effectMessage(own.leading)),
    own.k === null ? "" : String(own.k),
    own.serves.join(" "),
  ]);
  return textTable(
    [
      { title: "Claim" },
      { title: "About" },
      { title: "Grade" },
      { title: "Leading figure" },
      { title: "k", align: "right" },
      { title: "Serves" },
    ],
    rows,
  );
}

function describe(own: Claim, ledger: Ledger | undefined, terminal: Terminal): readonly string[] {
  const paint = paintFor(terminal);
  const width = Math.max(40, Math.min(terminal.width ?? 100, 110));
  const text = (line: string): readonly string[] => wrapped(line, width, "  ");
  const reason = whyClaim(own, ledger);
  const isQuoted = reason.sources.some(({ kind }) => kind === "published");
  return [
    paint.strong(`${english.written(own.title)} (${own.id})`),
    ...claimReport(own, english).flatMap(text),
    "",
    paint.strong("Back to the studies"),
    ...whyLines(reason, english).flatMap(text),
    ...(isQuoted
      ? [
          "",
          paint.strong("What needs the studies' own figures"),
          ...cannotBeRederived.flatMap((line) => text(`– ${english.of(line)}`)),
        ]
      : []),
  ];
}
