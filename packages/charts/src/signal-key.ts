import type { Rater } from "@concord/course";
import type { Signal, Weight } from "@concord/signals";
import { weightOrder } from "./weight-order.ts";

/** All signals of one session under one number, so that chart, list and report can point at each other. */
export interface SignalKey<Found extends Signal = Signal> {
  readonly number: number;
  readonly session: number;
  /** The heaviest among them. */
  readonly weight: Weight;
  /** The one whose point is marked. */
  readonly lead: Found;
  readonly signals: readonly Found[];
}

/** A signal with its text in the language of the chart. */
export type SignalWithText = Signal & { readonly text: string };

/** Returns the signals numbered by session: the first session with a signal is 1. */
export function signalKeys<Found extends Signal>(signals: readonly Found[]): readonly SignalKey<Found>[] {
  const sessions = [...new Set(signals.map((signal) => signal.session))].sort((a, b) => a - b);
  return sessions.map((session, index) => {
    const here = signals.filter((signal) => signal.session === session).sort(heaviestFirst);
    const lead = here[0] as Found;
    return { number: index + 1, session, weight: lead.weight, lead, signals: here };
  });
}

const raters: readonly Rater[] = ["client", "therapist", "caregiver", "observer", "member"];

function heaviestFirst(a: Signal, b: Signal): number {
  return (
    weightOrder.indexOf(a.weight) - weightOrder.indexOf(b.weight) ||
    raters.indexOf(a.rater) - raters.indexOf(b.rater)
  );
}
