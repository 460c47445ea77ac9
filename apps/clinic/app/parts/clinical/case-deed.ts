import type { Actor, House } from "@concord/practice";
import type { Tone } from "../Notice.tsx";
import type { Asked } from "./AskForForms.tsx";

/** What a case page's form asks to be done, and by whom. */
export interface Deed {
  readonly house: House;
  readonly actor: Actor;
  readonly publicUrl: string;
  readonly episode: string;
  readonly sent: FormData;
}

/** What was done, in a sentence, and the links that came of it. */
export interface Done {
  readonly tone: Tone;
  readonly sentence: string | null;
  readonly asked: Asked | null;
}

export function done(sentence: string | null): Done {
  return { tone: "good", sentence, asked: null };
}

export function notUnderstood(sentence: string): Done {
  return { tone: "credible", sentence, asked: null };
}
