import type { StaffMessages } from "@concord/messages";

/** Returns a score with one decimal at most: what a person can use of a rating. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

/** Returns a number with a fixed count of decimals, as the language of `messages` writes it, with a true minus. */
export function decimal(value: number, decimals: number, { format }: StaffMessages): string {
  return format
    .number(value, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: "negative",
    })
    .replace("-", "−");
}

/** Returns a difference with its sign and at most one decimal. */
export function signed(value: number, { format }: StaffMessages): string {
  return format.number(value, { signDisplay: "exceptZero", maximumFractionDigits: 1 }).replace("-", "−");
}
