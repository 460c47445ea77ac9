/** The five features of an attachment to a therapist. Not every therapy calls on all of them. */
export type Feature = "stronger-and-wiser" | "proximity" | "safe-haven" | "secure-base" | "separation";

/** How far a feature shows in the client's own answers, 0–100 of the range; or that no question asks for it. */
export interface FeatureReading {
  readonly feature: Feature;
  readonly percent: number | null;
  readonly items: readonly string[];
}

interface FormOfFeatures {
  readonly minimum: number;
  readonly maximum: number;
  readonly items: Readonly<Record<Feature, readonly string[]>>;
}

/** Which questions of a form speak of which feature. No published form is mapped: their keys must be asked for. */
const forms: Readonly<Record<string, FormOfFeatures>> = {
  "concord-attachment-to-therapist-client": {
    minimum: 1,
    maximum: 7,
    items: {
      "stronger-and-wiser": ["i13", "i14"],
      proximity: ["i03", "i06"],
      "safe-haven": ["i01", "i10"],
      "secure-base": ["i04", "i07"],
      separation: ["i09", "i12"],
    },
  },
};

const order: readonly Feature[] = [
  "stronger-and-wiser",
  "proximity",
  "safe-haven",
  "secure-base",
  "separation",
];

/**
 * Which of the five features does this client's form speak of?
 *
 * The mean of the questions on a feature, all of which must be answered: two questions leave nothing to fill in
 * from. Null for a form that is not mapped.
 */
export function featuresOf(
  instrument: string,
  answers: Readonly<Record<string, number>>,
): readonly FeatureReading[] | null {
  const form = forms[instrument];
  if (form === undefined) return null;
  return order.map((feature) => {
    const items = form.items[feature];
    const values = items.flatMap((item) => answers[item] ?? []);
    if (items.length === 0 || values.length < items.length) return { feature, percent: null, items };
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { feature, percent: (100 * (mean - form.minimum)) / (form.maximum - form.minimum), items };
  });
}
