import type { ChosenColumns, StudyOptions, StudyTemplate } from "../model/study-template.ts";
import { srmFigure } from "./figure.ts";
import { srmRProgram } from "./r-program.ts";
import { fitSrm, type SrmFlags } from "./request.ts";
import { srmTerms } from "./terms.ts";
import { srmLines, srmSentence } from "./words.ts";

/** Who sees the group otherwise than the group sees itself? */
export const roundRobinStudy: StudyTemplate = {
  name: "round-robin",
  question: "Whose doing is a rating: the perceiver's, the target's, or the relationship's?",
  rows: "a row for each rating of one person by another",
  columns: [
    { role: "perceiver", what: "who rates", needed: "always" },
    { role: "target", what: "who is rated", needed: "always" },
    { role: "value", what: "the rating", needed: "always" },
    { role: "group", what: "the group", needed: "optional" },
    { role: "value2", what: "a second indicator of the same construct", needed: "optional" },
  ],
  study: (columns, chosen, options) => {
    const flags = flagsOf(chosen, options);
    const outcome = fitSrm(columns, flags);
    if (outcome.kind === "refused") return outcome;
    const { result } = outcome;
    return {
      ...outcome,
      result: {
        terms: srmTerms(result, flags),
        sentence: srmSentence(result, flags),
        lines: srmLines(result, flags),
        svg: () => srmFigure(result, flags),
      },
    };
  },
  rCode: (file, chosen, options) => srmRProgram(file, flagsOf(chosen, options)),
};

function flagsOf(chosen: ChosenColumns, { level }: StudyOptions): SrmFlags {
  const { perceiver = "", target = "", value = "", value2, group } = chosen;
  return {
    level,
    perceiver,
    target,
    errors: "within",
    ...(group === undefined ? {} : { group }),
    ...(value2 === undefined ? { value: [value] } : { value: [value, value2], latent: true as const }),
  };
}
