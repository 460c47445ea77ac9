import {
  bivariateTripleRTerms,
  relationshipTerms,
  type SocialRelations,
  selfCorrelationTerms,
  tripleRTerms,
} from "@concord/statistics/social-relations";
import type { SrmRequest, SrmResult } from "./request.ts";

/** TripleR's names, with the transference view, which TripleR has not, under its own. */
export function srmTerms({ fit, views, rawMeans }: SrmResult, request: SrmRequest): unknown {
  const first = fit.kind === "one" ? fit.fit : fit.fit.first;
  return {
    ...(fit.kind === "one"
      ? tripleRTerms(fit.fit, fit.name, rawMeans.first)
      : bivariateTripleRTerms(fit.fit, fit.name, fit.name2, rawMeans)),
    ...furtherTerms(first, request),
    transference: {
      id: views.map(({ perceiver }) => perceiver),
      group: views.map(({ group }) => group),
      ratio: views.map(({ size }) => size?.ratio ?? null),
      ci_lb: views.map(({ size }) => size?.lower ?? null),
      ci_ub: views.map(({ size }) => size?.upper ?? null),
      p: views.map(({ size }) => size?.p ?? null),
      p_holm: views.map(({ size }) => size?.adjusted ?? null),
      level: views.map(({ level }) => level?.estimate ?? null),
      level_lb: views.map(({ level }) => level?.lower ?? null),
      level_ub: views.map(({ level }) => level?.upper ?? null),
    },
  };
}

function furtherTerms(fit: SocialRelations, { self, relationships }: SrmRequest) {
  return {
    ...(self === true ? { self_partial_cor: selfCorrelationTerms(fit) } : {}),
    ...(relationships === true ? { relationship_effects: relationshipTerms(fit) } : {}),
  };
}
