import type { OutcomeRule, RuleVerdict } from "./outcome-reading.ts";

/** What the rules need to know of one rating. Changes count since the first rating, in points, and more is worse. */
export interface RatedChange {
  readonly change: number;
  readonly sessionsSince: number;
  /** Whether the rating is on the clinical side of the cut-off; null where there is none. */
  readonly isClinical: boolean | null;
  /** Whether the first rating was; null where there is no cut-off. */
  readonly beganClinical: boolean | null;
  /** Whether the rating is the worst that the scale has. */
  readonly isWorst: boolean;
  /** Reliably better than the first rating, or reliably worse; null where no reliable change is known. */
  readonly reliably: "better" | "worse" | "neither" | null;
  readonly criterion: number | null;
  /** Of this rating, expected from the first one alone; null without a model or a first rating in time. */
  readonly response: { readonly mean: number; readonly deviation: number } | null;
  /** The largest change that the scale has room for. */
  readonly room: number;
  /** Of no reliable improvement at the usual end; null where there is no forecast. */
  readonly chance: number | null;
}

/** One-sided 90%: nine in ten clients with this first rating have a better rating. */
export const limitDeviate = 1.2815515655446004;
/** One side of a two-sided interval of 90%. */
const trierDeviate = 1.6448536269514722;
/** From this chance of no reliable improvement on, twice that of one, the forecast says "not on track". */
const forecastLimit = 2 / 3;

/** Ratings that all but the rule of Jacobson and Truax need, the first among them. */
export const ratingsNeeded = 3;

export const outcomeRules: readonly OutcomeRule[] = [
  "expected-response",
  "forecast",
  "jacobson-truax",
  "rational",
  "trier-90",
];

/** Returns what a rule says of one rating, the ratings before it being known. */
export function verdictOf(rule: OutcomeRule, rated: RatedChange): RuleVerdict["verdict"] {
  switch (rule) {
    case "expected-response":
      return beyond(rated, limitDeviate);
    case "trier-90":
      return beyond(rated, trierDeviate);
    case "forecast":
      return said(forecast(rated));
    case "jacobson-truax":
      return said(rated.reliably === null ? null : rated.reliably === "worse");
    case "rational":
      return said(rational(rated));
  }
}

function said(isNotOnTrack: boolean | null): RuleVerdict["verdict"] {
  if (isNotOnTrack === null) return "cannot-say";
  return isNotOnTrack ? "not-on-track" : "on-track";
}

/**
 * Outside the expected response: Finch, Lambert and Schaalje (2001), doi 10.1002/cpp.286, who call the worst tenth red;
 * with the wider limit a boundary as of the Trier group (Lutz W et al. 2006, Psychol Assess 18: 133–141, doi
 * 10.1037/1040-3590.18.2.133), there from the most similar clients, here from the model. The worst rating of the scale
 * cannot lie beyond a limit that the scale does not reach.
 */
function beyond({ response, change, isWorst, room }: RatedChange, deviate: number): RuleVerdict["verdict"] {
  if (response === null) return "cannot-say";
  const limit = response.mean + deviate * response.deviation;
  if (isWorst && limit >= room) return "cannot-say";
  return change > limit ? "not-on-track" : "on-track";
}

/**
 * A reliable improvement by the usual end has become unlikely, and the client needs one: both the first rating and this
 * one are clinical, or there is no cut-off.
 */
function forecast({ chance, isClinical, beganClinical }: RatedChange): boolean | null {
  if (chance === null) return null;
  return chance >= forecastLimit && isClinical !== false && beganClinical !== false;
}

/**
 * A table of change by blocks of sessions, after the manner of the rational method of Lambert MJ et al. (2002), Clin
 * Psychol Psychother 9: 149–164, doi 10.1002/cpp.333.
 *
 * The published table counts OQ-45 points and was not available; these steps are in units of reliable change and our own:
 * in the clinical range, worse by half of one in sessions 2 to 4, no better at all in sessions 5 to 8, better by half of
 * one or less from session 9 on. The session of the first rating counts as the first.
 */
function rational({ change, criterion, sessionsSince, isClinical, response }: RatedChange): boolean | null {
  if (criterion === null || response === null) return null;
  if (isClinical === false) return false;
  if (sessionsSince < 4) return change >= criterion / 2;
  if (sessionsSince < 8) return change >= 0;
  return change >= -criterion / 2;
}
