import {
  type Ends,
  effectName,
  inMediationTerms,
  inModeratedTerms,
  inMultilevelMediationTerms,
} from "@concord/statistics/mediation";
import type { Mediated, MediateRequest, MediateResult } from "./request.ts";

/** The effects under the names of the mediation and process packages. */
export function mediateTerms(result: MediateResult, { confidenceLevel }: MediateRequest): unknown {
  if (result.kind === "multilevel") return inMultilevelMediationTerms(result.fit, confidenceLevel);
  const { models, structure } = result;
  const [first] = models as [Mediated];
  const drawn = first.monteCarlo === undefined ? {} : { monte_carlo: monteCarloTerms(first) };
  if (first.fit.model.moderation === undefined)
    return { ...inMediationTerms(first.fit, first.bootstrap, structure), ...drawn };
  return Object.assign({}, ...models.map(({ fit, bootstrap }) => inModeratedTerms(fit, bootstrap)), drawn);
}

/** The Monte Carlo interval of each effect under its name. */
function monteCarloTerms({ fit, monteCarlo = [] }: Mediated): Readonly<Record<string, Ends>> {
  return Object.fromEntries(fit.effects.map((effect, at) => [effectName(effect, fit), monteCarlo[at]!]));
}
