import { findInstrument, type Rater } from "@concord/instruments";
import {
  crossProductsOf,
  type FittedMixedModel,
  fitFromCrossProducts,
  mixedDesignOf,
  mixedModelOf,
  sumsNeeded,
} from "@concord/statistics";
import { consents, episodes, type Scope, scoreSums } from "@concord/store";
import type { Actor } from "../actor.ts";
import { isShared } from "../case-facts.ts";
import { type House, within } from "../house.ts";
import { absent, permit } from "../permit.ts";
import { record } from "../record.ts";
import { agreesToResearch } from "../supervision.ts";

/** Which scores, and how they are thought to vary. */
export interface ScoreModel {
  readonly instrument: string;
  readonly scale: string;
  readonly rater: Rater;
  /** Of `outcome`, `percent` and `session`, over `therapist`, `client` and `episode`; `usualModel` unless stated. */
  readonly formula?: string;
  readonly method?: "REML" | "ML";
}

/** A fit over a practice's own scores, without anything about a single person in it. */
export type ScoreFit = (
  | ({ readonly kind: "fitted" } & WithoutPersons)
  | { readonly kind: "refused"; readonly reason: string }
) & {
  /** Cases whose scores were summed, and those without consent to research. */
  readonly cases: number;
  readonly leftOut: number;
};

type WithoutPersons = Pick<
  FittedMixedModel,
  | "method"
  | "observations"
  | "groups"
  | "fixed"
  | "components"
  | "residualDeviation"
  | "logLikelihood"
  | "parameters"
  | "intraclass"
  | "singular"
>;

/** Each client's own start and course, in therapists who may differ. */
export const usualModel = "outcome ~ session + (session | client) + (1 | therapist)";

/** Below this many cases a fit would speak of persons. */
export const fewestCases = 5;

/**
 * How do scores develop in this practice, and how much do clients and therapists differ?
 *
 * The database sums, and the fit is computed from the sums: no score leaves it. For those who run research, over the
 * cases whose clients agreed to it; no client's and no therapist's own effect comes back.
 */
export async function fitScores(house: House, actor: Actor, asked: ScoreModel): Promise<ScoreFit> {
  return within(house, actor, async (scope) => {
    permit(actor, "export-deidentified", { kind: "practice" });
    const instrument = findInstrument(asked.instrument);
    if (instrument === null || !isShared(instrument.id)) throw absent();
    const all = (await episodes.list(scope)).map((one) => one.episode);
    const agreed = await agreeing(scope, all);
    const counts = { cases: agreed.length, leftOut: all.length - agreed.length };
    await record(scope, actor, `fit-scores ${asked.instrument} ${asked.scale}`, "practice");
    if (agreed.length < fewestCases)
      return {
        kind: "refused",
        reason: `fewer than ${fewestCases} cases with consent to research would speak of persons: ${agreed.length}`,
        ...counts,
      };
    const design = mixedDesignOf(mixedModelOf(asked.formula ?? usualModel));
    const sums = await scoreSums.take(scope, { ...asked, episodes: agreed }, sumsNeeded(design));
    const fit = fitFromCrossProducts(design, crossProductsOf(design, sums), {
      method: asked.method ?? "REML",
    });
    if (fit.kind === "refused") return { kind: "refused", reason: fit.reason, ...counts };
    const { method, observations, groups, fixed, components, residualDeviation } = fit;
    const { logLikelihood, parameters, intraclass, singular } = fit;
    return {
      kind: "fitted",
      method,
      observations,
      groups,
      fixed,
      components,
      residualDeviation,
      logLikelihood,
      parameters,
      intraclass,
      singular,
      ...counts,
    };
  });
}

const together = 100;

async function agreeing(scope: Scope, all: readonly string[]): Promise<readonly string[]> {
  const agreed: string[] = [];
  for (let from = 0; from < all.length; from += together) {
    const some = all.slice(from, from + together);
    const said = Map.groupBy(await consents.list(scope, some), (one) => one.episode);
    agreed.push(...some.filter((one) => agreesToResearch(said.get(one) ?? [])));
  }
  return agreed;
}
