import { type Judged, type Judgement, judgements, learnRanks, numbersOf, type RankModel } from "./learn.ts";
import { logistic, logOdds } from "./logistic.ts";
import { type Look, type SeenName, seenNames } from "./look.ts";

/** A rank for the scholar to confirm or change, with what speaks for it. */
export interface Suggestion {
  readonly judgement: Judgement;
  /** The model's own figure for this judgement against the others, from 0 to 1. */
  readonly likelihood: number;
  /** Three sentences, the weightiest first. */
  readonly reasons: readonly string[];
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

/** Learns anew without each fifth part of the judged passages in turn, and asks about that part. */
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

/** Contributions are measured from a passage in which nothing is seen. */
function reasonsFor(model: RankModel, judgement: Judgement, features: readonly number[]): readonly string[] {
  const { weights } = model.byJudgement[judgement];
  const seen = seenNames.map((name, at) => {
    const value = features[at]!;
    return { weight: weights[at]! * value, words: sentences[name][value > 0 ? 0 : 1] };
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
  const list = words.map(({ stem }) => `“${stem}…”`).join(", ");
  const byWords = { weight: together, words: `It says ${list}, as passages you judged so before did.` };
  const reasons = [...seen, ...(words.length > 0 ? [byWords] : [])]
    .filter(({ weight, words: reason }) => weight > 0 && reason !== "")
    .sort((a, b) => b.weight - a.weight)
    .map(({ words: reason }) => reason);
  return [...reasons, ...fallback].slice(0, 3);
}

const fallback: readonly string[] = [
  "Nothing else in it speaks more strongly.",
  "Too few passages have been confirmed to say more.",
  "It was placed by what is usual.",
];

/** What is said when the feature is there, and when it is below the usual. */
const sentences: Readonly<Record<SeenName, readonly [string, string]>> = {
  name: ["It names the concept itself.", ""],
  variant: ["It uses a name the concept has today.", ""],
  period: ["It uses a wording of its time for the concept.", ""],
  meeting: ["Therapist, patient and concept meet in one sentence.", ""],
  company: ["The passages around it speak of the concept as well.", ""],
  "other-sense": ["It uses the words in another sense.", ""],
  "outside-body": ["It stands in notes, contents or an index, not in the body.", ""],
  "far-down": ["It stands far down the list of what was found.", ""],
  "therapist-around": [
    "These pages speak of the therapist more than the text usually does.",
    "These pages hardly speak of a therapist.",
  ],
  "patient-around": [
    "These pages speak of patients more than the text usually does.",
    "These pages hardly speak of patients.",
  ],
  "treatment-around": [
    "These pages are about treatment more than the text usually is.",
    "These pages are hardly about treatment.",
  ],
  "family-around": [
    "These pages are about family ties.",
    "These pages are about other ties than those of a family.",
  ],
  general: ["It speaks in general terms.", ""],
  narrative: ["It tells of a single case or event.", ""],
  defining: ["It says what something is or is called.", ""],
};
