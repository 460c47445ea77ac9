import {
  type Claim,
  cannotBeRederived,
  type Edition,
  type Flow,
  flow,
  type PublishedSynthesis,
  type Rederived,
  rederive,
  type Synthesis,
  type SynthesisDefinition,
  syntheses,
  synthesize,
} from "@concord/evidence";
import type { StaffMessage } from "@concord/messages";
import type { Actor } from "../actor.ts";
import { type AppContext, inPractice } from "../app-context.ts";
import { absent, permit } from "../permit.ts";
import { heldClaims } from "./held-claims.ts";
import { type HeldEvidence, loadEvidence } from "./load-evidence.ts";
import {
  facetsOf,
  isNarrowed,
  narrowed,
  type SynthesisChoice,
  type SynthesisFacets,
} from "./synthesis-filter.ts";

/** A meta-analysis by others, quoted with its source. */
export interface PublishedView {
  readonly kind: "published";
  readonly source: PublishedSynthesis;
  readonly checks: readonly Rederived[];
  readonly cannotBeRederived: readonly StaffMessage[];
  readonly claims: readonly Claim[];
}

/** A question answered from the studies in hand, narrowed as the reader chose. */
export interface ComputedView {
  readonly kind: "computed";
  /** The question as it is kept, before the reader's choice. */
  readonly definition: SynthesisDefinition;
  readonly choice: SynthesisChoice;
  readonly facets: SynthesisFacets;
  readonly synthesis: Synthesis;
  /** The same effects by who rated; null where one rater is left or there is nothing to compare. */
  readonly byRater: Synthesis | null;
  readonly flow: Flow;
  /** Newest first. They are of the question as it is kept. */
  readonly editions: readonly Edition[];
  /** Whether the newest is written down. */
  readonly newest: "kept" | "not-kept";
  readonly claims: readonly Claim[];
}

/** What do the studies say, narrowed like this? Refused where there is no such synthesis. */
export async function readSynthesis(
  context: AppContext,
  actor: Actor,
  id: string,
  choice: SynthesisChoice,
): Promise<PublishedView | ComputedView> {
  permit(actor, "read-evidence", { kind: "practice" });
  const held = await inPractice(context, actor.practice, loadEvidence, "snapshot");
  const claims = heldClaims(held);
  const source = syntheses.find((one) => one.id === id);
  if (source !== undefined) {
    return {
      kind: "published",
      source,
      checks: source.effects.map(rederive).filter((one) => one.kind === "rederived"),
      cannotBeRederived,
      claims: claims.filter(({ sources }) => sources.includes(source)),
    };
  }
  const definition = held.ledger.definitions.find((one) => one.id === id);
  if (definition === undefined) throw absent();
  return computedView(held, definition, choice, claims);
}

function computedView(
  held: HeldEvidence,
  definition: SynthesisDefinition,
  choice: SynthesisChoice,
  claims: readonly Claim[],
): ComputedView {
  const { studies } = held.ledger;
  const asked = isNarrowed(choice)
    ? { ...definition, filter: narrowed(definition.filter, choice) }
    : definition;
  const synthesis = asked === definition ? held.results.get(definition.id)! : synthesize(asked, studies);
  const editions = held.ledger.editions.filter((edition) => edition.synthesis === definition.id).toReversed();
  const topics = definition.filter.topics ?? [];
  return {
    kind: "computed",
    definition,
    choice,
    facets: facetsOf(definition.filter, studies),
    synthesis,
    byRater: byRater(asked, synthesis, held),
    flow: flow(
      studies.filter((study) => topics.length === 0 || study.topics.some((one) => topics.includes(one))),
    ),
    editions,
    newest: editions[0] !== undefined && held.kept.has(editions[0].id) ? "kept" : "not-kept",
    claims: claims.filter(({ computed }) => computed?.synthesis === definition.id),
  };
}

function byRater(
  asked: SynthesisDefinition,
  synthesis: Synthesis,
  { ledger }: HeldEvidence,
): Synthesis | null {
  if (synthesis.kind !== "pooled" || asked.model.mods !== null) return null;
  if (new Set(synthesis.effects.map(({ rater }) => rater)).size < 2) return null;
  const compared = synthesize({ ...asked, model: { ...asked.model, mods: "~ rater" } }, ledger.studies);
  return compared.kind === "pooled" ? compared : null;
}
