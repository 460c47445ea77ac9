import type { MessageId, Text } from "@concord/messages";

type Name = MessageId extends infer Id ? (Id extends `signals.figure.${infer Own}` ? Own : never) : never;

/** The figures and settings that have a label in the catalogues. */
const labelled = new Set<Name>([
  "alarm",
  "baseline",
  "began",
  "below-by",
  "below-probability",
  "cases",
  "confidence",
  "crisis",
  "decline-sessions",
  "default-reliable-share",
  "degrees-of-freedom",
  "deviation",
  "deviations",
  "drop",
  "earlier-ratings",
  "earlier-sessions",
  "expected",
  "fall-share",
  "last-session",
  "latest",
  "least-fall",
  "level-deviation",
  "level-ratings",
  "longest-decline",
  "low",
  "low-percent",
  "lower",
  "lower-warning",
  "minimum-baseline",
  "minimum-ranges",
  "most-breaks",
  "note-share",
  "own-floor",
  "own-limit",
  "perhaps-share",
  "persistent-sessions",
  "probability",
  "probability-of-change",
  "rated",
  "regained-share",
  "regained-within",
  "reliable-share",
  "repair-sessions",
  "resolved-share",
  "running",
  "seen-share",
  "sessions-per-level",
  "settled-after",
  "share",
  "shortest",
  "slack",
  "spread",
  "strength",
  "strong",
  "strong-deviations",
  "sum",
  "top-percent",
  "upper",
  "upper-warning",
  "usual-level",
  "value",
  "warnings-running",
  "weighed-share",
  "width",
  "within-sessions",
  "yes-share",
  "z",
]);

/**
 * Returns the label of a figure or a setting of a rule; its own name is for programs. `confidence` is a one-sided 1 − p
 * for most rules and a posterior probability for the change-point rule: it is named after what it is. A rule of another
 * version may have had others, which are shown by their names.
 */
export function nameOfFigure(name: string, detector?: string): Text {
  const isChance = name === "confidence" && detector === "bocpd";
  const own = (isChance ? "probability-of-change" : hyphenated(name)) as Name;
  const id: `signals.figure.${Name}` = `signals.figure.${own}`;
  return labelled.has(own) ? ({ id, values: {} } as Text) : hyphenated(name).replaceAll("-", " ");
}

/** `lowerLimit` as `lower-limit`. */
function hyphenated(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
}
