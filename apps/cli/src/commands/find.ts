import { authorsInShort, locatorInWords } from "@concord/library";
import { addDataOptions } from "../data-options.ts";
import { withLibrary } from "../library/with-library.ts";
import type { DataFlags } from "../open-practice.ts";
import { paintFor } from "../print/paint.ts";
import { wrapped } from "../print/table.ts";
import type { AddCommand } from "../program.ts";
import { exitCodes, type Terminal } from "../terminal.ts";
import { wholeNumber } from "../whole-number.ts";

type Flags = DataFlags & { readonly limit: number; readonly json?: true };

/** `concord find WORDS`: the passages of the library that answer best. */
export const findCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("find")
    .description('Find passages in a practice\'s library by words, "phrases" and "words near"~8.')
    .argument("<words...>", "what to look for");
  addDataOptions(command)
    .option("--limit <count>", "how many passages", wholeNumber(1, 1000), 10)
    .option("--json", "print them for programs")
    .action(async (words: readonly string[], flags: Flags) => {
      await run(words.join(" "), flags, terminal);
      done(exitCodes.done);
    });
};

async function run(question: string, flags: Flags, terminal: Terminal): Promise<void> {
  const { findPassages } = await import("@concord/practice");
  const found = await withLibrary(flags, terminal, ({ house, actor }) =>
    findPassages(house, actor, question, { limit: flags.limit }),
  );
  if (flags.json === true) {
    terminal.out(`${JSON.stringify(found, null, 1)}\n`);
    return;
  }
  const paint = paintFor(terminal);
  const width = Math.max(40, Math.min(terminal.width ?? 100, 110));
  for (const { source, locator, words } of found.passages) {
    const place = `${authorsInShort(source)} (${source.year ?? "n.d."}), ${source.title}, ${locatorInWords(locator)}`;
    terminal.out(`${paint.strong(place)}\n${wrapped(words, width, "  ").join("\n")}\n\n`);
  }
  if (found.passages.length === 0) terminal.out("No passage of the library has these words.\n");
}
