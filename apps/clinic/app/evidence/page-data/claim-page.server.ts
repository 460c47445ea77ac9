import { forestPlot } from "@concord/charts";
import { resultWords, type WhySource } from "@concord/evidence";
import { startingConcepts } from "@concord/library";
import { type ClaimView, publishedForest } from "@concord/practice";
import { claimCard } from "./claim-card.server.ts";
import { type Drawn, drawnTwice } from "./draw-evidence.server.ts";
import { editionLine } from "./edition-line.ts";

/** One thing a claim rests on, ready to be shown. */
export type SourceCard =
  | {
      readonly kind: "published";
      readonly id: string;
      readonly citation: string;
      readonly doi: string | null;
      readonly topic: string;
      readonly population: string;
      readonly body: string;
      readonly figures: readonly string[];
      readonly note: string | null;
      readonly forest: Drawn | null;
    }
  | {
      readonly kind: "study";
      readonly id: string;
      readonly citation: string;
      readonly doi: string | null;
      readonly topic: string;
      readonly population: string;
      readonly figures: readonly string[];
      readonly note: string | null;
    }
  | {
      readonly kind: "computed";
      readonly synthesis: string;
      readonly edition: string;
      readonly result: string;
      readonly model: string;
      readonly studies: readonly {
        readonly id: string;
        readonly citation: string;
        readonly effects: number;
        readonly weight: number | null;
      }[];
    };

/** The claim and all it rests on, drawn and worded where the page is made. */
export function claimPage(view: ClaimView) {
  const synthesis = view.claim.computed?.synthesis ?? "";
  return {
    claim: { ...claimCard(view.claim), reviewedOn: view.claim.reviewedOn },
    concepts: startingConcepts
      .filter(({ id }) => view.claim.concepts?.includes(id) === true)
      .map(({ id, name }) => ({ id, name })),
    sources: view.sources.map((source, at) => sourceCard(source, synthesis, at)),
    editions: view.editions.map(editionLine),
  };
}

function sourceCard(source: WhySource, synthesis: string, at: number): SourceCard {
  if (source.kind === "computed") {
    return {
      kind: "computed",
      synthesis,
      edition: source.edition,
      result: source.result === null ? "No result." : `${resultWords(source.result)}.`,
      model: source.model,
      studies: source.studies.map(({ study, effects, weight }) => ({
        id: study.id,
        citation: study.citation,
        effects: effects.length,
        weight,
      })),
    };
  }
  const { id, citation, doi, topic, population, note, k, n, heterogeneity } = source.source;
  const words = { id, citation, doi, topic, population, note, figures: source.figures };
  if (source.kind === "study") return { kind: "study", ...words };
  const figure = publishedForest(source.source);
  const counts = [
    k === null ? null : `${k.toLocaleString("en")} studies`,
    n === null ? null : `${n.toLocaleString("en")} people`,
    heterogeneity,
  ];
  return {
    kind: "published",
    ...words,
    body: counts.filter((part) => part !== null).join(", "),
    forest:
      figure === null
        ? null
        : drawnTwice((options) => forestPlot(figure, options), `source-${at}`, null, 640),
  };
}
