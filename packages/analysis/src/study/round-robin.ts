import { srmFigure } from "../srm/figure.ts";
import { srmRProgram } from "../srm/r-program.ts";
import { fitSrm, type SrmRequest } from "../srm/request.ts";
import { srmSentence } from "../srm/sentence.ts";
import { srmTable } from "../srm/table.ts";
import { srmTerms } from "../srm/terms.ts";
import { studyQuestions } from "./choices.ts";
import type { ChosenColumns, StudyOptions, StudyTemplate } from "./study.ts";

/** Who sees the group otherwise than the group sees itself? */
export const roundRobinStudy: StudyTemplate = {
  name: "round-robin",
  question: studyQuestions["round-robin"],
  rows: "a row for each rating of one person by another",
  columns: [
    { role: "perceiver", what: "who rates", needed: "always" },
    { role: "target", what: "who is rated", needed: "always" },
    { role: "value", what: "the rating", needed: "always" },
    { role: "group", what: "the group", needed: "optional" },
    { role: "value2", what: "a second indicator of the same construct", needed: "optional" },
  ],
  study: (columns, chosen, options) => {
    const request = requestOf(chosen, options);
    const outcome = fitSrm(columns, request);
    if (outcome.kind === "refused") return outcome;
    const { result } = outcome;
    return {
      ...outcome,
      result: {
        terms: srmTerms(result, request),
        sentence: srmSentence(result, request),
        table: srmTable(result, request),
        figure: () => srmFigure(result, request),
      },
    };
  },
  rProgram: (file, chosen, options) => srmRProgram(file, requestOf(chosen, options)),
};

function requestOf(chosen: ChosenColumns, { confidenceLevel: level }: StudyOptions): SrmRequest {
  const { perceiver = "", target = "", value = "", value2, group } = chosen;
  return {
    confidenceLevel: level,
    perceiver,
    target,
    errors: "within",
    ...(group === undefined ? {} : { group }),
    ...(value2 === undefined ? { value: [value] } : { value: [value, value2], latent: true as const }),
  };
}
