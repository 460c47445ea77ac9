import {
  type AuthorPosition,
  type Difference,
  type Judgement,
  type Quotation,
  quote,
  type Span,
  saveQuotation,
  type Text,
  verifiable,
} from "@concord/library";
import type { StaffMessage } from "@concord/messages";
import { concepts, texts } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { absent, permit } from "../permit.ts";
import { record } from "../record.ts";
import { keptConcept } from "./concepts.ts";

export interface GivenRuling extends Span {
  readonly concept: string;
  readonly text: string;
  readonly judgement: Judgement;
  readonly stance: AuthorPosition | null;
  readonly gloss: string | null;
  readonly saidBy: string | null;
  /** The words to quote from the passage; null for all of it. */
  readonly words: string | null;
}

export type RulingKept =
  /** `ruling` is what an overview cites. */
  | { readonly kind: "kept"; readonly ruling: string }
  /** The words are not those of the text: nothing was kept. */
  | { readonly kind: "not-there"; readonly problems: readonly StaffMessage[] };

/** Accepts a passage for a concept, with its rank and a gloss, or says that it is not about it. */
export async function reviewPassage(
  context: AppContext,
  actor: Actor,
  given: GivenRuling,
): Promise<RulingKept> {
  permit(actor, "write-library", { kind: "practice" });
  if (actor.kind !== "staff") throw absent();
  return within(context, actor, async (scope): Promise<RulingKept> => {
    const { concept, text: id, from, to, judgement, stance, gloss, saidBy } = given;
    const kept = await keptConcept(scope, concept);
    const text = await texts.find(scope, id);
    if (text === null || !(from >= 0 && from < to && to <= text.characters.length)) throw absent();
    const quoted = judgement === "decoy" ? null : quotationOf(text, given);
    if (isProblems(quoted)) return { kind: "not-there", problems: quoted };
    if ((await concepts.find(scope, concept)) === null) await concepts.write(scope, kept, actor.staff);
    await concepts.rule(scope, {
      concept,
      text: id,
      from,
      to,
      judgement,
      stance,
      gloss: gloss?.trim() || null,
      glossBy: "scholar",
      quotation: quoted === null ? null : { ...quoted, saidBy: saidBy?.trim() || null },
      ruledBy: actor.staff,
    });
    await record(scope, actor, "rule-on-passage", `concept:${concept}`);
    const { ruling } = (await concepts.rulings(scope, concept)).find(
      (one) => one.text === id && one.from === from,
    )!;
    return { kind: "kept", ruling };
  });
}

/** Returns the quotation, or why there is none: what is quoted must be in this passage, word for word. */
function quotationOf(text: Text, { from, to, words }: GivenRuling): Quotation | readonly StaffMessage[] {
  if (words === null || words.trim() === "") return saveQuotation({ text, omitted: [] }, [{ from, to }]);
  const inPassage = { ...text, characters: blank(text.characters, from, to) };
  const { quotation, verification } = quote(verifiable(inPassage), words);
  if (quotation !== null) {
    const spans = quotation.anchors.map((one) => ({ from: one.from, to: one.to }));
    return saveQuotation({ text, omitted: quotation.omitted }, spans);
  }
  if (verification.kind === "too-short") return [verification.message];
  const differences = verification.kind === "near" ? mostTellingFirst(verification.place.differences) : [];
  if (differences.length === 0) return [{ id: "library.quotation-problem.absent", values: {} }];
  const named = differences.slice(0, maxNamed).map(problemOf);
  const count = differences.length - named.length;
  return count === 0 ? named : [...named, { id: "library.quotation-problem.more", values: { count } }];
}

const isProblems = (given: Quotation | readonly StaffMessage[] | null): given is readonly StaffMessage[] =>
  Array.isArray(given);

const maxNamed = 4;

function problemOf({ inText: text, inQuotation: quoted }: Difference): StaffMessage {
  if (text === "") return { id: "library.quotation-problem.added", values: { quoted } };
  return quoted === ""
    ? { id: "library.quotation-problem.left-out", values: { text } }
    : { id: "library.quotation-problem.changed", values: { text, quoted } };
}

/** A word that is not there says more than one that was left out. */
const mostTellingFirst = (differences: readonly Difference[]): readonly Difference[] => [
  ...differences.filter(({ kind }) => kind !== "left-out"),
  ...differences.filter(({ kind }) => kind === "left-out"),
];

/** Everything outside the passage blanked, so that places stay what they are. */
function blank(characters: string, from: number, to: number): string {
  return " ".repeat(from) + characters.slice(from, to) + " ".repeat(characters.length - to);
}
