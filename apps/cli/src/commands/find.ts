import { citationOf } from "@concord/library";
import type { AddCommand } from "../add-command.ts";
import { addDataOptions } from "../data-options.ts";
import { english } from "../english.ts";
import { withLibrary } from "../library/with-library.ts";
import type { DataFlags } from "../open-practice.ts";
import { paintFor } from "../print/paint.ts";
import { wrapped } from "../print/table.ts";
import { CommandRefused, exitCodes, type Terminal } from "../terminal.ts";
import { wholeNumber } from "../whole-number.ts";

type Flags = DataFlags & { readonly limit: number; readonly like?: string; readonly json?: true };

/** `concord find WORDS`: the passages of the library that answer best. */
export const findCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("find")
    .description(
      'Find passages in a practice\'s library by words, "phrases" and "words near"~8, or like others.',
    )
    .argument("[words...]", "what to look for");
  addDataOptions(command)
    .option("--limit <count>", "how many passages", wholeNumber(1, 1000), 10)
    .option("--like <what>", "passages like those accepted for a concept, or like the one at TEXT@FROM")
    .option("--json", "print them for programs")
    .action(async (words: readonly string[], flags: Flags) => {
      await run(words.join(" "), flags, terminal);
      done(exitCodes.done);
    });
};

async function run(question: string, flags: Flags, terminal: Terminal): Promise<void> {
  if (flags.like !== undefined) {
    const { printLike } = await import("../library/find-like.ts");
    return printLike(flags.like, question, flags, terminal);
  }
  if (question.trim() === "") throw new CommandRefused("Say what to look for: words, or --like a concept.");
  const { findPassages } = await import("@concord/practice");
  const found = await withLibrary(flags, terminal, ({ context, actor }) =>
    findPassages(context, actor, question, { limit: flags.limit }),
  );
  if (flags.json === true) {
    terminal.out(`${JSON.stringify(found, null, 1)}\n`);
    return;
  }
  const paint = paintFor(terminal);
  const width = Math.max(40, Math.min(terminal.width ?? 100, 110));
  for (const { source, locator, words } of found.passages) {
    const place = english.of(citationOf(source, locator));
    terminal.out(`${paint.strong(place)}\n${wrapped(words, width, "  ").join("\n")}\n\n`);
  }
  if (found.passages.length === 0) terminal.out("No passage of the library has these words.\n");
}
