import type { DatedScore } from "../course.ts";
import { readReadiness } from "../dyad/readiness.ts";
import { timeOf } from "../outcome/expected-response.ts";
import type { ResponseModel } from "../outcome/response-model.ts";
import type { ExpectedModel } from "./expected-model.ts";
import type { LineOfCase } from "./learn-expected.ts";
import type { Association, ReadinessModel, ReadinessStanding } from "./readiness-model.ts";

/** One case as it is learnt from. */
export interface ReadinessCase {
  readonly scores: readonly DatedScore[];
  readonly lines: readonly LineOfCase[];
}

/** Clients with the questionnaire at intake there must be: as many as for local norms. */
export const minClientsForReadiness = 20;

/** No one is taken to differ more from the mean: relations are known near it only. */
const furthest = 2;

/**
 * Between studies: the true correlation of another practice is taken to lie within .2 of the published one in 95 of 100.
 * The heterogeneity of the review could not be read; assumed.
 */
const priorError = 0.1;

/**
 * A meta-analysis of 76 studies (25,917 clients) gives d = .41 for readiness or stage of change and later outcome, as a
 * correlation d / √(d² + 4) = .20. Read in its abstract; other questionnaires than Concord's, many in addiction treatment.
 */
const publishedImprovement: Association = {
  correlation: 0.41 / Math.hypot(0.41, 2),
  standardError: priorError,
  cases: 0,
  standing: "prior",
  sources: [
    {
      citation: "Krebs P, Norcross JC, Nicholson JM, Prochaska JO (2018). J Clin Psychol 74: 1964–1979",
      doi: "10.1002/jclp.22683",
      read: "abstract",
      certainty: "doubtful",
    },
  ],
};

/**
 * Readiness predicted the alliance in 707 outpatients and 480 aftercare clients of Project MATCH, by client and therapist;
 * the abstract gives the direction and no size. The size is assumed.
 */
const assumedAlliance: Association = {
  correlation: 0.15,
  standardError: priorError,
  cases: 0,
  standing: "prior",
  sources: [
    {
      citation: "Connors GJ et al. (2000). J Stud Alcohol 61: 139–149",
      doi: "10.15288/jsa.2000.61.139",
      read: "abstract",
      certainty: "doubtful",
    },
  ],
};

/**
 * Returns what the practice's cases teach of readiness at intake, or how many clients have answered where they are too
 * few for a mean and an SD.
 *
 * A correlation of the practice (Pearson, Fisher's z with variance 1/(n − 3), from 20 cases) and the published one are
 * averaged by their precision. The alliance is the mean of a rater's total in sessions 1 to 3, improvement the last of at
 * least three later ratings, each as what the first rating does not explain (least squares within each form).
 */
export function learnReadiness(
  cases: Iterable<ReadinessCase>,
  learntOn: string,
): ReadinessModel | { readonly kind: "too-few"; readonly clients: number } {
  const answered = [...cases].flatMap(({ scores, lines }) => {
    const intake = atIntake(scores);
    return intake === null ? [] : [{ ...intake, lines }];
  });
  const forms = [...Map.groupBy(answered, ({ instrument }) => instrument)];
  const [instrument, own] = forms.toSorted(
    ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
  )[0] ?? ["", []];
  const clients = own.length;
  const { mean, variance } = momentsOf(own.map(({ percent }) => percent));
  const deviation = Math.sqrt((variance * clients) / (clients - 1));
  if (clients < minClientsForReadiness || !(deviation > 0)) return { kind: "too-few", clients };
  const together = (prior: Association, value: (lines: readonly LineOfCase[]) => readonly Outcome[]) => {
    const pairs = residualsOf(own.map(({ percent, lines }) => ({ readiness: percent, of: value(lines) })));
    return combined(prior, pairs);
  };
  return {
    instrument,
    mean,
    deviation,
    clients,
    alliance: {
      client: together(assumedAlliance, (lines) => earlyAlliance(lines, "client")),
      therapist: together(assumedAlliance, (lines) => earlyAlliance(lines, "therapist")),
    },
    improvement: together(publishedImprovement, improvements),
    learntOn,
  };
}

/**
 * Returns where a client's readiness at intake lies among the practice's clients; null where they have not answered at
 * intake (session 0), have answered another questionnaire, or nothing has been learnt.
 */
export function readinessStanding(
  scores: readonly DatedScore[],
  model: ReadinessModel | null,
): ReadinessStanding | null {
  const intake = atIntake(scores);
  if (model === null || intake === null || intake.instrument !== model.instrument) return null;
  const z = (intake.percent - model.mean) / model.deviation;
  return { percent: intake.percent, z: Math.min(furthest, Math.max(-furthest, z)), model };
}

/**
 * Returns the model of alliance ratings for a client as ready as this one: the expected level moves by r z SD, and its
 * variance is that of the clients, less what readiness explains, plus the doubt in r.
 *
 *     start' = start + r z σ,   σ'² = σ² (1 − r² + z² SE²)
 */
export function allianceWithReadiness(
  model: ExpectedModel,
  standing: ReadinessStanding | null,
): ExpectedModel {
  if (standing === null || model.construct !== "alliance") return model;
  if (model.rater !== "client" && model.rater !== "therapist") return model;
  const { correlation, standardError } = standing.model.alliance[model.rater];
  const { z } = standing;
  const { start, startDeviation } = model.growth;
  const left = 1 - correlation ** 2 + (z * standardError) ** 2;
  return {
    ...model,
    growth: {
      ...model.growth,
      start: start + correlation * z * startDeviation,
      startDeviation: startDeviation * Math.sqrt(left),
    },
  };
}

