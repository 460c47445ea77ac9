import {
  type Caution,
  type Difference,
  type Locator,
  locate,
  locatorMessage,
  readingCaution,
  type Source,
  type Text,
  type TextId,
  type Verification,
  verifiable,
  verify,
} from "@concord/library";
import type { StaffMessage } from "@concord/messages";
import { texts } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { permit } from "../permit.ts";

/** What one text of the library says to words that somebody gives as a quotation. */
export interface WordsChecked {
  readonly text: TextId;
  readonly source: Source;
  readonly verification: Exclude<Verification, { readonly kind: "absent" }>;
  /** Where they stand, or what resembles them. */
  readonly locator: Locator | null;
  /** Of words that stand there: what is set otherwise (capitals, quotation marks, dashes, ellipses). */
  readonly differences: readonly (Difference & {
    /** "p. 188". */
    readonly place: StaffMessage;
  })[];
  /** What is to be known before these words are used: a "not" close by, or that the text lacks words of its file. */
  readonly cautions: readonly Caution[];
}

/**
 * Are these words anywhere in the library? Texts in which they stand come first, the earliest first: whose words they
 * are. Texts with something like them follow; they confirm nothing. One text is asked alone where it is named.
 */
export async function checkWords(
  context: AppContext,
  actor: Actor,
  words: string,
  only: TextId | null = null,
): Promise<readonly WordsChecked[]> {
  permit(actor, "read-library", { kind: "practice" });
  return within(context, actor, async (scope) => {
    const all = await texts.all(scope);
    const asked = all.filter(({ id }) => only === null || id === only);
    return asked.flatMap((text) => checkedIn(text, words)).toSorted(byStanding);
  });
}

function checkedIn(text: Text, words: string): readonly WordsChecked[] {
  const verification = verify(verifiable(text), words);
  if (verification.kind === "absent") return [];
  const { id, source } = text;
  if (verification.kind === "too-short")
    return [{ text: id, source, verification, locator: null, differences: [], cautions: [] }];
  const span =
    verification.kind === "near"
      ? verification.place
      : { from: verification.spans[0]!.from, to: verification.spans.at(-1)!.to };
  const found = verification.kind === "near" ? verification.place.differences : verification.evenedOut;
  const differences = found.map((each) => ({
    ...each,
    place: locatorMessage(locate(text, { from: each.at, to: each.at + 1 })),
  }));
  const cautions = verification.kind === "verified" ? verification.cautions : readingCaution(text);
  return [{ text: id, source, verification, locator: locate(text, span), differences, cautions }];
}

function byStanding(a: WordsChecked, b: WordsChecked): number {
  const standing = ({ verification }: WordsChecked): number =>
    verification.kind === "verified" ? 0 : verification.kind === "near" ? 1 - verification.place.share : 2;
  const year = ({ source }: WordsChecked): number => source.firstYear ?? source.year ?? 9999;
  return standing(a) - standing(b) || year(a) - year(b);
}
