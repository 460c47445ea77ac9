import { findInstrument, type Rater } from "@concord/instruments";
import {
  crossProductsOf,
  type FittedMixedModel,
  fitFromCrossProducts,
  type Lme4Terms,
  mixedDesignOf,
  mixedModelInLme4Terms,
  mixedModelOf,
  satterthwaite,
  sumsNeeded,
  type TestedFixedEffect,
} from "@concord/statistics/multilevel";
import { consents, episodes, type Scope, scoreSums } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { isShared } from "../case-facts.ts";
import { absent, permit } from "../permit.ts";
import { episodesForStatistics } from "../privacy/measuring.ts";
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
  | ({
      readonly kind: "fitted";
      readonly tests: readonly TestedFixedEffect[];
      /** Under lme4's names, without the effects of single groups. */
      readonly terms: Lme4Terms;
    } & WithoutPersons)
  | { readonly kind: "refused"; readonly reason: string }
) & {
  /** Cases whose scores were summed, and those without consent to research or under restriction of processing. */
  readonly cases: number;
  readonly leftOut: number;
};

type WithoutPersons = Pick<
  FittedMixedModel,
  | "method"
  | "observations"
  | "groups"
  | "components"
  | "residualDeviation"
  | "logLikelihood"
  | "parameters"
  | "aic"
  | "bic"
  | "intraclass"
  | "singular"
>;

/** Each client's own start and course, in therapists who may differ. */
const usualModel = "outcome ~ session + (session | client) + (1 | therapist)";

/** Below this many cases a fit would speak of persons. */
const minCases = 5;

/**
 * How do scores develop in this practice, and how much do clients and therapists differ?
 *
 * The database sums, and the fit is computed from the sums: no score leaves it. For those who run research, over the
 * cases whose clients agreed to it; no client's and no therapist's own effect comes back.
 */
export async function fitScores(context: AppContext, actor: Actor, asked: ScoreModel): Promise<ScoreFit> {
  return within(context, actor, async (scope) => {
    permit(actor, "export-deidentified", { kind: "practice" });
    const instrument = findInstrument(asked.instrument);
    if (instrument === null || !isShared(instrument.id)) throw absent();
    const all = await episodes.count(scope);
    const usable = (await episodesForStatistics(scope)).map((one) => one.episode);
    const agreed = await agreeing(scope, usable);
    await record(scope, actor, `fit-scores ${asked.instrument} ${asked.scale}`, "practice");
    const design = mixedDesignOf(mixedModelOf(asked.formula ?? usualModel));
    const sums = await scoreSums.take(scope, { ...asked, episodes: agreed }, sumsNeeded(design));
    const counts = { cases: sums.episodes, leftOut: all - agreed.length };
    if (sums.episodes < minCases)
      return {
        kind: "refused",
        reason: `fewer than ${minCases} cases with such scores and consent to research would speak of persons: ${sums.episodes}`,
        ...counts,
      };
    const fit = fitFromCrossProducts(design, crossProductsOf(design, sums), {
      method: asked.method ?? "REML",
    });
    if (fit.kind === "refused") return { kind: "refused", reason: fit.reason, ...counts };
    const { method, observations, groups, components, residualDeviation, intraclass, singular } = fit;
    const { logLikelihood, parameters, aic, bic } = fit;
    return {
      kind: "fitted",
      tests: satterthwaite(fit),
      terms: mixedModelInLme4Terms(fit, { modes: false }),
      method,
      observations,
      groups,
      components,
      residualDeviation,
      intraclass,
      singular,
      logLikelihood,
      parameters,
      aic,
      bic,
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
