import { numbersOf, remarksOn, sourceLine } from "@concord/library";
import type { ConceptView } from "@concord/practice";
import { placeInShort, placeLink, placeWords } from "./place.server.ts";

/** What the page of a concept shows, without the texts it was cut from. */
export function conceptPageOf({
  page,
  candidates,
  agreement,
  proposals,
  editions,
  isNew,
  texts,
  rulings,
  draftsWith,
}: ConceptView) {
  const numberOf = new Map(page.passages.map(({ id }, at) => [id, at + 1]));
  const ruledAt = new Map(rulings.map((one) => [one.ruling, one]));
  const { concept } = page;
  return {
    concept,
    texts,
    count: page.count,
    heldBack: page.heldBack,
    overview: page.overview.map((sentence) => ({
      words: sentence.words,
      kind: sentence.kind,
      cites: sentence.cites,
      numbers: numbersOf(sentence),
      remarks: remarksOn(sentence),
    })),
    /** Accepted passages that sentences cite and the page does not show. */
    citedBeyond: page.overview.flatMap(({ support }) =>
      support.flatMap((one) => {
        if (one.kind === "held-back") return [{ id: one.id, label: one.place }];
        return one.kind === "not-standing" ? [{ id: one.id, label: "one that cannot be shown now" }] : [];
      }),
    ),
    passages: page.passages.map((passage) => {
      const ruled = ruledAt.get(passage.id)!;
      return {
        id: passage.id,
        number: numberOf.get(passage.id)!,
        words: passage.words,
        inShort: placeInShort(passage.source, passage.locator),
        hasMoved: passage.standing === "moved",
        remark: passage.remark,
        gloss: passage.gloss,
        glossBy: passage.glossBy,
        rank: passage.rank,
        stance: passage.stance,
        place: sourceLine(passage),
        link: placeLink(passage.text, ruled.from),
        text: passage.text,
        from: ruled.from,
        to: ruled.to,
      };
    }),
    voices: page.voices.map(({ stance, passages }) => ({
      stance,
      numbers: passages.flatMap((id) => numberOf.get(id) ?? []),
    })),
    missing: page.missing,
    warnings: page.budgets.flatMap(({ warning }) => warning ?? []),
    candidates: candidates.map(({ text, from, to, source, locator, words, suggestion, cautions }) => ({
      text,
      from,
      to,
      words,
      place: placeWords(source, locator),
      link: placeLink(text, from),
      judgement: suggestion.judgement,
      reasons: suggestion.reasons,
      cautions: cautions.map(({ sentence }) => sentence),
    })),
    agreement: agreementWords(agreement),
    proposals: proposals.map(({ words, count }) => ({ words, count })),
    editions: editions
      .map(({ number, date, digest }) => ({ number, date, digest: digest.slice(0, 12) }))
      .reverse(),
    isNew,
    draftsWith,
  };
}

export type ConceptPageShown = ReturnType<typeof conceptPageOf>;

function agreementWords({ judged, agreed, kappa }: ConceptView["agreement"]): string | null {
  if (judged < 5) return null;
  const chance = kappa === null ? "" : ` (κ = ${kappa.toFixed(2).replace("0.", ".")})`;
  return `Suggestions made without knowing your answer agreed with it in ${agreed} of ${judged} passages${chance}.`;
}
