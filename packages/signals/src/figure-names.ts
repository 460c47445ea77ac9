/**
 * Returns what a figure or a parameter of a rule is called where people read it; its own name is for programs. Points
 * are of 100, spreads are those of the client's own ratings unless the rule says otherwise. `confidence` is a one-sided
 * 1 − p for most rules and a posterior probability for the change-point rule: it is named after what it is.
 */
export function nameOfFigure(name: string, detector?: string): string {
  if (name === "confidence" && detector === "bocpd") return "probability of a change";
  return names[name] ?? spaced(name);
}

const names: Readonly<Record<string, string>> = {
  // What was seen.
  value: "rated",
  expected: "usual",
  drop: "lower by",
  z: "in spreads",
  confidence: "1 − p under usual variation",
  spread: "usual spread",
  deviation: "expected spread",
  sum: "sum of what is below (spreads)",
  cases: "cases it was learnt from",
  began: "began at session",
  lower: "lower limit",
  lowerWarning: "lower warning",
  upperWarning: "upper warning",
  upper: "upper limit",
  baseline: "ratings behind the limits",
  reliableShare: "least that the form can tell",
  ownLimit: "this client’s own limit",
  low: "low below",
  rated: "ratings in a row",
  running: "sessions in a row",
  share: "part of the range",
  strength: "how strong",
  strong: "of them far below",
  // What the rule is set to.
  alarm: "alarm at (spreads)",
  slack: "left out of the sum (spreads)",
  deviations: "at least below (spreads)",
  strongDeviations: "far below from (spreads)",
  earlierRatings: "earlier ratings needed",
  earlierSessions: "earlier sessions needed",
  levelRatings: "ratings in the usual",
  regainedWithin: "regained when within (spreads)",
  regainedShare: "part to be regained",
  settledAfter: "settled after (ratings)",
  persistentSessions: "persistent after (sessions)",
  noteShare: "noted from (points)",
  defaultReliableShare: "least to tell where the form has none (points)",
  ownFloor: "own limit at least (points)",
  fallShare: "at least lower by (points)",
  leastFall: "at least lower by (points)",
  withinSessions: "regained within (sessions)",
  longestDecline: "longest way down (sessions)",
  yesShare: "yes from",
  perhapsShare: "perhaps from",
  resolvedShare: "resolved from",
  seenShare: "seen from",
  weighedShare: "weighs from",
  lastSession: "looks until session",
  lowPercent: "low below",
  topPercent: "top",
  shortest: "shortest level (sessions)",
  mostBreaks: "most breaks",
  sessionsPerLevel: "sessions a level usually lasts",
  probability: "chance needed",
  latest: "looks back (sessions)",
  usualLevel: "usual level",
  levelDeviation: "spread of levels",
  degreesOfFreedom: "degrees of freedom of the spread",
  minimumBaseline: "ratings needed",
  minimumRanges: "steps between ratings needed",
  warningsRunning: "warnings in a row",
  width: "width of the limits",
};

/** `lowerLimit` as `lower limit`: a rule of another version may have had others. */
const spaced = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[-_]/g, " ")
    .toLowerCase();
