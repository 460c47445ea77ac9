import type { FigureChoice, NumberField } from "@concord/practice";

/** The statistics that a report may have on the form, and the fields of each. */
export const figureChoices: Readonly<Record<FigureChoice, readonly NumberField[]>> = {
  correlation: ["r", "n"],
  "t-test": ["t", "df"],
  "two-groups": ["m1", "sd1", "n1", "m2", "sd2", "n2"],
  effect: ["z", "v"],
};

export const numberFields: readonly NumberField[] = Object.values(figureChoices).flat();
