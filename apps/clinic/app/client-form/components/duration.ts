/** Returns about how long a form takes, in the steps in which it is told: 15, 30 or 45 seconds, then whole minutes. */
export function durationOf(seconds: number): {
  readonly unit: "seconds" | "minutes";
  readonly count: number;
} {
  if (seconds <= 45) return { unit: "seconds", count: Math.max(1, Math.ceil(seconds / 15)) * 15 };
  return { unit: "minutes", count: seconds <= 75 ? 1 : Math.ceil(seconds / 60) };
}
