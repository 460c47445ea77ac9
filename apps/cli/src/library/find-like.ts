import { quoted } from "@concord/interchange/table";
import { authorsInShort, citationOf, locatorMessage } from "@concord/library";
import { findSimilar, type LikeFindings, type LikeWhat, Refusal } from "@concord/practice";
import { english } from "../english.ts";
import type { DataFlags, OpenPractice } from "../open-practice.ts";
import { paintFor } from "../print/paint.ts";
import { countWords } from "../print/problems.ts";
import { wrapped } from "../print/table.ts";
import { CommandRefused, type Terminal } from "../terminal.ts";
import { findConcept } from "./find-concept.ts";
import { withLibrary } from "./with-library.ts";

type Flags = DataFlags & { readonly limit: number; readonly json?: true };

/** Prints passages like those accepted for a concept, or like the one at TEXT@FROM. */
export async function printLike(
  like: string,
  question: string,
  flags: Flags,
  terminal: Terminal,
): Promise<void> {
  const found = await withLibrary(flags, terminal, async (entered) => {
    const what = await whatOf(entered, like);
    try {
      return await findSimilar(entered.context, entered.actor, what, { question, limit: flags.limit });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new CommandRefused(
        `No passage lies at ${quoted(like)}. concord find --json gives each passage's text and from.`,
      );
    }
  });
  if (flags.json === true) terminal.out(`${JSON.stringify(found, null, 1)}\n`);
  else print(found, terminal);
}

async function whatOf(entered: OpenPractice, like: string): Promise<LikeWhat> {
  const [, text, from] = /^([0-9a-f]+)@(\d+)$/.exec(like) ?? [];
  if (text !== undefined) return { kind: "passage", text, from: Number(from) };
  return { kind: "accepted", concept: (await findConcept(entered, like)).id };
}

function print({ like, terms, passages }: LikeFindings, terminal: Terminal): void {
  const paint = paintFor(terminal);
  const width = Math.max(40, Math.min(terminal.width ?? 100, 110));
  if (like.kind === "accepted" && like.accepted === 0) {
    terminal.out(`Nothing is accepted for ${like.concept.name} yet, so there is nothing to be like.\n`);
    return;
  }
  const model =
    like.kind === "accepted"
      ? countWords(
          like.accepted,
          `passage accepted for ${like.concept.name}`,
          `passages accepted for ${like.concept.name}`,
        )
      : `the passage of ${english.written(authorsInShort(like.source))}, ${english.of(locatorMessage(like.locator))}`;
  terminal.out(`${wrapped(`Like ${model}, by: ${terms.slice(0, 12).join(", ")}`, width, "").join("\n")}\n\n`);
  for (const { source, locator, words, shared } of passages) {
    const place = english.of(citationOf(source, locator));
    terminal.out(`${paint.strong(place)}\n${wrapped(words, width, "  ").join("\n")}\n`);
    terminal.out(shared.length === 0 ? "\n" : `  In common: ${shared.join(", ")}\n\n`);
  }
  if (passages.length === 0) terminal.out("No other passage of the library shares these words.\n");
}
