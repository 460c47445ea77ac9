import { seededChance } from "@concord/numerics";
import {
  bootstrapMediation,
  type FittedMediation,
  type Frame,
  inMediationTerms,
  inModeratedTerms,
  inMultilevelMediationTerms,
  type MediationBootstrap,
  type MediationModel,
  type ModeratedPath,
  mediation,
  mediationStructure,
  multilevelMediation,
} from "@concord/statistics";
import type { Adapter, ReferenceCase } from "../reference-case.ts";

type Terms = ReturnType<typeof inMediationTerms>;

function fitOf({ input }: ReferenceCase, model: MediationModel): FittedMediation {
  const columns = Object.entries(input).filter(([name]) => name !== "boot_indices_1based");
  const fit = mediation(model, Object.fromEntries(columns) as Frame);
  if (fit.kind === "refused") throw new RangeError(fit.reason);
  return fit;
}

function bootstrapOf({ input }: ReferenceCase, fit: FittedMediation): MediationBootstrap {
  const given = input.boot_indices_1based as readonly (readonly number[])[];
  return bootstrapMediation(fit, {
    kind: "given",
    rows: given.map((rows) => rows.map((row) => row - 1)),
  });
}

function withBootstrap(model: MediationModel): Adapter {
  return {
    run: (reference): Terms => {
      const fit = fitOf(reference, model);
      return inMediationTerms(fit, bootstrapOf(reference, fit));
    },
  };
}

const moderated: Adapter = {
  run: (reference) => {
    const by = (path: ModeratedPath) =>
      fitOf(reference, {
        predictor: "x",
        mediators: ["m"],
        outcome: "y",
        moderation: { moderator: "w", paths: [path] },
      });
    const first = by("first");
    return { ...inModeratedTerms(by("second")), ...inModeratedTerms(first, bootstrapOf(reference, first)) };
  },
};

const bothStages: Adapter = {
  run: (reference) => {
    const fit = fitOf(reference, {
      predictor: "x",
      mediators: ["m"],
      outcome: "y",
      moderation: { moderator: "w", paths: ["first", "second"] },
    });
    return inModeratedTerms(fit, bootstrapOf(reference, fit));
  },
};

function multilevel({ input }: ReferenceCase) {
  const model = { predictor: "x", mediator: "m", outcome: "y", group: "client" };
  const fit = multilevelMediation(model, input as Frame, { chance: seededChance(1) });
  if (fit.kind === "refused") throw new RangeError(fit.reason);
  const indirect = fit.effects.filter(({ kind }) => kind === "indirect");
  return {
    ...inMultilevelMediationTerms(fit),
    indirect_se: indirect.map(({ standardError }) => standardError),
  };
}

const serial: Adapter = {
  run: (reference) => {
    const model: MediationModel = {
      predictor: "treat",
      mediators: ["econ_hard", "job_seek"],
      outcome: "depress2",
      arrangement: { kind: "serial" },
    };
    const structure = mediationStructure(model, reference.input as Frame);
    return inMediationTerms(fitOf(reference, model), undefined, structure);
  },
};

export const adapters: Readonly<Record<string, Adapter>> = {
  "med-simple-talor": withBootstrap({ predictor: "cond", mediators: ["pmi"], outcome: "reaction" }),
  "med-parallel-talor": withBootstrap({
    predictor: "cond",
    mediators: ["import", "pmi"],
    outcome: "reaction",
    covariates: ["age", "gender"],
  }),
  "med-parallel-sim": withBootstrap({
    predictor: "x",
    mediators: ["m1", "m2"],
    outcome: "y",
    covariates: ["age"],
  }),
  "med-moderated": moderated,
  "med-moderated-sim": bothStages,
  "med-multilevel-sim": { run: multilevel },
  "med-serial-jobs": serial,
};
