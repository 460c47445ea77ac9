import { inMediationTerms } from "@concord/statistics";
import type { ChosenColumns, StudyTemplate } from "../model/study-template.ts";
import { mediateFigure } from "./figure.ts";
import { mediateRProgram } from "./r-program.ts";
import { fitPaths, type MediateFlags } from "./request.ts";
import { mediateLines, mediateSentence } from "./words.ts";

/**
 * Perfectionism → early bond → later engagement → outcome, with satisfaction with the social network beside it: whether
 * perfectionism reaches the outcome through what clients contribute to the alliance and through their network.
 *
 * Zuroff DC et al. (2000), J Consult Clin Psychol 68: 114–124; Shahar G et al. (2004), J Consult Clin Psychol 72: 140–154.
 */
export const perfectionismPathStudy: StudyTemplate = {
  name: "perfectionism-path",
  question:
    "whether perfectionism reaches the outcome by way of the early bond, engagement and the social network",
  rows: "a row for each client",
  columns: [
    { role: "perfectionism", what: "perfectionism before treatment", needed: "always" },
    { role: "bond", what: "the early bond", needed: "always" },
    { role: "engagement", what: "the client's later engagement", needed: "always" },
    { role: "outcome", what: "the outcome", needed: "always" },
    { role: "network", what: "satisfaction with the social network", needed: "optional" },
    { role: "baseline", what: "the outcome before treatment, to hold it constant", needed: "optional" },
  ],
  study: (columns, chosen, { level }) => {
    const flags = flagsOf(chosen, level);
    const fitted = fitPaths(columns, flags);
    if (fitted.kind === "refused") return fitted;
    const { result } = fitted;
    const [model] = result.models;
    return {
      ...fitted,
      result: {
        terms: inMediationTerms(model!.fit, model!.bootstrap, result.structure),
        sentence: mediateSentence(result, flags),
        lines: mediateLines(result, flags),
        svg: () => mediateFigure(result, flags),
      },
    };
  },
  rCode: (file, chosen, { level }, columns) => mediateRProgram(file, flagsOf(chosen, level), columns),
};

function flagsOf(chosen: ChosenColumns, level: number): MediateFlags {
  const { perfectionism, bond, engagement, outcome, network, baseline } = chosen;
  return {
    level,
    x: perfectionism!,
    m: [bond!, engagement!, ...(network === undefined ? [] : [network])],
    y: outcome!,
    ...(baseline === undefined ? {} : { covariates: [baseline] }),
    arrow: [[bond!, engagement!]],
    draws: 5000,
    seed: 1,
    interval: "percentile",
  };
}
