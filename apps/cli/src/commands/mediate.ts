import {
  type Ends,
  effectName,
  inMediationTerms,
  inModeratedTerms,
  inMultilevelMediationTerms,
} from "@concord/statistics";
import { mediateFigure } from "../mediate/figure.ts";
import { addMediateFlags } from "../mediate/flags.ts";
import { mediateRProgram } from "../mediate/r-program.ts";
import { fitMediate, type Mediated, type MediateFlags, type MediateResult } from "../mediate/request.ts";
import { mediateLines, mediateSentence } from "../mediate/words.ts";
import { modelCommand } from "../model/model-command.ts";
import { asNames, asNumbers, asPredictors, columnsNamedIn } from "../model/table-use.ts";

/** `concord mediate FILE --x perfectionism --m bond --y outcome`: through what a predictor reaches an outcome. */
export const mediateCommand = modelCommand<MediateFlags, MediateResult>({
  name: "mediate",
  description:
    "Follow an effect through mediators: indirect, direct and total effects with bootstrap intervals.",
  rows: "a row for each person",
  flags: addMediateFlags,
  uses: ({ x, m, y, w, group, covariates = [] }, columns) => [
    ...asNumbers(...m, y),
    ...asPredictors(x, w, ...columnsNamedIn(covariates, columns)),
    ...asNames(group),
  ],
  outcomes: ({ m, y, group }) => {
    const call = group === undefined ? "glm" : "lme4::glmer";
    const logistic = (outcome: string) =>
      `${call}(${outcome} ~ ..., dat, family = binomial), and the mediation package for its indirect effects`;
    return [...m, y].map((name) => ({ name, logistic }));
  },
  fit: fitMediate,
  terms: (result, { level }) => {
    if (result.kind === "multilevel") return inMultilevelMediationTerms(result.fit, level / 100);
    const { models, structure } = result;
    const [first] = models as [Mediated];
    const drawn = first.monteCarlo === undefined ? {} : { monte_carlo: monteCarloTerms(first) };
    if (first.fit.model.moderation === undefined)
      return { ...inMediationTerms(first.fit, first.bootstrap, structure), ...drawn };
    return Object.assign({}, ...models.map(({ fit, bootstrap }) => inModeratedTerms(fit, bootstrap)), drawn);
  },
  lines: mediateLines,
  sentence: mediateSentence,
  svg: mediateFigure,
  rCode: mediateRProgram,
});

/** The Monte Carlo interval of each effect under its name. */
function monteCarloTerms({ fit, monteCarlo = [] }: Mediated): Readonly<Record<string, Ends>> {
  return Object.fromEntries(fit.effects.map((effect, at) => [effectName(effect, fit), monteCarlo[at]!]));
}
