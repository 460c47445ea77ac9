import type { StaffMessage, StaffMessageId } from "@concord/messages";
import { type Judged, type Judgement, judgements, learnRanks, numbersOf, type RankModel } from "./learn.ts";
import { logistic, logOdds } from "./logistic.ts";
import { type Look, type SeenName, seenNames } from "./look.ts";

/** A rank for the scholar to confirm or change, with what speaks for it. */
export interface Suggestion {
  readonly judgement: Judgement;
  /** The model's own figure for this judgement against the others, from 0 to 1. */
  readonly likelihood: number;
  /** Three reasons, the weightiest first. */
  readonly reasons: readonly StaffMessage[];
}

export function suggestRank(model: RankModel, look: Look): Suggestion {
  const features = numbersOf(look, model.words);
  const odds = judgements.map((judgement) => logistic(logOdds(model.byJudgement[judgement], features)));
  const whole = odds.reduce((sum, each) => sum + each, 0);
  const best = odds.indexOf(Math.max(...odds));
  const judgement = judgements[best]!;
  return {
    judgement,
    likelihood: odds[best]! / whole,
    reasons: reasonsFor(model, judgement, features),
  };
}

/** How often suggestions made without knowing the answer agree with the scholar. */
export interface Agreement {
  readonly judged: number;
  readonly agreed: number;
  /** Cohen's κ over the four judgements; null where chance alone would always agree. */
  readonly kappa: number | null;
}

/** Learns again without each fifth part of the judged passages in turn, and asks about that part. */
export function agreementOf(judged: readonly Judged[], folds = 5): Agreement {
  const pairs = judged.map(({ judgement }) => ({ said: judgement, suggested: judgement }));
  for (let fold = 0; fold < Math.min(folds, judged.length); fold++) {
    const model = learnRanks(judged.filter((_, at) => at % folds !== fold));
    judged.forEach(({ look, judgement }, at) => {
      if (at % folds === fold) pairs[at] = { said: judgement, suggested: suggestRank(model, look).judgement };
    });
  }
  const agreed = pairs.filter(({ said, suggested }) => said === suggested).length;
  const share = (key: "said" | "suggested", of: Judgement): number =>
    pairs.filter((pair) => pair[key] === of).length / Math.max(1, pairs.length);
  const chance = judgements.reduce((sum, each) => sum + share("said", each) * share("suggested", each), 0);
  const observed = agreed / Math.max(1, pairs.length);
  return {
    judged: judged.length,
    agreed,
    kappa: chance < 1 && judged.length > 0 ? (observed - chance) / (1 - chance) : null,
  };
}

/** Contributions are measured from a passage in which nothing is observed. */
function reasonsFor(
  model: RankModel,
  judgement: Judgement,
  features: readonly number[],
): readonly StaffMessage[] {
  const { weights } = model.byJudgement[judgement];
  const observed = seenNames.flatMap((name, at) => {
    const value = features[at]!;
    const [above, below] = reasonIds[name];
    const id = value > 0 ? above : below;
    return id === null ? [] : [{ weight: weights[at]! * value, message: { id, values: {} } as StaffMessage }];
  });
  const words = model.words
    .map(({ stem }, at) => ({
      stem,
      weight: weights[seenNames.length + at]! * features[seenNames.length + at]!,
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 4);
  const together = words.reduce((sum, { weight }) => sum + weight, 0);
  const terms = words.map(({ stem }): StaffMessage => ({ id: "library.reason.stem", values: { stem } }));
  const byWords = {
    weight: together,
    message: { id: "library.reason.words", values: { terms } } satisfies StaffMessage,
  };
  const reasons = [...observed, ...(words.length > 0 ? [byWords] : [])]
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ message }) => message);
  return [...reasons, ...fallback].slice(0, 3);
}

const fallback: readonly StaffMessage[] = [
  { id: "library.reason.nothing-stronger", values: {} },
  { id: "library.reason.few-confirmed", values: {} },
  { id: "library.reason.typical", values: {} },
];

/** What is said when the feature is there, and when it is below what is typical. */
const reasonIds = {
  name: ["library.reason.name", null],
  variant: ["library.reason.variant", null],
  period: ["library.reason.period", null],
  meeting: ["library.reason.meeting", null],
  company: ["library.reason.company", null],
  "other-sense": ["library.reason.other-sense", null],
  "outside-body": ["library.reason.outside-body", null],
  "far-down": ["library.reason.far-down", null],
  "therapist-around": ["library.reason.therapist-more", "library.reason.therapist-less"],
  "patient-around": ["library.reason.patient-more", "library.reason.patient-less"],
  "treatment-around": ["library.reason.treatment-more", "library.reason.treatment-less"],
  "family-around": ["library.reason.family-more", "library.reason.family-less"],
  general: ["library.reason.general", null],
  narrative: ["library.reason.narrative", null],
  defining: ["library.reason.defining", null],
} as const satisfies Readonly<Record<SeenName, readonly [StaffMessageId, StaffMessageId | null]>>;
