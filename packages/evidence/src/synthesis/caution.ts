import type { StaffMessage } from "@concord/messages";
import type { StudyEffect, UnmeasuredReport } from "../study/measured-effect.ts";
import type { SynthesisModel } from "./definition.ts";
import type { PooledMean } from "./pooled-mean.ts";
import type { Caution, CautionKind, Convergence, Moderation, VariancePart } from "./synthesis.ts";

export interface Pooling {
  readonly model: SynthesisModel;
  readonly effects: readonly StudyEffect[];
  readonly unmeasured: readonly UnmeasuredReport[];
  readonly mean: PooledMean | null;
  readonly moderation: Moderation | null;
  /** Groups of the moderator that have no mean: a robust test needs two studies of them. */
  readonly withoutMean: readonly string[];
  readonly convergence: Convergence;
  readonly sharedDois: readonly string[];
  readonly simulated: boolean;
}

/**
 * What should a reader be careful about? Bodies of evidence in this field are small: below ten studies the variance
 * between them is hardly known, below twenty-five it is known roughly.
 */
export function cautionsOf(pooling: Pooling): readonly Caution[] {
  const { model, effects, unmeasured, mean, moderation, convergence } = pooling;
  const perStudy = Map.groupBy(effects, ({ study }) => study);
  const k = perStudy.size;
  const cautions: Caution[] = [];
  const say = (kind: CautionKind, message: StaffMessage) => cautions.push({ kind, message });

  if (pooling.simulated) say("simulated", { id: "evidence.caution.simulated", values: {} });
  if (k < 10) say("few-studies", { id: "evidence.caution.few-studies", values: { k } });
  else if (k < 25) say("small-body", { id: "evidence.caution.small-body", values: { k } });
  const several = [...perStudy.values()].filter((own) => own.length > 1).length;
  if (model.random === "effect" && several > 0)
    say("dependent-effects", { id: "evidence.caution.dependent", values: { count: several } });
  if (model.test === "z" && model.robust === null && k < 40 && !isCommon(model))
    say("normal-test", {
      id: model.random === "effect" ? "evidence.caution.z-test.knha" : "evidence.caution.z-test.robust",
      values: {},
    });
  const degrees = mean?.pooled.degreesOfFreedom ?? moderation?.omnibus?.denominatorDegreesOfFreedom;
  if (model.robust !== null && degrees !== undefined && degrees < 4)
    say("few-degrees-of-freedom", { id: "evidence.caution.few-df", values: { df: degrees } });
  if (convergence.kind === "boundary" && k < 25)
    say("variance-at-zero", {
      id: "evidence.caution.zero-variance",
      values: { components: convergence.parts.map(componentMessage), k },
    });
  const { prediction, lower, upper } = mean?.pooled ?? { prediction: null, lower: 0, upper: 0 };
  if (prediction !== null && lower * upper > 0 && prediction.lower * prediction.upper < 0)
    say("another-study-may-differ", { id: "evidence.caution.other-direction", values: {} });
  const [largest, own] = [...perStudy].reduce((most, next) =>
    next[1].length > most[1].length ? next : most,
  );
  if (k > 2 && effects.length > k && own.length > effects.length / 3)
    say("one-study-dominates", {
      id: "evidence.caution.dominates",
      values: { study: largest, count: own.length, total: effects.length },
    });
  const small = (moderation?.groups ?? []).filter(({ studies }) => studies < 4);
  if (small.length > 0)
    say("few-in-a-group", {
      id: "evidence.caution.few-in-group",
      values: {
        groups: small.map(
          ({ name, studies }): StaffMessage => ({ id: "evidence.caution.group", values: { name, studies } }),
        ),
      },
    });
  if (pooling.withoutMean.length > 0)
    say("few-in-a-group", {
      id: "evidence.caution.no-group-mean",
      values: { groups: pooling.withoutMean },
    });
  if (pooling.sharedDois.length > 0)
    say("shared-doi", {
      id: "evidence.caution.shared-doi",
      values: { dois: pooling.sharedDois.join(", ") },
    });
  cautions.push(...aboutFigures(effects, unmeasured));
  return cautions;
}

/** What was left out, and what was not reported as it is pooled. */
export function aboutFigures(
  effects: readonly StudyEffect[],
  unmeasured: readonly UnmeasuredReport[],
): readonly Caution[] {
  const converted = effects.filter(({ way }) => way.startsWith("r from") || way.startsWith("d from")).length;
  const cautions: Caution[] = [];
  if (unmeasured.length > 0)
    cautions.push({
      kind: "left-out",
      message: {
        id: "evidence.caution.excluded",
        values: {
          count: unmeasured.length,
          results: unmeasured.map(
            ({ id, reason }): StaffMessage => ({
              id: "evidence.caution.excluded-result",
              values: { id, reason },
            }),
          ),
        },
      },
    });
  if (converted > 0)
    cautions.push({
      kind: "converted-figures",
      message: { id: "evidence.caution.converted", values: { count: converted, total: effects.length } },
    });
  return cautions;
}

const componentIds = {
  "between studies": "evidence.component.between-studies",
  "within studies": "evidence.component.within-studies",
  "between effects": "evidence.component.between-effects",
} as const satisfies Readonly<Record<VariancePart["name"], string>>;

/** Returns the name of a variance component as a message. */
export function componentMessage(name: VariancePart["name"]): StaffMessage {
  return { id: componentIds[name], values: {} };
}

function isCommon({ method }: SynthesisModel): boolean {
  return method === "FE" || method === "EE" || method === "CE";
}
