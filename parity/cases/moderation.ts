import {
  type Frame,
  inModerationTerms,
  inQuadraticTerms,
  type ModerationModel,
  type ModerationOptions,
  moderation,
  quadraticModeration,
} from "@concord/statistics";
import type { Adapter, ReferenceCase } from "../reference-case.ts";

function termsOf({ input }: ReferenceCase, model: ModerationModel, options?: ModerationOptions) {
  const fit = moderation(model, input as Frame, options);
  if (fit.kind === "refused") throw new RangeError(fit.reason);
  return inModerationTerms(fit);
}

const globalWarm: Adapter = {
  run: (reference) => {
    const covariates = ["posemot", "ideology", "sex"];
    const first = { outcome: "govact", predictor: "negemot", moderator: "age", covariates };
    const second = { outcome: "govact", predictor: "posemot", moderator: "ideology" };
    const { model, slopes }: Readonly<Record<string, unknown>> = termsOf(reference, second, {
      values: [1, 2, 3, 4, 5, 6, 7],
    });
    return { ...termsOf(reference, first), model2: model, slopes2: slopes };
  },
};

const linear: Adapter = {
  run: (reference) => termsOf(reference, { outcome: "y", predictor: "x", moderator: "w" }),
};

const quadratic: Adapter = {
  run: ({ input, options }) => {
    const model = { outcome: "y", predictor: "x", moderator: "w" };
    const fit = quadraticModeration(model, input as Frame, {
      values: (options.values as readonly number[] | undefined) ?? [1, 2, 3, 4, 5, 6, 7],
    });
    if (fit.kind === "refused") throw new RangeError(fit.reason);
    return inQuadraticTerms(fit);
  },
};

export const adapters: Readonly<Record<string, Adapter>> = {
  "mod-globalwarm": globalWarm,
  "mod-quadratic": quadratic,
  "mod-linear-sim": linear,
  "mod-quadratic-sim": quadratic,
};
