import { forestPlot } from "@concord/charts";
import { resultMessage, type WhySource } from "@concord/evidence";
import { startingConcepts } from "@concord/library";
import type { StaffMessages } from "@concord/messages";
import { type ClaimView, publishedForest } from "@concord/practice";
import { claimCard } from "./claim-card.server.ts";
import { type Drawn, drawnTwice } from "./draw-evidence.server.ts";
import { editionLine } from "./edition-line.ts";

/** What a published meta-analysis is based on; null where it is not reported. */
export interface PublishedBodyFacts {
  readonly studies: number | null;
  readonly participants: number | null;
  readonly heterogeneity: string | null;
}

/** One thing a claim rests on, ready to be shown. */
export type SourceCard =
  | {
      readonly kind: "published";
      readonly id: string;
      readonly citation: string;
      readonly doi: string | null;
      readonly topic: string;
      readonly population: string;
      readonly body: PublishedBodyFacts;
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
export function claimPage(view: ClaimView, messages: StaffMessages) {
  const synthesis = view.claim.computed?.synthesis ?? "";
  return {
    claim: { ...claimCard(view.claim, messages), reviewedOn: view.claim.reviewedOn },
    concepts: startingConcepts
      .filter(({ id }) => view.claim.concepts?.includes(id) === true)
      .map(({ id, name }) => ({ id, name })),
    sources: view.sources.map((source, at) => sourceCard(source, synthesis, at, messages)),
    editions: view.editions.map((edition) => editionLine(edition, messages)),
  };
}

function sourceCard(source: WhySource, synthesis: string, at: number, messages: StaffMessages): SourceCard {
  const { text, written } = messages;
  if (source.kind === "computed") {
    return {
      kind: "computed",
      synthesis,
      edition: source.edition,
      result:
        source.result === null
          ? text("evidence.source.no-result")
          : text("evidence.result.sentence", { result: resultMessage(source.result) }),
      model: written(source.model),
      studies: source.studies.map(({ study, effects, weight }) => ({
        id: study.id,
        citation: study.citation,
        effects: effects.length,
        weight,
      })),
    };
  }
  const { id, citation, doi, topic, population, note, k, n, heterogeneity } = source.source;
  const words = { id, citation, doi, topic, population, note, figures: source.figures.map(written) };
  if (source.kind === "study") return { kind: "study", ...words };
  const figure = publishedForest(source.source, messages);
  return {
    kind: "published",
    ...words,
    body: { studies: k, participants: n, heterogeneity },
    forest:
      figure === null
        ? null
        : drawnTwice((options) => forestPlot(figure, options), messages, `source-${at}`, null, 640),
  };
}
