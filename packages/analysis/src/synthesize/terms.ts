import {
  MEASURES,
  type MeasureDefinition,
  proportionFromPooledDoubleArcsine,
} from "@concord/statistics/effect-size";
import {
  jointTest,
  jointTestInClubSandwichTerms,
  type MetaforTerms,
  metaAnalysisInMetaforTerms,
  multilevelInMetaforTerms,
  omnibusInMetaforTerms,
  omnibusOf,
  type Prediction,
  predictAt,
  predictMultilevel,
  robustInClubSandwichTerms,
  robustInMetaforTerms,
} from "@concord/statistics/meta-analysis";
import type { TableEffects } from "./effects.ts";
import type { TableFit } from "./fit.ts";
import type { TableModel } from "./request.ts";

/** The model with all that belongs to it, and its mean on the scale on which it is read. */
export function pooledTerms(
  table: TableEffects,
  model: TableModel,
  fitted: TableFit,
  extras: "brief" | "full",
): MetaforTerms {
  const { fit } = fitted;
  const terms =
    fitted.kind === "plain"
      ? metaAnalysisInMetaforTerms(fitted.fit)
      : multilevelInMetaforTerms(fitted.fit, { intervals: extras === "full", groups: extras === "full" });
  return {
    ...terms,
    ...testedTogether(model, fitted),
    ...(fitted.kind === "multilevel" && fitted.robust !== null
      ? { robust: robustTerms(fitted, model.btt) }
      : {}),
    ...(fit.interceptOnly ? { back: backTerms(table, fitted, meanOf(fitted)) } : {}),
  };
}

/** The mean of a model without moderators; with robust tests, by their standard error and degrees of freedom. */
export function meanOf(fitted: TableFit): Prediction {
  if (fitted.kind === "plain") return predictAt(fitted.fit, [1]);
  const own = predictMultilevel(fitted.fit, [1]);
  if (fitted.robust === null) return own;
  const { estimate, standardError, lower, upper } = fitted.robust.coefficients[0]!;
  const critical = (upper - estimate) / standardError;
  const between = fitted.fit.components.reduce((sum, { variance }) => sum + variance, 0);
  const reach = critical * Math.sqrt(standardError ** 2 + between);
  return {
    estimate,
    standardError,
    lower,
    upper,
    newStudy: { lower: estimate - reach, upper: estimate + reach },
  };
}

/** Predictions at rows of moderator values, the intercept left out of them as in metafor's newmods. */
export function predictedTerms(
  table: TableEffects,
  fitted: TableFit,
  newmods: readonly (readonly number[])[],
): MetaforTerms {
  const { coefficients } = fitted.fit;
  const hasIntercept = coefficients[0]!.name === "(Intercept)";
  const rows = newmods.length === 0 && fitted.fit.interceptOnly ? [[]] : newmods;
  if (rows.length === 0)
    throw new RangeError("predict requires values of the moderators: newmods, as 10;20;40 or 10,0;20,1");
  const predictions = rows.map((values) => {
    const row = hasIntercept ? [1, ...values] : values;
    return fitted.kind === "plain" ? predictAt(fitted.fit, row) : predictMultilevel(fitted.fit, row);
  });
  const back = backOf(table, fitted);
  const list = (of: (one: Prediction) => number | undefined) => predictions.map((one) => of(one) ?? null);
  const read = (of: (one: Prediction) => number | undefined) =>
    list(of).map((value) => (value === null ? null : back(value)));
  return {
    pred: list((one) => one.estimate),
    se: list((one) => one.standardError),
    ci_lb: list((one) => one.lower),
    ci_ub: list((one) => one.upper),
    pi_lb: list((one) => one.newStudy?.lower),
    pi_ub: list((one) => one.newStudy?.upper),
    back: {
      pred: read((one) => one.estimate),
      ci_lb: read((one) => one.lower),
      ci_ub: read((one) => one.upper),
      pi_lb: read((one) => one.newStudy?.lower),
      pi_ub: read((one) => one.newStudy?.upper),
    },
  };
}

/** From the scale of pooling to the one on which it is read. */
export function backOf(table: TableEffects, { used }: Pick<TableFit, "used">): (value: number) => number {
  const sizes = used.flatMap(({ n }) => (n === null ? [] : [n]));
  if (table.measure === "PFT" && sizes.length > 0) return proportionFromPooledDoubleArcsine(sizes);
  const definition: MeasureDefinition = MEASURES[table.measure];
  return definition.back ?? ((value) => value);
}

function backTerms(table: TableEffects, fitted: TableFit, mean: Prediction): MetaforTerms {
  const back = backOf(table, fitted);
  return {
    pred: back(mean.estimate),
    ci_lb: back(mean.lower),
    ci_ub: back(mean.upper),
    pi_lb: mean.newStudy === undefined ? null : back(mean.newStudy.lower),
    pi_ub: mean.newStudy === undefined ? null : back(mean.newStudy.upper),
  };
}

function testedTogether({ btt }: TableModel, fitted: TableFit): MetaforTerms {
  if (btt.length === 0) return {};
  const positions = btt.map((place) => place - 1);
  if (fitted.kind === "multilevel") {
    if (fitted.robust === null)
      throw new RangeError("btt with nested groups requires a robust test: name a cluster");
    return {};
  }
  return { ...omnibusInMetaforTerms(omnibusOf(fitted.fit, positions)), moderators_tested: btt };
}

function robustTerms(
  fitted: Extract<TableFit, { readonly kind: "multilevel" }>,
  btt: readonly number[],
): MetaforTerms {
  const { robust, fit } = fitted;
  if (robust === null) return {};
  const usual = fit.interceptOnly ? [] : fit.omnibus.tested;
  const tested = btt.length === 0 ? usual : btt.map((place) => place - 1);
  return {
    type: robust.kind,
    ...(robust.kind === "CR1p" ? {} : robustInClubSandwichTerms(robust)),
    ...robustInMetaforTerms(robust),
    ...(tested.length === 0 ? {} : { wald: jointTestInClubSandwichTerms(jointTest(robust, tested)) }),
  };
}
