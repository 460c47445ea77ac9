import { findInstrument, type Instrument, type Rater } from "@concord/instruments";

/** What a questionnaire is requested for: its id and who answers it. */
export interface ScheduledForm {
  readonly instrument: string;
  readonly rater: Rater;
}

/**
 * Returns the questionnaires of a sitting in the order in which they are answered: those with questions about risk, other
 * symptoms and outcome, everything else, and the rating of the session last. Among equals those of each session come
 * before those now and then, and the id decides what is left.
 */
export function inSittingOrder<Form extends ScheduledForm>(forms: readonly Form[]): readonly Form[] {
  return forms.toSorted((one, two) => compareInSitting(one.instrument, two.instrument));
}

/** Compares two instruments by their place in a sitting. */
export function compareInSitting(one: string, two: string): number {
  const [first, second] = [findInstrument(one), findInstrument(two)];
  return (
    placeOf(first) - placeOf(second) ||
    Number(first?.given !== "each-session") - Number(second?.given !== "each-session") ||
    (one < two ? -1 : Number(one > two))
  );
}

/** Returns who answers: a member of a group is the client, with the same link. */
export function personOf({ rater }: { readonly rater: Rater }): Exclude<Rater, "member"> {
  return rater === "member" ? "client" : rater;
}

function placeOf(instrument: Instrument | null): number {
  if (instrument === null) return 2;
  if (instrument.riskItems.length > 0) return 0;
  if (instrument.construct === "outcome") return 1;
  return instrument.construct === "alliance" ? 3 : 2;
}
