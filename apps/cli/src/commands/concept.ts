import { writeSources } from "@concord/interchange";
import { quoted } from "@concord/interchange/table";
import { type ConceptPage, citationOf, pageToCsl, pageToHtml, pageToMarkdown } from "@concord/library";
import type { ConceptView } from "@concord/practice";
import type { AddCommand } from "../add-command.ts";
import { addDataOptions } from "../data-options.ts";
import { english, withEnglish } from "../english.ts";
import { annotate } from "../library/annotate.ts";
import { withLibrary } from "../library/with-library.ts";
import type { DataFlags } from "../open-practice.ts";
import { paintFor } from "../print/paint.ts";
import { countWords } from "../print/problems.ts";
import { wrapped } from "../print/table.ts";
import { CommandRefused, exitCodes, type Terminal } from "../terminal.ts";
import { wholeNumber } from "../whole-number.ts";

const formats = ["markdown", "html", "csl", "bibtex", "ris", "annotations"] as const;
type Format = (typeof formats)[number];
type Flags = DataFlags & {
  readonly limit: number;
  readonly to?: string;
  readonly draftGlosses?: true;
  readonly json?: true;
};

/** `concord concept NAME`: its page, and the passages the library offers for it. */
export const conceptCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("concept")
    .description("Show the page of a concept, and the passages a practice's library offers for it.")
    .argument("<name...>", "the concept, by its name or by one of its names");
  addDataOptions(command)
    .option("--limit <count>", "how many passages to offer", wholeNumber(0, 1000), 10)
    .option(
      "--to <format>",
      "write the page alone: markdown, html, annotations (W3C), or its sources as csl (CSL-JSON), bibtex or ris",
    )
    .option("--draft-glosses", "let the practice's own language model draft the glosses that are missing")
    .option("--json", "print page and passages for programs")
    .action(async (name: readonly string[], flags: Flags) => {
      if (flags.draftGlosses === true) {
        const { draftGlosses } = await import("../library/draft-glosses.ts");
        done(await draftGlosses(name.join(" "), flags, terminal));
        return;
      }
      await run(name.join(" "), flags, terminal);
      done(exitCodes.done);
    });
};

async function run(name: string, flags: Flags, terminal: Terminal): Promise<void> {
  const format = formats.find((own) => own === flags.to);
  if (flags.to !== undefined && format === undefined)
    throw new CommandRefused(`A page is written as ${formats.join(", ")}; not as ${quoted(flags.to)}.`);
  const { readConcept, readText } = await import("@concord/practice");
  const { findConcept } = await import("../library/find-concept.ts");
  const asked = await withLibrary(flags, terminal, async (entered) => {
    const { context, actor } = entered;
    const found = await findConcept(entered, name);
    const view = await readConcept(context, actor, found.id, { candidates: flags.limit });
    if (format !== "annotations") return { view, annotations: [] };
    return { view, annotations: await annotate(view, (id) => readText(context, actor, id)) };
  });
  const { view, annotations } = asked;
  if (format === "annotations") terminal.out(`${JSON.stringify(annotations, null, 1)}\n`);
  else if (format !== undefined) terminal.out(written(view.page, format));
  else if (flags.json === true) terminal.out(`${JSON.stringify(withEnglish(forPrograms(view)), null, 1)}\n`);
  else print(view, terminal);
}

function written(page: ConceptPage, format: Exclude<Format, "annotations">): string {
  if (format === "html") return pageToHtml(page, english);
  if (format === "bibtex" || format === "ris") {
    const sources = new Map(page.passages.map(({ text, source }) => [text, source]));
    return writeSources(
      [...sources].map(([key, source]) => ({ key, source })),
      format,
    );
  }
  return format === "csl"
    ? `${JSON.stringify(pageToCsl(page, english), null, 1)}\n`
    : pageToMarkdown(page, english);
}

function forPrograms({ page, candidates, agreement, proposals, editions, texts }: ConceptView) {
  return { ...page, texts, offered: candidates, agreement, proposals, editions };
}

/** Fewer say nothing about how well ranks are suggested. */
const fewestDecisions = 10;

function print(view: ConceptView, terminal: Terminal): void {
  const paint = paintFor(terminal);
  const width = Math.max(40, Math.min(terminal.width ?? 100, 110));
  terminal.out(pageToMarkdown(view.page, english));
  for (const { message } of view.page.missing)
    terminal.out(`\nOne passage is not shown: ${english.of(message)}\n`);
  for (const { warning } of view.page.budgets)
    if (warning !== null) terminal.out(`\n${english.of(warning)}\n`);
  const { judged, agreed, kappa } = view.agreement;
  if (judged >= fewestDecisions) {
    const beyond = kappa === null ? "" : ` (kappa ${kappa.toFixed(2)})`;
    terminal.out(
      `\nSuggested ranks agreed with ${agreed} of ${countWords(judged, "decision", "decisions")}${beyond}.\n`,
    );
  }
  if (view.candidates.length === 0) {
    terminal.out(`\nNothing further in ${countWords(view.texts, "text", "texts")}.\n`);
    return;
  }
  terminal.out(`\n${paint.strong("Offered, not yet read")}\n`);
  for (const { source, locator, words, suggestion, cautions } of view.candidates) {
    const place = english.of(citationOf(source, locator));
    const judgement = suggestion.judgement === "decoy" ? "not about it" : suggestion.judgement;
    terminal.out(`\n${place}\n${wrapped(words, width, "  ").join("\n")}\n`);
    const reasons = `Perhaps ${judgement}: ${suggestion.reasons.map(english.of).join(" ")}`;
    terminal.out(`${wrapped(reasons, width, "  ").join("\n")}\n`);
    for (const { message } of cautions)
      terminal.out(`${wrapped(english.of(message), width, "  ").join("\n")}\n`);
  }
}
