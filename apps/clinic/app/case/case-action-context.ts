import type { Text } from "@concord/messages";
import type { Actor, AppContext } from "@concord/practice";
import type { Handed } from "../ui/handover/handed.ts";
import type { Tone } from "../ui/Notice.tsx";

/** What a case page's form asks to be done, and by whom. */
export interface CaseActionContext {
  readonly appContext: AppContext;
  readonly actor: Actor;
  readonly publicUrl: string;
  readonly episode: string;
  readonly sent: FormData;
}

/** What came of a form on the case page, for that form to show. */
export interface Done {
  /** The form's `intent`. */
  readonly intent: string;
  readonly tone: Tone;
  readonly sentence: Text | null;
  /** The input that cannot be used; everything entered stays. */
  readonly field: string | null;
  /** The links that came of it. */
  readonly asked: Handed | null;
}

type Outcome = Omit<Done, "intent">;

export function done(sentence: Text | null): Outcome {
  return { tone: "good", sentence, field: null, asked: null };
}

export function notUnderstood(sentence: Text, field: string | null = null): Outcome {
  return { tone: "credible", sentence, field, asked: null };
}

export type Act = (asked: CaseActionContext) => Promise<Outcome>;

/** Returns the answer to one form if it is this form's. */
export function doneBy(done: Done | undefined, ...intents: readonly string[]): Done | null {
  return done !== undefined && intents.includes(done.intent) ? done : null;
}

/** Returns what is wrong with one field of a form, or null. */
export function problemAt(done: Done | null, field: string): Text | null {
  return done !== null && done.field === field ? done.sentence : null;
}
