import { certaintyOf, type PublishedEffect, type RaterSplit, type Reading } from "../../published.ts";

type Metric = PublishedEffect["metric"];
type Interval = readonly [number, number] | null;

/** A figure as published; null where the article does not say. */
export const effect = (
  label: string,
  metric: Metric,
  estimate: number | null,
  interval: Interval,
  read: Reading,
  rater: RaterSplit = "mixed",
  counts: { readonly k?: number; readonly n?: number } = {},
): PublishedEffect => ({
  label,
  metric,
  estimate,
  lower: interval?.[0] ?? null,
  upper: interval?.[1] ?? null,
  rater,
  ...counts,
  read,
  certainty: certaintyOf(read),
});
