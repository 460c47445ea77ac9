import type { FigureChoice, NumberField } from "@concord/practice";

/** What a report may print, and the fields that hold it. */
export const figureChoices: Readonly<
  Record<FigureChoice, { readonly words: string; readonly fields: readonly NumberField[] }>
> = {
  correlation: { words: "A correlation", fields: ["r", "n"] },
  "t-test": { words: "A t test", fields: ["t", "df"] },
  "two-groups": { words: "Means of two groups", fields: ["m1", "sd1", "n1", "m2", "sd2", "n2"] },
  effect: { words: "Fisher’s z with its variance", fields: ["z", "v"] },
};

export const numberFields: Readonly<Record<NumberField, string>> = {
  r: "Correlation r",
  n: "People (n)",
  t: "t",
  df: "Degrees of freedom",
  m1: "Mean, first group",
  sd1: "SD, first group",
  n1: "People, first group",
  m2: "Mean, second group",
  sd2: "SD, second group",
  n2: "People, second group",
  z: "Fisher’s z",
  v: "Sampling variance",
};
