import type { Text } from "@concord/messages";
import { type Design, designOf, parseFormula } from "@concord/statistics/formula";
import type { Coefficient } from "@concord/statistics/meta-analysis";
import type { StudyEffect, UnmeasuredReport } from "../study/measured-effect.ts";
import type { Study } from "../study/study.ts";
import { aboutFigures, cautionsOf } from "./caution.ts";
import type { SynthesisDefinition, SynthesisModel } from "./definition.ts";
import type { Fit, NoFit, UnsettledFit } from "./fit.ts";
import { fitNested } from "./fit-nested.ts";
import { fitPlain } from "./fit-plain.ts";
import { frameOf } from "./frame.ts";
import { type Moderators, moderatorsOf } from "./moderators.ts";
import { type Bounds, type PooledMean, readMean } from "./pooled-mean.ts";
import { type Selection, selectEffects, selectionDigest } from "./select.ts";
import type { Caution, GroupMean, Moderation, RefusedSynthesis, Synthesis, WhyRefused } from "./synthesis.ts";

/**
 * What do these studies say together, under this definition?
 *
 * A pooled figure with its doubts; one study as itself; or the reason why there is no answer. The order of the
 * studies does not matter: effects are put into an order of their own before anything is computed.
 */
export function synthesize(definition: SynthesisDefinition, studies: readonly Study[]): Synthesis {
  const selection = selectEffects(definition, studies);
  const unfit = unfitSelection(definition, selection);
  if (unfit !== undefined) return unfit;
  const { model } = definition;
  const moderators = model.mods === null ? undefined : moderatorsOf(model.mods, selection.effects);
  if (moderators?.kind === "no-fit") return refused(definition, selection, moderators);
  const effects = moderators?.kept ?? selection.effects;
  const unmeasured = [...selection.unmeasured, ...(moderators?.dropped ?? []).map(withoutModerator)];
  const studyIds = new Set(effects.map(({ study }) => study));
  const selected = {
    definition,
    effects,
    unmeasured,
    digest: selectionDigest(definition, selection),
    studies: studyIds.size,
    people: peopleIn(effects),
  };

  const alone = studyIds.size === 1 && moderators === undefined;
  const fit = alone
    ? fitPlain(effects, { ...model, random: "effect", robust: null, test: "z" }, undefined)
    : fitModel(effects, model, moderators?.design);
  if (fit.kind === "no-fit") return refused(definition, { ...selection, unmeasured }, fit);
  if (fit.kind === "unsettled") return { kind: "unsettled", ...selected, reason: fit.reason };

  const mean =
    moderators === undefined ? meanOf(fit.coefficients[0]!, fit.predictions[0] ?? null, effects) : null;
  if (alone && mean !== null) {
    return {
      kind: "one-study",
      ...selected,
      study: [...studyIds][0]!,
      mean: withoutPrediction(mean),
      cautions: oneStudyCautions(selection, effects),
    };
  }
  const moderation = moderators === undefined ? null : moderationOf(definition, effects, moderators, fit);
  const withoutMean = moderators === undefined ? [] : groupsOfOneStudy(effects, moderators, moderation);
  const cautions = cautionsOf({
    model,
    effects,
    unmeasured,
    mean,
    moderation,
    withoutMean,
    convergence: fit.convergence,
    sharedDois: selection.sharedDois,
    simulated: selection.isSimulated,
  });
  const { spread, weights, convergence } = fit;
  return { kind: "pooled", ...selected, mean, moderation, spread, weights, convergence, cautions };
}

/** The engine that the model's random part asks for. */
function fitModel(
  effects: readonly StudyEffect[],
  model: SynthesisModel,
  design: Design | undefined,
  start?: readonly number[],
): Fit | NoFit | UnsettledFit {
  return model.random === "effect" && model.robust === null
    ? fitPlain(effects, model, design)
    : fitNested(effects, model, design, start);
}

function unfitSelection(definition: SynthesisDefinition, selection: Selection): RefusedSynthesis | undefined {
  const { duplicateStudies, duplicateReports, unmeasured, effects } = selection;
  const refuse = (why: WhyRefused, reason: Text, names: readonly string[]) =>
    refused(definition, selection, { kind: "no-fit", why, reason, names });
  if (duplicateStudies.length > 0) {
    const values = { ids: duplicateStudies.join(", ") };
    return refuse(
      "duplicate-studies",
      { id: "evidence.no-result.duplicate-studies", values },
      duplicateStudies,
    );
  }
  if (duplicateReports.length > 0) {
    const values = { ids: duplicateReports.join(", ") };
    return refuse(
      "duplicate-reports",
      { id: "evidence.no-result.duplicate-reports", values },
      duplicateReports,
    );
  }
  const mixed = unmeasured.filter(({ why }) => why === "other-type");
  if (mixed.length > 0) {
    const names = mixed.map(({ id }) => id);
    return refuse(
      "mixed-effect-types",
      {
        id: "evidence.no-result.mixed-types",
        values: { reason: mixed[0]!.reason, ids: names.join(", ") },
      },
      names,
    );
  }
  if (effects.length === 0) {
    return refuse("no-effects", { id: "evidence.no-result.no-effects", values: {} }, []);
  }
  return undefined;
}

