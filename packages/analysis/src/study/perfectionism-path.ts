import { inMediationTerms } from "@concord/statistics/mediation";
import { mediateFigure } from "../mediate/figure.ts";
import { mediateRProgram } from "../mediate/r-program.ts";
import { fitPaths, type MediateRequest } from "../mediate/request.ts";
import { mediateSentence } from "../mediate/sentence.ts";
import { mediateTable } from "../mediate/table.ts";
import { studyQuestions } from "./choices.ts";
import type { ChosenColumns, StudyTemplate } from "./study.ts";

/**
 * Perfectionism → early bond → later engagement → outcome, with satisfaction with the social network beside it: whether
 * perfectionism reaches the outcome through what clients contribute to the alliance and through their network.
 *
 * Zuroff DC et al. (2000), J Consult Clin Psychol 68: 114–124; Shahar G et al. (2004), J Consult Clin Psychol 72: 140–154.
 */
export const perfectionismPathStudy: StudyTemplate = {
  name: "perfectionism-path",
  question: studyQuestions["perfectionism-path"],
  rows: "a row for each client",
  columns: [
    { role: "perfectionism", what: "perfectionism before treatment", needed: "always" },
    { role: "bond", what: "the early bond", needed: "always" },
    { role: "engagement", what: "the client's later engagement", needed: "always" },
    { role: "outcome", what: "the outcome", needed: "always" },
    { role: "network", what: "satisfaction with the social network", needed: "optional" },
    { role: "baseline", what: "the outcome before treatment, to hold it constant", needed: "optional" },
  ],
  study: (columns, chosen, { confidenceLevel: level }) => {
    const request = requestOf(chosen, level);
    const fitted = fitPaths(columns, request);
    if (fitted.kind === "refused") return fitted;
    const { result } = fitted;
    const [model] = result.models;
    return {
      ...fitted,
      result: {
        terms: inMediationTerms(model!.fit, model!.bootstrap, result.structure),
        sentence: mediateSentence(result, request),
        table: mediateTable(result, request),
        figure: () => mediateFigure(result, request),
      },
    };
  },
  rProgram: (file, chosen, { confidenceLevel: level }, columns) =>
    mediateRProgram(file, requestOf(chosen, level), columns),
};

function requestOf(chosen: ChosenColumns, level: number): MediateRequest {
  const { perfectionism, bond, engagement, outcome, network, baseline } = chosen;
  return {
    confidenceLevel: level,
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
