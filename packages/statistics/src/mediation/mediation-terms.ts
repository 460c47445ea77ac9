import { coefficientAt } from "../regression/combination.ts";
import type { FittedLinearModel } from "../regression/linear-model.ts";
import { inLmTerms } from "../regression/lm-terms.ts";
import { inLavaanTerms } from "../structure/lavaan-terms.ts";
import type { StructuralModel } from "../structure/structural-model.ts";
import type { BootstrappedEffect, MediationBootstrap } from "./bootstrap.ts";
import type { BootstrapSummary } from "./bootstrap-interval.ts";
import type { EffectRole } from "./mediated-effects.ts";
import type { EstimatedEffect, FittedMediation } from "./mediation.ts";
import { chainsOf, quoted } from "./mediation-model.ts";
import { productNormalInterval } from "./product-normal.ts";
import { productTest } from "./sobel.ts";

/** A mediation in the terms of R: `lm` for each equation, `boot` and `boot.ci` for each effect. */
export function inMediationTerms(
  fit: FittedMediation,
  bootstrap?: MediationBootstrap,
  structure: StructuralModel | null = null,
) {
  const { mediators, arrangement } = fit.model;
  const kind = arrangement?.kind ?? "parallel";
  if (mediators.length === 1) return simpleTerms(fit, bootstrap);
  const outcome = fit.equations.at(-1)!;
  const equations = {
    ...Object.fromEntries(mediators.map((_, i) => [`m${i + 1}`, inLmTerms(fit.equations[i]!)])),
    y: inLmTerms(outcome),
  };
  const effects = effectsInTerms(fit);
  if (kind !== "parallel") {
    return {
      ...(structure === null ? {} : { lavaan_ml: inLavaanTerms(structure) }),
      ols: equations,
      ...(fit.total === null ? {} : { total_model: inLmTerms(fit.total) }),
      effects,
      ...drawn(fit, bootstrap),
    };
  }
  return {
    ...equations,
    ...(fit.total === null ? {} : { total_model: inLmTerms(fit.total) }),
    ...Object.fromEntries(
      mediators.map((mediator, i) => [
        `via_${mediator}`,
        inSobelTerms(fit.equations[i]!, outcome, mediator, fit.level),
      ]),
    ),
    effects,
    ...drawn(fit, bootstrap),
  };
}

function simpleTerms(fit: FittedMediation, bootstrap?: MediationBootstrap) {
  const [a, b] = fit.equations as readonly [FittedLinearModel, FittedLinearModel];
  const [mediator] = fit.model.mediators as readonly [string];
  const estimateOf = (kind: EffectRole["kind"]) =>
    fit.effects.find(({ role }) => role.kind === kind)?.estimate;
  return {
    a_model: inLmTerms(a),
    b_model: inLmTerms(b),
    ...(fit.total === null ? {} : { total_model: inLmTerms(fit.total) }),
    indirect: inSobelTerms(a, b, mediator, fit.level),
    psych_mediate: {
      indirect: estimateOf("indirect"),
      direct: estimateOf("direct"),
      total: estimateOf("total"),
    },
    effects: effectsInTerms(fit),
    ...drawn(fit, bootstrap),
  };
}

/** A product of two paths with its tests and the exact interval of a product of normals. */
function inSobelTerms(first: FittedLinearModel, second: FittedLinearModel, mediator: string, level: number) {
  const a = first.coefficients[1]!;
  const b = second.coefficients[coefficientAt(second, quoted(mediator))]!;
  const test = productTest(a, b, level);
  return {
    ab: test.product,
    se_sobel: test.sobel.standardError,
    z_sobel: test.sobel.z,
    p_sobel: test.sobel.p,
    se_aroian: test.aroian.standardError,
    z_aroian: test.aroian.z,
    p_aroian: test.aroian.p,
    se_goodman: test.goodman.standardError,
    delta_ci: [test.lower, test.upper],
    product_normal_ci: productNormalInterval(a, b, level),
  };
}

/** Each effect under its name, with the delta method's standard error. */
export function effectsInTerms(fit: FittedMediation) {
  return {
    name: fit.effects.map((effect) => effectName(effect, fit)),
    est: fit.effects.map(({ estimate }) => estimate),
    se: fit.effects.map(({ standardError }) => standardError),
    z: fit.effects.map(({ z }) => z),
    p: fit.effects.map(({ p }) => p),
    ci_lower: fit.effects.map(({ lower }) => lower),
    ci_upper: fit.effects.map(({ upper }) => upper),
  };
}

function drawn(fit: FittedMediation, bootstrap: MediationBootstrap | undefined) {
  return bootstrap === undefined ? {} : { bootstrap: bootstrapInTerms(fit, bootstrap.effects) };
}

/** Each effect's summary over resamples under its name. */
export function bootstrapInTerms(fit: FittedMediation, effects: readonly BootstrappedEffect[]) {
  return Object.fromEntries(effects.map((one) => [effectName(one.effect, fit), inBootTerms(one)]));
}

export function inBootTerms(summary: BootstrapSummary & { readonly effect: { readonly estimate: number } }) {
  const { bca } = summary;
  return {
    t0: summary.effect.estimate,
    boot_mean: summary.mean,
    boot_se: summary.standardError,
    first5: Array.from(summary.draws.subarray(0, 5)),
    percentile_type7: summary.percentileType7,
    percentile_type6: summary.percentileType6,
    normal_ci_boot: summary.normal,
    basic_ci_boot: summary.basic,
    percentile_ci_boot: summary.percentileNormalScale,
    z0: bca.biasCorrection,
    acceleration: bca.acceleration,
    bca_probs: bca.probabilities,
    bca_ci_boot: bca.normalScale,
    bca_ci_type7: bca.type7,
  };
}

/**
 * The name of an effect: `indirect`, `direct`, `total` for one mediator; `ind_import`, `total_indirect`, `contrast` side
 * by side; `ind1`, `ind2`, …, `tot` in a row, the longest way last; levels of a predictor and values of a moderator
 * follow in brackets.
 */
export function effectName(effect: EstimatedEffect, fit: FittedMediation): string {
  const { role, at, predictor } = effect;
  const chains = chainsOf(fit.model);
  const isSerial = (fit.model.arrangement?.kind ?? "parallel") !== "parallel";
  const wayOf = (via: readonly string[]) =>
    isSerial ? String(chains.findIndex((chain) => chain.join() === via.join()) + 1) : via.join("_");
  const several = chains.length > 1;
  const base = (): string => {
    switch (role.kind) {
      case "indirect":
        if (!several) return "indirect";
        return isSerial ? `ind${wayOf(role.via)}` : `ind_${wayOf(role.via)}`;
      case "total-indirect":
        return "total_indirect";
      case "direct":
        return "direct";
      case "total":
        return isSerial ? "tot" : "total";
      case "contrast":
        return chains.length === 2 ? "contrast" : `contrast_${wayOf(role.via)}_${wayOf(role.less)}`;
      case "index":
        return several ? `index_${wayOf(role.via)}` : "index";
    }
  };
  const places = [
    ...(predictor === quoted(fit.model.predictor) ? [] : [predictor]),
    ...(at === null ? [] : [`${fit.model.moderation!.moderator} = ${Number(at.toPrecision(6))}`]),
  ];
  return places.length === 0 ? base() : `${base()} [${places.join(", ")}]`;
}
