import { inMediationTerms, inModeratedTerms, inMultilevelMediationTerms } from "@concord/statistics";
import { mediateFigure } from "../mediate/figure.ts";
import { addMediateFlags } from "../mediate/flags.ts";
import { mediateRProgram } from "../mediate/r-program.ts";
import { fitMediate, type Mediated, type MediateFlags, type MediateResult } from "../mediate/request.ts";
import { mediateLines, mediateSentence } from "../mediate/words.ts";
import { modelCommand } from "../model/model-command.ts";

/** `concord mediate FILE --x perfectionism --m bond --y outcome`: through what a predictor reaches an outcome. */
export const mediateCommand = modelCommand<MediateFlags, MediateResult>({
  name: "mediate",
  description:
    "Follow an effect through mediators: indirect, direct and total effects with bootstrap intervals.",
  rows: "a row for each person",
  flags: addMediateFlags,
  fit: fitMediate,
  terms: (result, { level }) => {
    if (result.kind === "multilevel") return inMultilevelMediationTerms(result.fit, level / 100);
    const { models, structure } = result;
    const [first] = models as [Mediated];
    if (first.fit.model.moderation === undefined)
      return inMediationTerms(first.fit, first.bootstrap, structure);
    return Object.assign({}, ...models.map(({ fit, bootstrap }) => inModeratedTerms(fit, bootstrap)));
  },
  lines: mediateLines,
  sentence: mediateSentence,
  svg: mediateFigure,
  rCode: mediateRProgram,
});