/**
 * Returns the model of an outcome measure for a client as ready as this one, rated by the client: at the usual end of
 * therapy (x = ln(1 + sessions)) the expected change moves by r z SD, and in proportion to x before it.
 *
 *     β' = β − r z k,   σ₁'² = σ₁² + k² (z² SE² − r²),   k = SD(x) / x
 */
export function responseWithReadiness(
  model: ResponseModel,
  standing: ReadinessStanding | null,
): ResponseModel {
  if (standing === null || model.rater !== "client") return model;
  const { correlation, standardError } = standing.model.improvement;
  const { z } = standing;
  const time = timeOf(model.usualLength);
  if (!(time > 0)) return model;
  const { startDeviation, slopeDeviation, deviation } = model;
  const together = model.correlation * startDeviation * slopeDeviation;
  const variance = startDeviation ** 2 + 2 * together * time + (slopeDeviation * time) ** 2 + deviation ** 2;
  const perTime = Math.sqrt(variance) / time;
  const slopeVariance = slopeDeviation ** 2 + perTime ** 2 * ((z * standardError) ** 2 - correlation ** 2);
  const left = Math.sqrt(Math.max(0, slopeVariance));
  const scale = startDeviation * left;
  return {
    ...model,
    slope: model.slope - correlation * z * perTime,
    slopeDeviation: left,
    correlation: scale > 0 ? Math.min(1, Math.max(-1, together / scale)) : 0,
  };
}

function atIntake(
  scores: readonly DatedScore[],
): { readonly instrument: string; readonly percent: number } | null {
  const read = readReadiness(scores.filter((score) => score.session === 0))?.client ?? null;
  return read === null ? null : { instrument: read.instrument, percent: read.percent };
}

/** Something that came later, on one form; `first` is what it is compared with, where there is something. */
interface Outcome {
  readonly form: string;
  readonly value: number;
  readonly first: number | null;
}

function earlyAlliance(lines: readonly LineOfCase[], rater: "client" | "therapist"): readonly Outcome[] {
  return lines.flatMap((line) => {
    if (line.construct !== "alliance" || line.rater !== rater || line.scale !== "total") return [];
    const early = line.points.filter(({ session }) => session >= 1 && session <= 3);
    if (early.length === 0) return [];
    return [
      { form: line.instrument, value: momentsOf(early.map(({ percent }) => percent)).mean, first: null },
    ];
  });
}

const enoughLater = 3;

function improvements(lines: readonly LineOfCase[]): readonly Outcome[] {
  return lines.flatMap((line) => {
    if (line.construct !== "outcome" || line.rater !== "client" || line.scale !== "total") return [];
    const [first, ...later] = line.points;
    if (first === undefined || later.length < enoughLater || line.better === "neither") return [];
    return [{ form: line.instrument, value: later.at(-1)!.percent, first: first.percent }];
  });
}

interface Pair {
  readonly readiness: number;
  readonly value: number;
}

/** Cases of a form there must be for its own mean, SD and line. */
const enoughOfForm = 8;

/** Returns readiness beside what the first value does not explain, standardised within each form; one pair for a case. */
function residualsOf(
  cases: readonly { readonly readiness: number; readonly of: readonly Outcome[] }[],
): readonly Pair[] {
  const rows = cases.flatMap(({ of }, place) => of.map((outcome) => ({ ...outcome, place })));
  const standardised: { readonly place: number; readonly value: number }[] = [];
  for (const form of Map.groupBy(rows, (row) => row.form).values()) {
    if (form.length < enoughOfForm) continue;
    const first = momentsOf(form.map((row) => row.first ?? 0));
    const value = momentsOf(form.map((row) => row.value));
    const slope =
      first.deviation > 0
        ? momentsOf(form.map((row) => ((row.first ?? 0) - first.mean) * (row.value - value.mean))).mean /
          first.variance
        : 0;
    const left = form.map((row) => row.value - value.mean - slope * ((row.first ?? 0) - first.mean));
    const { deviation } = momentsOf(left);
    // What a line explains wholly leaves rounding only.
    if (deviation > 1e-9 * value.deviation)
      standardised.push(...form.map((row, i) => ({ place: row.place, value: left[i]! / deviation })));
  }
  return [...Map.groupBy(standardised, ({ place }) => place)].map(([place, own]) => ({
    readiness: cases[place]!.readiness,
    value: momentsOf(own.map(({ value }) => value)).mean,
  }));
}

function combined(prior: Association, pairs: readonly Pair[]): Association {
  const cases = pairs.length;
  const x = momentsOf(pairs.map(({ readiness }) => readiness));
  const y = momentsOf(pairs.map(({ value }) => value));
  if (cases < minClientsForReadiness || !(x.deviation > 0) || !(y.deviation > 0)) return prior;
  const product = momentsOf(pairs.map((pair) => (pair.readiness - x.mean) * (pair.value - y.mean))).mean;
  const correlation = Math.min(0.999, Math.max(-0.999, product / (x.deviation * y.deviation)));
  const weight = cases - 3;
  const priorWeight = ((1 - prior.correlation ** 2) / prior.standardError) ** 2;
  const z =
    (weight * Math.atanh(correlation) + priorWeight * Math.atanh(prior.correlation)) / (weight + priorWeight);
  const both = Math.tanh(z);
  return {
    correlation: both,
    standardError: (1 - both ** 2) / Math.sqrt(weight + priorWeight),
    cases,
    standing: "learnt",
    sources: prior.sources,
  };
}

/** Mean, variance and SD with divisor n. */
function momentsOf(values: readonly number[]): {
  readonly mean: number;
  readonly variance: number;
  readonly deviation: number;
} {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
  return { mean, variance, deviation: Math.sqrt(variance) };
}