function meanOf(
  { estimate, standardError, statistic, degreesOfFreedom, p, lower, upper }: Coefficient,
  prediction: Bounds | null,
  effects: readonly StudyEffect[],
): PooledMean {
  return readMean(
    { estimate, standardError, statistic, degreesOfFreedom, p, lower, upper, prediction },
    effects[0]!.scale,
    effects.map(({ n }) => n),
  );
}

function withoutPrediction({ pooled, read }: PooledMean): PooledMean {
  return { pooled: { ...pooled, prediction: null }, read: { ...read, prediction: null } };
}

function moderationOf(
  definition: SynthesisDefinition,
  effects: readonly StudyEffect[],
  moderators: Moderators,
  fit: Fit,
): Moderation {
  return {
    formula: definition.model.mods!,
    coefficients: fit.coefficients,
    omnibus: fit.omnibus,
    explained: fit.explained,
    factor: moderators.factor,
    groups: groupMeans(definition.model, effects, moderators, fit),
  };
}

/**
 * One mean per group of the one factor: the same model written with a mean for each group, so that the variances
 * between and within studies are where they were.
 */
function groupMeans(
  model: SynthesisModel,
  effects: readonly StudyEffect[],
  { factor, groupOf }: Moderators,
  { spread }: Fit,
): readonly GroupMean[] {
  if (factor === null) return [];
  const design = designOf(parseFormula(`~ 0 + ${factor}`).fixed, frameOf(effects));
  const start = spread.parts.map(({ variance }) => variance);
  const fit = fitModel(effects, model, design, start);
  if (fit.kind !== "fit") return [];
  return fit.coefficients.flatMap((coefficient, i) => {
    // A robust test has no interval for a group that rests on one study.
    if (Number.isNaN(coefficient.standardError)) return [];
    const name = coefficient.name.slice(factor.length);
    const own = effects.filter((_, row) => groupOf[row] === name);
    const mean = meanOf(coefficient, fit.predictions[i] ?? null, own);
    return [{ name, effects: own.length, studies: new Set(own.map(({ study }) => study)).size, mean }];
  });
}

/** Groups that one study alone makes up and that have no mean. */
function groupsOfOneStudy(
  effects: readonly StudyEffect[],
  { groupOf }: Moderators,
  moderation: Moderation | null,
): readonly string[] {
  const shown = new Set(moderation?.groups.map(({ name }) => name));
  return [...new Set(groupOf)].filter((name) => {
    const studies = new Set(effects.filter((_, row) => groupOf[row] === name).map(({ study }) => study));
    return !shown.has(name) && studies.size === 1;
  });
}

function oneStudyCautions(selection: Selection, effects: readonly StudyEffect[]): readonly Caution[] {
  return [
    ...(selection.isSimulated
      ? [{ kind: "simulated", message: { id: "evidence.caution.simulated", values: {} } } as const]
      : []),
    {
      kind: "one-study",
      message:
        effects.length > 1
          ? { id: "evidence.caution.one-study-effects", values: { count: effects.length } }
          : { id: "evidence.caution.one-study", values: {} },
    },
    ...aboutFigures(effects, selection.unmeasured),
  ];
}

/** Each study once, with its largest sample; unknown as soon as one study does not say. */
function peopleIn(effects: readonly StudyEffect[]): number | null {
  let total = 0;
  for (const own of Map.groupBy(effects, ({ study }) => study).values()) {
    const sizes = own.flatMap(({ n }) => (n === null ? [] : [n]));
    if (sizes.length === 0) return null;
    total += Math.max(...sizes);
  }
  return total;
}

function withoutModerator(effect: StudyEffect): UnmeasuredReport {
  const { id, study, label } = effect;
  return {
    id,
    study,
    label,
    why: "missing-moderator",
    reason: { id: "evidence.fault.no-moderator", values: {} },
  };
}

function refused(
  definition: SynthesisDefinition,
  { unmeasured }: Pick<Selection, "unmeasured">,
  { why, reason, names }: NoFit,
): RefusedSynthesis {
  return { kind: "refused", definition, why, reason, names, unmeasured };
}
