import type { ShownPassage } from "./page.ts";

/** One sentence of the overview and the accepted passages it rests on. */
export interface OverviewSentence {
  readonly words: string;
  /** Where the authors meet, or what divides them. */
  readonly kind: "converge" | "divide";
  readonly cites: readonly string[];
}

/** What is so today of a passage that a sentence cites. */
export type Support =
  | { readonly kind: "shown"; readonly id: string; readonly number: number }
  /** Shown; its words stand exactly, but elsewhere than when they were kept. */
  | { readonly kind: "moved"; readonly id: string; readonly number: number }
  /** Accepted, and beyond what its source may fill of a page. */
  | { readonly kind: "held-back"; readonly id: string; readonly place: string }
  /** Accepted, but its words no longer stand in the text. */
  | { readonly kind: "not-standing"; readonly id: string; readonly sentence: string }
  | { readonly kind: "not-accepted"; readonly id: string };

export interface SupportedSentence extends OverviewSentence {
  /** One for each passage cited, in the order of the citation. */
  readonly support: readonly Support[];
}

/** What a page has of the accepted passages: shown by number from 1, held back, or no longer standing. */
export interface Standing {
  readonly shown: readonly ShownPassage[];
  readonly heldBack: readonly { readonly id: string; readonly place: string }[];
  readonly missing: readonly { readonly id: string; readonly sentence: string }[];
}

/** A sentence with what has become of each passage it rests on. */
export function withSupport(sentence: OverviewSentence, standing: Standing): SupportedSentence {
  return { ...sentence, support: sentence.cites.map((id) => supportOf(id, standing)) };
}

function supportOf(id: string, { shown, heldBack, missing }: Standing): Support {
  const at = shown.findIndex((each) => each.id === id);
  if (at >= 0) return { kind: shown[at]!.standing === "moved" ? "moved" : "shown", id, number: at + 1 };
  const held = heldBack.find((each) => each.id === id);
  if (held !== undefined) return { kind: "held-back", id, place: held.place };
  const gone = missing.find((each) => each.id === id);
  if (gone !== undefined) return { kind: "not-standing", id, sentence: gone.sentence };
  return { kind: "not-accepted", id };
}

/** The passages a sentence cites that stand on the page, by their numbers there. */
export function numbersOf({ support }: SupportedSentence): readonly number[] {
  return support.flatMap((one) => (one.kind === "shown" || one.kind === "moved" ? [one.number] : []));
}

/** Whether anything is left that bears the sentence. */
export function isSupported({ support }: SupportedSentence): boolean {
  return support.some(({ kind }) => kind === "shown" || kind === "moved" || kind === "held-back");
}

/** What a reader must know of the passages a sentence cites beyond their numbers; nothing where all is well. */
export function remarksOn({ support }: SupportedSentence): readonly string[] {
  const withdrawn = support.filter(({ kind }) => kind === "not-accepted").length;
  const remarks = support.flatMap((one) => {
    if (one.kind === "moved")
      return [`The words of ${one.number} stand at another place of the text than when they were accepted.`];
    if (one.kind === "held-back")
      return [`It also cites ${one.place}, which is accepted and not shown here.`];
    if (one.kind === "not-standing") return [`A passage it cites cannot be shown. ${one.sentence}`];
    return [];
  });
  if (withdrawn > 0)
    remarks.push(
      withdrawn === 1
        ? "A passage it cites is no longer accepted."
        : `${withdrawn} passages it cites are no longer accepted.`,
    );
  return remarks;
}
