import type { Frame } from "@concord/statistics/formula";
import {
  centredFrame,
  contextualEffects,
  type FittedMixedModel,
  fitMultilevel,
  intraclassInterval,
  mixedModelInLme4Terms,
  satterthwaite,
  therapistEffects,
} from "@concord/statistics/multilevel";
import type { Adapter } from "./adapter.ts";

/** Parts within and between persons, their difference, and what lies between therapists. */
export const adapters: Readonly<Record<string, Adapter>> = {
  "ml-within-between": {
    run: ({ input }) => {
      const groups = "session + (1 | client) + (1 | therapist)";
      const centred = centredFrame(
        `distress ~ within(alliance) + between(alliance) + ${groups}`,
        input as Frame,
      );
      if (centred.kind === "refused") throw new Error(centred.reason);
      const { frame, parts } = centred;
      const both = fitted(`distress ~ within(alliance) + between(alliance) + ${groups}`, frame);
      const direct = fitted(`distress ~ alliance + between(alliance) + ${groups}`, frame);
      const slopes = fitted("distress ~ session + (session | client) + (1 | therapist)", frame);
      const [effect] = contextualEffects(both, parts);
      const [test] = satterthwaite(both, [{ name: "contextual", weights: effect!.weights }]);
      const therapists = therapistEffects(slopes, "therapist", new Map());
      return {
        within_between: mixedModelInLme4Terms(both),
        contextual_effect: { est: effect!.estimate, se: effect!.standardError, t: test!.t },
        contextual_df: test!.degreesOfFreedom,
        direct: mixedModelInLme4Terms(direct),
        therapists: mixedModelInLme4Terms(slopes),
        therapist_test: { chisq: therapists.test.statistic, p: therapists.test.p },
        icc_plain: shareOf(fitted("distress ~ 1 + (1 | therapist)", frame)),
        icc_nested: shareOf(both),
        icc_slopes: shareOf(slopes),
      };
    },
  },
};

function fitted(formula: string, frame: Frame): FittedMixedModel {
  const fit = fitMultilevel(formula, frame);
  if (fit.kind === "refused") throw new Error(fit.reason);
  return fit;
}

function shareOf(fit: FittedMixedModel): unknown {
  const { share, lower, upper } = intraclassInterval(fit, "therapist")!;
  return [share, lower, upper];
}
