import type { StaffMessage, Text } from "@concord/messages";
import type { Claim } from "./claim.ts";
import { studyOfPublished } from "./corpus/published-study.ts";
import { modelMessage } from "./export/apa-message.ts";
import type { EditionResult } from "./ledger/edition.ts";
import { findEdition, type Ledger } from "./ledger/ledger.ts";
import type { PublishedSynthesis } from "./published.ts";
import { cannotBeRederived, type Rederived, rederive } from "./rederive.ts";
import { effectMessage } from "./report.ts";
import type { StudyEffect } from "./study/measured-effect.ts";
import type { Study } from "./study/study.ts";
import { filterMessages } from "./synthesis/filter-messages.ts";
import { synthesize } from "./synthesis/synthesize.ts";

/** The last link: a study, where it is published, and what it gave. */
export interface WhyStudy {
  readonly study: Study;
  readonly effects: readonly StudyEffect[];
  /** Percent of the pooled figure, its effects together; null where there is none. */
  readonly weight: number | null;
}

/** One thing that a claim rests on, followed down to the studies. */
export type WhySource =
  | {
      /** A meta-analysis by others: its own studies are listed there, not here. */
      readonly kind: "published";
      readonly source: PublishedSynthesis;
      readonly figures: readonly Text[];
      readonly checks: readonly Rederived[];
      readonly cannotBeRederived: readonly StaffMessage[];
    }
  | {
      /** One study that the claim rests on directly. */
      readonly kind: "study";
      readonly source: PublishedSynthesis;
      readonly figures: readonly Text[];
      readonly study: Study;
    }
  | {
      /** Computed here from studies in hand. */
      readonly kind: "computed";
      readonly edition: string;
      readonly digest: string;
      readonly result: EditionResult | null;
      readonly model: StaffMessage;
      readonly filter: readonly StaffMessage[];
      readonly studies: readonly WhyStudy[];
      /** Whether the studies in hand still give the digest of the edition that is cited. */
      readonly state: "current" | "superseded";
    };

export interface ClaimWhy {
  readonly claim: Claim;
  readonly sources: readonly WhySource[];
}

/** Why may this be claimed? From the claim to its syntheses, their effects, and each study with its citation. */
export function whyClaim(claim: Claim, ledger?: Ledger): ClaimWhy {
  const published = claim.sources.map((source): WhySource => {
    const figures = source.effects.map(
      (effect): Text =>
        effect.estimate === null
          ? effect.label
          : {
              id: "evidence.effect.labelled",
              values: { label: effect.label, effect: effectMessage(effect) },
            },
    );
    const study = studyOfPublished(source);
    if (study !== null) return { kind: "study", source, figures, study };
    const checks = source.effects.map(rederive).filter((one) => one.kind === "rederived");
    return { kind: "published", source, figures, checks, cannotBeRederived };
  });
  const computed = claim.computed === undefined || ledger === undefined ? [] : computedSource(claim, ledger);
  return { claim, sources: [...published, ...computed] };
}

function computedSource({ computed }: Claim, ledger: Ledger): readonly WhySource[] {
  const definition = ledger.definitions.find(({ id }) => id === computed?.synthesis);
  if (computed === undefined || definition === undefined) return [];
  const synthesis = synthesize(definition, ledger.studies);
  const effects = synthesis.kind === "refused" ? [] : synthesis.effects;
  const weights = synthesis.kind === "pooled" ? synthesis.weights : null;
  const ids = [...new Set(effects.map(({ study }) => study))];
  return [
    {
      kind: "computed",
      edition: computed.edition,
      digest: computed.digest,
      result: findEdition(ledger, computed.edition)?.result ?? null,
      model: modelMessage(definition),
      filter: filterMessages(definition.filter),
      state: synthesis.kind !== "refused" && synthesis.digest === computed.digest ? "current" : "superseded",
      studies: ids.flatMap((id) => {
        const study = ledger.studies.find((one) => one.id === id);
        if (study === undefined) return [];
        const own = effects.filter((effect) => effect.study === id);
        const weight =
          weights === null
            ? null
            : effects.reduce((sum, effect, i) => (effect.study === id ? sum + weights[i]! : sum), 0);
        return [{ study, effects: own, weight }];
      }),
    },
  ];
}
