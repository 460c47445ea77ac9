import type { Spacing } from "./values.ts";

/** The value on the scale on which equal distances are equal on paper; infinite where the spacing has no end. */
export function positionOf(spacing: Spacing, value: number): number {
  if (Number.isNaN(value)) throw new RangeError("a drawn effect requires a number: NaN");
  switch (spacing) {
    case "linear":
      return value;
    case "logarithmic":
      return value <= 0 ? Number.NEGATIVE_INFINITY : Math.log(value);
    case "fisher":
      return Math.abs(value) >= 1 ? Math.sign(value) * Number.POSITIVE_INFINITY : Math.atanh(value);
  }
}
