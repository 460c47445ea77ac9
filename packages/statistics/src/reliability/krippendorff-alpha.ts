import { orderedCategories } from "./cohen-kappa.ts";

/** What counts as a difference between two values. */
export type Scaling = "nominal" | "ordinal" | "interval";

/**
 * How reliable are codings by any number of raters, missing ones allowed? 1 − observed over expected disagreement.
 *
 * Krippendorff K (2004). Content Analysis, 2nd ed., chapter 11. Rows are the units; a unit with one coding says nothing.
 * Undefined where no two values differ.
 */
export function krippendorffAlpha(
  ratings: readonly (readonly (number | string | null)[])[],
  scaling: Scaling,
): number | undefined {
  const units = ratings
    .map((row) => row.filter((value) => value !== null))
    .filter((row) => row.length > 1) as readonly (readonly (number | string)[])[];
  const categories = orderedCategories(units.flat());
  if (scaling === "interval" && categories.some((value) => !Number.isFinite(Number(value))))
    throw new RangeError(`an interval scale requires numbers: ${categories.join(", ")}`);
  const position = new Map(categories.map((category, i) => [category, i]));
  const k = categories.length;
  const together = new Float64Array(k * k);
  for (const unit of units) {
    const share = 1 / (unit.length - 1);
    unit.forEach((a, i) => {
      unit.forEach((b, j) => {
        if (i !== j) together[position.get(String(a))! * k + position.get(String(b))!]! += share;
      });
    });
  }
  const often = categories.map((_, i) =>
    together.subarray(i * k, (i + 1) * k).reduce((sum, x) => sum + x, 0),
  );
  const all = often.reduce((sum, x) => sum + x, 0);
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) {
      const apart = distance(scaling, categories, often, i, j);
      observed += together[i * k + j]! * apart;
      expected += often[i]! * often[j]! * apart;
    }
  }
  return expected > 0 ? 1 - ((all - 1) * observed) / expected : undefined;
}

function distance(
  scaling: Scaling,
  categories: readonly string[],
  often: readonly number[],
  high: number,
  low: number,
): number {
  if (scaling === "nominal") return 1;
  if (scaling === "interval") return (Number(categories[high]) - Number(categories[low])) ** 2;
  const between = often.slice(low, high + 1).reduce((sum, x) => sum + x, 0);
  return (between - (often[low]! + often[high]!) / 2) ** 2;
}
