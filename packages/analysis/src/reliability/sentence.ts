import type { FactorAnalysis } from "@concord/statistics/reliability";
import { counted, interval, number, probability, share } from "../text/apa.ts";
import type { ReliabilityAnswer, ReliabilityRequest } from "./request.ts";

/** Each answer as a sentence in APA style. */
export function reliabilitySentence(
  answers: readonly ReliabilityAnswer[],
  { confidenceLevel: level, weights, rotation }: ReliabilityRequest,
): string {
  const sentence = (answer: ReliabilityAnswer): string => {
    switch (answer.kind) {
      case "alpha": {
        const { alpha, interval: feldt, rows, mean, standardDeviation } = answer.scale;
        return (
          `Cronbach's α of the ${alpha.items} items was ${share(alpha.raw)}, ` +
          `${interval(feldt.lower, feldt.upper, level, share)} (N = ${rows.toLocaleString("en")}; mean of the items ` +
          `${number(mean)}, SD ${number(standardDeviation)}).`
        );
      }
      case "omega": {
        const { one, hierarchical } = answer;
        const general =
          hierarchical === undefined
            ? ""
            : ` Of the sum's variance a general factor accounts for ωₕ = ${share(hierarchical.general)}, all common ` +
              `factors for ω = ${share(hierarchical.total)}.`;
        return `McDonald's ω of one factor was ${share(one.ofModel)}.${general}`;
      }
      case "factors":
        return factorsSentence(answer.analysis, rotation);
      case "icc": {
        const { forms, targets, raters } = answer.icc;
        const [, single, , , mean] = forms;
        return (
          `For one of ${raters} raters of ${targets} ICC(2,1) was ${share(single!.estimate)}, ` +
          `${interval(single!.lower, single!.upper, level, share)}; for their mean ICC(2,k) was ${share(mean!.estimate)}, ` +
          `${interval(mean!.lower, mean!.upper, level, share)}.`
        );
      }
      case "kappa": {
        const { plain, weighted, count, z, p } = answer.kappa;
        return (
          `Cohen's κ was ${share(plain.estimate)}, ${interval(plain.lower, plain.upper, level, share)}, ` +
          `z = ${number(z)}, ${probability(p)}; with ${weights} weights ${share(weighted.estimate)}, ` +
          `${interval(weighted.lower, weighted.upper, level, share)} (N = ${count}).`
        );
      }
      case "fleiss": {
        const { estimate, subjects, raters, z, p } = answer.fleiss;
        return `Fleiss' κ of ${raters} raters of ${subjects} was ${share(estimate)}, z = ${number(z)}, ${probability(p)}.`;
      }
      case "krippendorff":
        return `Krippendorff's α was ${Object.entries(answer.alpha)
          .map(([scaling, value]) => `${share(value)} (${scaling})`)
          .join(", ")}.`;
    }
  };
  return answers.map(sentence).join(" ");
}

function factorsSentence({ eigenvalues, explained, between }: FactorAnalysis, rotation: string): string {
  const above = eigenvalues.filter((value) => value > 1).length;
  const all = explained.reduce((total, value) => total + value, 0);
  const related =
    explained.length === 2 && rotation === "oblimin" ? `; they correlate ${share(between.values[1]!)}` : "";
  const first = eigenvalues
    .slice(0, 4)
    .map((value) => number(value))
    .join(", ");
  return (
    `${counted(explained.length, "factor explains", "factors explain")} ${number(100 * all, 0)}% of the variance${related}. ` +
    `The first eigenvalues are ${first}; ${above} of them ${above === 1 ? "is" : "are"} above one.`
  );
}
