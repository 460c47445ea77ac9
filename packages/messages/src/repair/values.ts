// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Text } from "../message.ts";

export interface RepairValues {
  "repair.card.earlier": { readonly count: number };
  "repair.card.none": Record<never, never>;
  "repair.card.session": { readonly session: number };
  "repair.card.signals": { readonly count: number };
  "repair.done.agreed": Record<never, never>;
  "repair.done.explored": Record<never, never>;
  "repair.done.named": Record<never, never>;
  "repair.done.undone": Record<never, never>;
  "repair.form.agreed": Record<never, never>;
  "repair.form.explored": Record<never, never>;
  "repair.form.named": Record<never, never>;
  "repair.form.named-in": Record<never, never>;
  "repair.form.record": Record<never, never>;
  "repair.form.rupture": Record<never, never>;
  "repair.form.save": Record<never, never>;
  "repair.form.session": Record<never, never>;
  "repair.form.undo": { readonly step: "named" | "explored" | "agreed" };
  "repair.form.words": Record<never, never>;
  "repair.form.words.hint": Record<never, never>;
  "repair.invalid.length": { readonly count: number; readonly maximum: number };
  "repair.invalid.order": Record<never, never>;
  "repair.invalid.session": Record<never, never>;
  "repair.rating.next": Record<never, never>;
  "repair.rating.not-recovered": {
    readonly client: Text;
    readonly said: "tense" | "resolved" | "none" | "unknown";
    readonly scores: Text;
    readonly session: number;
  };
  "repair.rating.recovered": {
    readonly client: Text;
    readonly said: "resolved" | "none" | "unknown";
    readonly scores: Text;
    readonly session: number;
  };
  "repair.rating.scores.three": { readonly first: number; readonly second: number; readonly third: number };
  "repair.rating.scores.two": { readonly first: number; readonly second: number };
  "repair.rating.waiting": Record<never, never>;
  "repair.state.came-back": Record<never, never>;
  "repair.state.closed": Record<never, never>;
  "repair.state.not-yet": Record<never, never>;
  "repair.state.open": Record<never, never>;
  "repair.state.to-measure": Record<never, never>;
  "repair.state.under-way": Record<never, never>;
  "repair.step.agreed": Record<never, never>;
  "repair.step.agreed.todo": Record<never, never>;
  "repair.step.explored": Record<never, never>;
  "repair.step.explored.todo": Record<never, never>;
  "repair.step.named": Record<never, never>;
  "repair.step.named.todo": Record<never, never>;
  "repair.step.quotation": { readonly text: Text };
  "repair.step.taken": { readonly session: number };
}

export interface RepairTags {
  "repair.form.undo": "hidden";
}
