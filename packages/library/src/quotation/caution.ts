import type { StaffMessage } from "@concord/messages";
import { sentencesOf } from "../text/sentence.ts";
import type { Span } from "../text/text.ts";
import { finalMark, sameMark } from "./find-near.ts";
import { type WordAt, wordsAt } from "./words-at.ts";

/** Something beside the quoted words that may turn their sense. */
export interface Caution {
  readonly kind: "negation" | "attribution" | "final-mark" | "reading";
  readonly where: "before" | "after" | "left-out" | "end" | "text";
  /** The word, words or mark that warn. */
  readonly words: string;
  readonly message: StaffMessage;
}

const near = 8;

/** Words that turn the sense of a sentence. */
export const negations: ReadonlySet<string> = new Set(
  (
    "not no never neither nor none nothing hardly scarcely barely without cannot cant dont doesnt didnt isnt wasnt " +
    "arent werent wont wouldnt shouldnt couldnt havent hasnt hadnt deny denies denied false falsely wrong wrongly " +
    "untrue mistaken mistake erroneous error nowise unless"
  ).split(" "),
);

const attributions: readonly RegExp[] = [
  /\baccording to\b/i,
  /\b(?:says?|said|writes?|wrote|maintain(?:s|ed)?|asserts?|asserted|claim(?:s|ed)?|argue[sd]?|contends?|contended|holds?|held|believe[sd]?|thinks?|thought|suppose[sd]?|declare[sd]?|objects?|objected|insists?|insisted) (?:that|,|:|—)/i,
  /\b(?:says?|said|writes?|wrote|remarks?|remarked|declares?|declared|objects?|continues?) (?:[A-Z]\p{L}+|he|she|they|the author)\b/u,
  /\b(?:it (?:is|has been|may be|might be|will be) (?:said|objected|argued|thought|supposed|asserted|held)|so-called|you (?:will|may|might) (?:say|object|ask|think)|some (?:people|authors|writers)|opponents?|critics?)\b/i,
];

/**
 * What stands near the edges, in the same sentence, that a reader of the quotation alone would miss: a "not"
 * within eight words, or somebody else to whom the author gives the words. A "not" among words left out, too.
 */
export function cautionsOf(characters: string, spans: readonly Span[]): readonly Caution[] {
  const first = spans[0];
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return [];
  const around = { from: Math.max(0, first.from - 600), to: Math.min(characters.length, last.to + 600) };
  const sentences = sentencesOf(characters, around);
  const opening = sentences.find(({ to }) => to > first.from)?.from ?? first.from;
  const closing = sentences.find(({ to }) => to >= last.to)?.to ?? last.to;
  const before = wordsAt(characters, opening, first.from).slice(-near);
  const after = wordsAt(characters, last.to, closing).slice(0, near);
  const cautions: Caution[] = [
    ...negationIn(before, "before"),
    ...negationIn(after, "after"),
    ...attributionIn(characters.slice(opening, first.from), "before"),
    ...attributionIn(characters.slice(last.to, closing), "after"),
  ];
  spans.slice(1).forEach((span, at) => {
    cautions.push(...negationIn(wordsAt(characters, spans[at]!.to, span.from), "left-out"));
  });
  return cautions;
}

type Beside = "before" | "after" | "left-out";

/**
 * The mark at the end of the quotation, where the text has another there: a question that became a statement. A full
 * stop where the text goes on is said too; no mark at the end claims nothing, nor does a comma where the text goes on.
 */
export function finalMarkCaution(characters: string, end: number, words: string): readonly Caution[] {
  const own = /([\p{Terminal_Punctuation}…·])[\p{Quotation_Mark}’'״׳)\]]*\s*$/u.exec(words)?.[1];
  if (own === undefined || /\.\s?\.\s?\.["'”’»)\]]*\s*$/.test(words)) return [];
  // A mark that was compared with the words is a part of them.
  const last = characters.slice(end - 1, end);
  const found = finalMark(last) === "" ? finalMark(characters.slice(end, end + 12)) : last;
  const isPause = /[,;:،؛、，；：]/.test(own);
  if (sameMark(found) === sameMark(own) || (found === "" && isPause)) return [];
  const message: StaffMessage =
    found === ""
      ? { id: "library.caution.final-mark-open", values: { own } }
      : { id: "library.caution.final-mark-other", values: { own, found } };
  return [{ kind: "final-mark", where: "end", words: found, message }];
}

function negationIn(words: readonly WordAt[], where: Beside): readonly Caution[] {
  const found = words.find(({ word }) => negations.has(word));
  if (found === undefined) return [];
  const { word } = found;
  const message: StaffMessage = { id: `library.caution.negation-${where}`, values: { word } };
  return [{ kind: "negation", where, words: word, message }];
}

function attributionIn(stretch: string, where: "before" | "after"): readonly Caution[] {
  for (const pattern of attributions) {
    const found = pattern.exec(stretch);
    if (found === null) continue;
    const words = found[0].replace(/\s+/g, " ");
    const message: StaffMessage = { id: `library.caution.attribution-${where}`, values: { words } };
    return [{ kind: "attribution", where, words, message }];
  }
  return [];
}
