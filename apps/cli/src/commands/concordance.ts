import { quoted } from "@concord/interchange/table";
import { shortCitationOf } from "@concord/library";
import type { ConcordanceView } from "@concord/practice";
import type { AddCommand } from "../add-command.ts";
import { addDataOptions } from "../data-options.ts";
import { english } from "../english.ts";
import { withLibrary } from "../library/with-library.ts";
import type { DataFlags } from "../open-practice.ts";
import { countWords } from "../print/problems.ts";
import { CommandRefused, exitCodes, type Terminal } from "../terminal.ts";
import { wholeNumber } from "../whole-number.ts";

type Flags = DataFlags & {
  readonly sort: string;
  readonly limit: number;
  readonly author?: string;
  readonly work?: string;
  readonly years?: string;
  readonly near?: string;
  readonly written?: true;
  readonly tsv?: true;
  readonly json?: true;
};

/** `concord concordance WORDS`: every place of the words in their context. */
export const concordanceCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("concordance")
    .description("List every place of a word or phrase in a practice's library, in its context.")
    .argument("<words...>", "a word or a phrase");
  addDataOptions(command)
    .option("--sort <by>", "text, left or right: the order of the books, or of the word beside", "text")
    .option("--near <word>", "only lines with this word within five words")
    .option("--written", "only as written; every form of the words otherwise")
    .option("--author <name>", "only texts by this author")
    .option("--work <words>", "only texts with these words in their title")
    .option("--years <range>", "only texts of these years: 1900-1920")
    .option("--limit <count>", "how many lines", wholeNumber(1, 1_000_000), 40)
    .option("--tsv", "print all lines for a spreadsheet")
    .option("--json", "print them for programs")
    .action(async (words: readonly string[], flags: Flags) => {
      await run(words.join(" "), flags, terminal);
      done(exitCodes.done);
    });
};

async function run(words: string, flags: Flags, terminal: Terminal): Promise<void> {
  const { sort } = flags;
  if (sort !== "text" && sort !== "left" && sort !== "right")
    throw new CommandRefused(`Lines are sorted by text, left or right; not by ${quoted(sort)}.`);
  const years = /^(\d{4})(?:-(\d{4}))?$/.exec(flags.years ?? "");
  if (flags.years !== undefined && years === null)
    throw new CommandRefused(`Years are given as 1900-1920; not as ${quoted(flags.years)}.`);
  const { readConcordance } = await import("@concord/practice");
  const written = await withLibrary(flags, terminal, async ({ context, actor }) => {
    const view = await readConcordance(context, actor, {
      words,
      match: flags.written === true ? "written" : "every-form",
      order: sort,
      collocate: flags.near ?? null,
      author: flags.author ?? null,
      work: flags.work ?? null,
      years: years === null ? null : { first: Number(years[1]), last: Number(years[2] ?? years[1]) },
      first: 0,
      count: flags.limit,
    });
    if (view === null) throw new CommandRefused(`${quoted(words)} holds no word to look for.`);
    if (flags.tsv === true) return view.table(english);
    return flags.json === true ? `${JSON.stringify(view, null, 1)}\n` : onPaper(view);
  });
  terminal.out(written);
}

function onPaper({ places, lines, collocates, strips, deviation }: ConcordanceView): string {
  const half = 38;
  const rows = lines.map(({ left, keyword, right, source, locator }) => {
    const place = english.of(shortCitationOf(source, locator));
    const before = left.trimEnd().slice(-half).padStart(half);
    const after = right
      .trim()
      .slice(0, half - keyword.length)
      .padEnd(half - keyword.length);
    return `${before} ${keyword} ${after}  ${place}`;
  });
  const company = collocates.map(({ word, count }) => `${word} ${count}`).join(", ");
  const spread = strips
    .filter((strip) => strip.places > 0)
    .map(({ parts, source, places: own }) => `${parts.map(mark).join("")}  ${own}  ${source.title}`);
  const even = deviation === null ? "" : ` Spread over the texts: DP ${deviation.toFixed(2)} (0 is even).`;
  const shown = lines.length < places ? `, the first ${lines.length} shown` : "";
  return [
    ...rows,
    "",
    `${countWords(places, "place", "places")}${shown}.${even}`,
    ...(company === "" ? [] : [`In company with: ${company}.`]),
    ...spread,
    "",
  ].join("\n");
}

const mark = (count: number): string => (count === 0 ? "·" : count < 3 ? "▂" : count < 8 ? "▅" : "█");
