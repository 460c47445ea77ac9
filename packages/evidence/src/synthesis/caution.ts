import type { StudyEffect, UnmeasuredReport } from "../study/measured-effect.ts";
import type { SynthesisModel } from "./definition.ts";
import type { PooledMean } from "./pooled-mean.ts";
import type { Caution, CautionKind, Convergence, Moderation } from "./synthesis.ts";

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
  const say = (kind: CautionKind, sentence: string) => cautions.push({ kind, sentence });

  if (pooling.simulated) say("simulated", "Made-up studies: nothing here is evidence.");
  if (k < 10)
    say(
      "few-studies",
      `Only ${k} studies: how far studies differ is hardly known, and one more could change the picture.`,
    );
  else if (k < 25) say("small-body", `A small body of ${k} studies: take the figures as a first estimate.`);
  const several = [...perStudy.values()].filter((own) => own.length > 1).length;
  if (model.random === "effect" && several > 0)
    say(
      "dependent-effects",
      `${several} ${several === 1 ? "study gives" : "studies give"} more than one effect, and the model treats ` +
        "them as if they came from different people: the interval is too narrow. Choose effects within studies.",
    );
  if (model.test === "z" && model.robust === null && k < 40 && !isCommon(model))
    say(
      "normal-test",
      "The test by the normal is too sure of itself with few studies; " +
        (model.random === "effect" ? "knha" : "a robust test (CR2)") +
        " gives a wider, fairer interval.",
    );
  const degrees = mean?.pooled.degreesOfFreedom ?? moderation?.omnibus?.denominatorDegreesOfFreedom;
  if (model.robust !== null && degrees !== undefined && degrees < 4)
    say(
      "few-degrees-of-freedom",
      `The robust test rests on ${degrees.toFixed(1)} degrees of freedom; below 4 its p value is not to be trusted.`,
    );
  if (convergence.kind === "boundary" && k < 25)
    say(
      "variance-at-zero",
      `No variance ${convergence.parts.join(" or ")} was found. With ${k} studies that is weak evidence that they agree.`,
    );
  const { prediction, lower, upper } = mean?.pooled ?? { prediction: null, lower: 0, upper: 0 };
  if (prediction !== null && lower * upper > 0 && prediction.lower * prediction.upper < 0)
    say(
      "another-study-may-differ",
      "The mean is on one side of zero, but another study's true effect may well lie on the other.",
    );
  const [largest, own] = [...perStudy].reduce((most, next) =>
    next[1].length > most[1].length ? next : most,
  );
  if (k > 2 && effects.length > k && own.length > effects.length / 3)
    say(
      "one-study-dominates",
      `One study (${largest}) gives ${own.length} of the ${effects.length} effects.`,
    );
  const small = (moderation?.groups ?? []).filter(({ studies }) => studies < 4);
  if (small.length > 0)
    say(
      "few-in-a-group",
      `Fewer than four studies in: ${small.map(({ name, studies }) => `${name} (${studies})`).join(", ")}. ` +
        "A difference between groups can be neither shown nor ruled out.",
    );
  if (pooling.withoutMean.length > 0)
    say(
      "few-in-a-group",
      `No mean for ${pooling.withoutMean.join(", ")}: a robust interval cannot rest on one study.`,
    );
  if (pooling.sharedDois.length > 0)
    say(
      "shared-doi",
      `More than one record has this DOI: ${pooling.sharedDois.join(", ")}. Make sure no people are counted twice.`,
    );
  cautions.push(...aboutFigures(effects, unmeasured));
  return cautions;
}

/** What was left out, and what was not reported as it is pooled. */
export function aboutFigures(
  effects: readonly StudyEffect[],
  unmeasured: readonly UnmeasuredReport[],
): readonly Caution[] {
  const converted = effects.filter(({ way }) => way.startsWith("r from") || way.startsWith("d from")).length;
  return [
    ...(unmeasured.length === 0
      ? []
      : [
          {
            kind: "left-out",
            sentence: `${unmeasured.length} ${unmeasured.length === 1 ? "figure" : "figures"} could not be measured and ${
              unmeasured.length === 1 ? "is" : "are"
            } left out: ${unmeasured.map(({ id, reason }) => `${id} (${reason})`).join("; ")}.`,
          } as const,
        ]),
    ...(converted === 0
      ? []
      : [
          {
            kind: "converted-figures",
            sentence: `${converted} of ${effects.length} effects were worked out from tests or means, not reported as such.`,
          } as const,
        ]),
  ];
}

function isCommon({ method }: SynthesisModel): boolean {
  return method === "FE" || method === "EE" || method === "CE";
}
