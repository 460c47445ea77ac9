import {
  alphaTerms,
  cohenKappaTerms,
  fleissKappaTerms,
  hierarchicalOmegaTerms,
  intraclassTerms,
  kappaTestTerms,
  oneFactorOmegaTerms,
} from "@concord/statistics/reliability";
import type { ReliabilityAnswer } from "./request.ts";

/** One analysis as psych (or irr) gives it; several under their names. */
export function reliabilityTerms(answers: readonly ReliabilityAnswer[]): unknown {
  const terms = answers.map((answer) => [answer.kind, termsOf(answer)] as const);
  return terms.length === 1 ? terms[0]![1] : Object.fromEntries(terms);
}

function termsOf(answer: ReliabilityAnswer): unknown {
  switch (answer.kind) {
    case "alpha":
      return alphaTerms(answer.scale);
    case "omega":
      return {
        one_factor: oneFactorOmegaTerms(answer.one),
        psych_omega: answer.hierarchical === undefined ? null : hierarchicalOmegaTerms(answer.hierarchical),
      };
    case "factors": {
      const { loadings, between, communality, uniqueness, eigenvalues, explained } = answer.analysis;
      const rows = (values: Float64Array, width: number) =>
        Array.from({ length: values.length / width }, (_, i) =>
          Array.from(values.subarray(i * width, (i + 1) * width)),
        );
      return {
        items: answer.names,
        loadings: rows(loadings.values, loadings.columns),
        Phi: rows(between.values, between.columns),
        communality,
        uniquenesses: uniqueness,
        e_values: eigenvalues,
        proportion_var: explained,
      };
    }
    case "icc":
      return intraclassTerms(answer.icc);
    case "kappa":
      return {
        ...cohenKappaTerms(answer.kappa),
        categories: answer.categories,
        kappa2: kappaTestTerms(answer.kappa),
      };
    case "fleiss":
      return fleissKappaTerms(answer.fleiss);
    case "krippendorff":
      return answer.alpha;
  }
}
