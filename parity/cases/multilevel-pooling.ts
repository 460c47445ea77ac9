import {
  clusterRobust,
  componentTest,
  constantCorrelation,
  designOf,
  type Effect,
  type FittedMultilevel,
  type Frame,
  jointTest,
  jointTestInClubSandwichTerms,
  type MultilevelModel,
  measureEffects,
  multilevelInMetaforTerms,
  multilevelMetaAnalysis,
  nestedGroups,
  parseFormula,
  robustInClubSandwichTerms,
  robustInMetaforTerms,
} from "@concord/statistics";
import { type Adapter, recordsOf } from "../reference-case.ts";
import { effectsOf, usable } from "./fits.ts";

type Options = Omit<MultilevelModel, "levels" | "design">;

/** A fit over all rows with moderators by formula and nested groups by path. */
function fit(
  effects: readonly Effect[],
  frame: Frame,
  formula: string,
  path: readonly string[],
  options: Options = {},
): FittedMultilevel {
  const design = designOf(parseFormula(formula).fixed, frame);
  const levels = nestedGroups(frame, path, design.kept);
  const result = multilevelMetaAnalysis(effects, { ...options, levels, design });
  if (result.kind !== "fitted") throw new Error(`not fitted: ${JSON.stringify(result)}`);
  return result;
}

const all = { intervals: true, groups: true } as const;
const intervals = { intervals: true } as const;

const konst: Adapter = {
  run: ({ input }) => {
    const frame = input as Frame;
    const effects = effectsOf(input);
    const path = ["district", "school"];
    const districts = frame.district as readonly number[];
    const plain = fit(effects, frame, "~ 1", path);
    const { statistic, p } = componentTest(plain, fit(effects, frame, "~ 1", ["district"]));
    return {
      REML: multilevelInMetaforTerms(plain, all),
      ML: multilevelInMetaforTerms(fit(effects, frame, "~ 1", path, { method: "ML" }), intervals),
      year: multilevelInMetaforTerms(fit(effects, frame, "~ I(year - 1990)", path), intervals),
      CR2: robustInClubSandwichTerms(clusterRobust(plain, districts)),
      robust: robustInMetaforTerms(clusterRobust(plain, districts, "CR1p", "clusters")),
      LRT_no_school: { LRT: statistic, p },
    };
  },
};

const assink: Adapter = {
  run: ({ input }) => {
    const frame = input as Frame;
    const effects = effectsOf(input);
    const path = ["study", "esid"];
    const studies = frame.study as readonly number[];
    const test = { kind: "t", degrees: "residual" } as const;
    const moderators = fit(effects, frame, "~ deltype + pubstatus + year", path, { test });
    return {
      null: multilevelInMetaforTerms(fit(effects, frame, "~ 1", path, { test }), intervals),
      moderators: multilevelInMetaforTerms(moderators, intervals),
      cluster_robust: Object.fromEntries(
        (["CR0", "CR1", "CR1S", "CR2"] as const).map((kind) => [
          kind,
          robustInClubSandwichTerms(clusterRobust(moderators, studies, kind)),
        ]),
      ),
    };
  },
};

const barroso: Adapter = {
  run: ({ input }) => {
    const frame = input as Frame;
    const effects = effectsOf(input);
    const path = ["study", "es"];
    const plain = fit(effects, frame, "~ 1", path);
    const test = { kind: "t", degrees: "residual" } as const;
    return {
      null: multilevelInMetaforTerms(plain),
      moderator: multilevelInMetaforTerms(fit(effects, frame, "~ low_ability", path, { test })),
      CR1: robustInClubSandwichTerms(clusterRobust(plain, frame.study as readonly number[], "CR1")),
    };
  },
};

const alliance: Adapter = {
  run: ({ input }) => {
    const frame = input as Frame;
    const effects = usable(measureEffects("ZCOR", recordsOf(input, { r: "ri", n: "ni" })));
    const path = ["study", "es"];
    const studies = frame.study as readonly number[];
    const sampling = constantCorrelation(
      effects.map(({ variance }) => variance),
      studies,
      0.6,
    );
    const correlated = fit(effects, frame, "~ rater", path, { sampling });
    const robust = clusterRobust(correlated, studies);
    const contained = { kind: "t", degrees: "containment" } as const;
    return {
      threelevel: multilevelInMetaforTerms(fit(effects, frame, "~ 1", path), all),
      rater_t: multilevelInMetaforTerms(fit(effects, frame, "~ rater", path, { test: contained }), intervals),
      CHE: multilevelInMetaforTerms(correlated, intervals),
      CHE_CR2: robustInClubSandwichTerms(robust),
      CHE_CR1: robustInMetaforTerms(clusterRobust(correlated, studies, "CR1p", "clusters")),
      CHE_robust_clubSandwich: robustInMetaforTerms(robust),
      CHE_wald_rater: jointTestInClubSandwichTerms(jointTest(robust, [1, 2])),
    };
  },
  leftOut: () =>
    INHERIT_COMPONENTS.map((path) => ({
      path,
      within: { rel: 1e-3, abs: 1e-6 },
      reason:
        "follows sigma2, where R stopped at a slope of the log-likelihood of 1e-3 (here 1e-10, and a likelihood as high); " +
        "compared at rel 1e-3 instead",
    })),
};

/** What hangs on the sixth digit of the variance components, which R's search leaves open. */
const INHERIT_COMPONENTS = [
  "threelevel.ranef.study/es.intrcpt",
  "threelevel.ranef.study/es.se",
  "threelevel.I2_levels",
  "CHE.pval.2",
  "CHE.ci_ub.2",
  "CHE.QMp",
  "CHE.I2_levels",
  "CHE_CR1.pval.2",
  "CHE_CR1.ci_ub.2",
  "CHE_robust_clubSandwich.pval.2",
  "CHE_robust_clubSandwich.ci_ub.2",
];

export const adapters: Readonly<Record<string, Adapter>> = {
  "ma-threelevel-konst": konst,
  "ma-threelevel-assink": assink,
  "ma-threelevel-barroso747": barroso,
  "ma-alliance-threelevel": alliance,
};
