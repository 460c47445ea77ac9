import type { StaffMessage } from "@concord/messages";
import { findExact } from "../quotation/find-exact.ts";
import { normalView } from "../quotation/normal-view.ts";
import type { Concept } from "./concept.ts";

/** One turn of what a chat model is asked. */
export interface ChatMessage {
  readonly role: "system" | "user";
  readonly content: string;
}

/** What became of a model’s answer: a gloss to be marked as a draft, or why it is none. */
export type GlossDraft =
  | { readonly kind: "drafted"; readonly gloss: string }
  | { readonly kind: "refused"; readonly message: StaffMessage };

/**
 * Asks what the author claims in one passage. The model is given the passage's words and the concept's name, not whose
 * words they are: it is to read the passage, not to remember the author.
 */
export function glossRequest(concept: Pick<Concept, "name">, passage: string): readonly ChatMessage[] {
  return [
    {
      role: "system",
      content:
        "You help a scholar. You are given one passage of a book. Say in one plain sentence of your own words what " +
        "its author claims there about the concept that is named. Keep every not, only and perhaps of the author. Add " +
        "nothing that the passage does not say. Do not quote, use no quotation marks, name no author, year or page. " +
        "Answer with the sentence alone, in the language of the passage.",
    },
    { role: "user", content: `Concept: ${concept.name}\n\nPassage:\n${passage}` },
  ];
}

const maxLength = 400;

/**
 * Is this answer fit to stand as a draft of a gloss?
 *
 * A model is no source: words it puts in quotation marks, in a block or in code must be in the passage word for
 * word (as `NormalView` compares), and so must every figure of two digits or more, since pages and years are the commonest
 * inventions. Anything else is refused whole; nothing is mended silently but what wraps the sentence.
 */
export function readGloss(answer: string, passage: string): GlossDraft {
  const spoken = unwrapped(withoutThoughts(answer));
  if (!/\p{Letter}/u.test(spoken)) return refused({ id: "library.draft-problem.empty", values: {} });
  const view = normalView(passage);
  const strange = quotedIn(spoken).find((words) => findExact(view, words, 1).length === 0);
  if (strange !== undefined)
    return refused({ id: "library.draft-problem.quotes", values: { words: shortened(strange) } });
  if (opensOnly(spoken)) return refused({ id: "library.draft-problem.unclosed", values: {} });
  const figure = (spoken.match(/\d[\d.,]*\d/g) ?? []).find((each) => !passage.includes(each));
  if (figure !== undefined)
    return refused({ id: "library.draft-problem.number", values: { number: figure.slice(0, 20) } });
  const gloss = spoken.replace(/[*`]+/g, "").replace(/^>\s*/gm, "").replace(/\s+/g, " ").trim();
  if (gloss.length > maxLength)
    return refused({ id: "library.draft-problem.length", values: { count: gloss.length, max: maxLength } });
  return { kind: "drafted", gloss };
}

const refused = (message: StaffMessage): GlossDraft => ({ kind: "refused", message });

/** Models that reason aloud do so between marks; a mark that is not closed means that no answer came. */
function withoutThoughts(answer: string): string {
  return answer
    .replace(/<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi, "")
    .replace(/<think(?:ing)?>[\s\S]*$/i, "")
    .replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === "\n" ? sign : " "))
    .trim();
}

/** Without quotation marks around the whole: many models answer a request for a sentence that way. */
function unwrapped(answer: string): string {
  const inside = /^["“„«]([^"“”„«»]*)["”“»]$/u.exec(answer);
  return (inside?.[1] ?? answer).trim();
}

const pairs: readonly RegExp[] = [
  /["“”„«»‹›]([^"“”„«»‹›]*)["“”„«»‹›]/gu,
  // An apostrophe stands behind a letter, and a quotation opens behind none.
  /(?<![\p{Letter}\p{Number}])['‘‚](?=\S)(.+?)(?<=\S)['’‘](?![\p{Letter}\p{Number}])/gu,
  /`+([^`]+)`+/g,
  /^>\s*(.+)$/gm,
];

function quotedIn(words: string): readonly string[] {
  return pairs.flatMap((pair) => [...words.matchAll(pair)].map((found) => found[1]!));
}

/** A double mark that is left over once every pair is taken out. */
const opensOnly = (words: string): boolean => /["“”„«»‹›]/u.test(words.replace(pairs[0]!, ""));

const shortened = (words: string): string => (words.length > 80 ? `${words.slice(0, 80)}…` : words);
