import { citationOf, numbersOf, passageCitation, remarksOn, shortCitationOf } from "@concord/library";
import type { StaffMessage } from "@concord/messages";
import type { ConceptView } from "@concord/practice";
import { passageLink } from "./passage-link.server.ts";

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
      support.flatMap((one): { readonly id: string; readonly label: StaffMessage }[] => {
        if (one.kind === "held-back") return [{ id: one.id, label: one.place }];
        return one.kind === "not-standing"
          ? [{ id: one.id, label: { id: "library.concept.cite-unshown", values: {} } }]
          : [];
      }),
    ),
    passages: page.passages.map((passage) => {
      const ruled = ruledAt.get(passage.id)!;
      return {
        id: passage.id,
        number: numberOf.get(passage.id)!,
        words: passage.words,
        inShort: shortCitationOf(passage.source, passage.locator),
        hasMoved: passage.standing === "moved",
        remark: passage.remark,
        gloss: passage.gloss,
        glossBy: passage.glossBy,
        rank: passage.rank,
        stance: passage.stance,
        place: passageCitation(passage),
        link: passageLink(passage.text, ruled.from),
        text: passage.text,
        from: ruled.from,
        to: ruled.to,
      };
    }),
    voices: page.voices.map(({ stance, passages }) => ({
      stance,
      numbers: passages.flatMap((id) => numberOf.get(id) ?? []),
    })),
    warnings: [
      ...page.budgets.flatMap(({ warning }) => warning ?? []),
      ...page.missing.map(
        ({ message }): StaffMessage => ({ id: "library.concept.missing", values: { reason: message } }),
      ),
    ],
    candidates: candidates.map(({ text, from, to, source, locator, words, suggestion, cautions }) => ({
      text,
      from,
      to,
      words,
      place: citationOf(source, locator),
      link: passageLink(text, from),
      judgement: suggestion.judgement,
      reasons: suggestion.reasons,
      cautions: cautions.map(({ message }) => message),
    })),
    agreement: agreementMessage(agreement),
    proposals: proposals.map(({ words, count }) => ({ words, count })),
    editions: editions
      .map(({ number, date, digest }) => ({ number, date, digest: digest.slice(0, 12) }))
      .reverse(),
    isNew,
    draftsWith,
  };
}

export type ConceptPageShown = ReturnType<typeof conceptPageOf>;

function agreementMessage({ judged, agreed, kappa }: ConceptView["agreement"]): StaffMessage | null {
  if (judged < 5) return null;
  return kappa === null
    ? { id: "library.concept.agreement", values: { agreed, judged } }
    : { id: "library.concept.agreement.kappa", values: { agreed, judged, kappa } };
}
