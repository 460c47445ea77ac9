// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Moment, Text } from "../message.ts";

export interface TasksValues {
  "tasks.about": { readonly at: Moment; readonly session: number };
  "tasks.answer.duty": { readonly name: Text };
  "tasks.answer.next-check": { readonly day: Moment };
  "tasks.answer.no-check": Record<never, never>;
  "tasks.answer.no-reassurance": Record<never, never>;
  "tasks.answer.over": Record<never, never>;
  "tasks.answer.question": { readonly item: Text; readonly questionnaire: Text };
  "tasks.answer.saved": Record<never, never>;
  "tasks.answer.title": Record<never, never>;
  "tasks.closed": Record<never, never>;
  "tasks.contact.crisis-service": Record<never, never>;
  "tasks.contact.duty-person": Record<never, never>;
  "tasks.contact.physician": Record<never, never>;
  "tasks.contact.relative": Record<never, never>;
  "tasks.contact.supervisor": Record<never, never>;
  "tasks.due": { readonly due: Moment };
  "tasks.empty.text": Record<never, never>;
  "tasks.empty.title": Record<never, never>;
  "tasks.history.by": { readonly at: Moment; readonly name: Text };
  "tasks.history.no-one": Record<never, never>;
  "tasks.history.nothing": Record<never, never>;
  "tasks.history.title": Record<never, never>;
  "tasks.intro": Record<never, never>;
  "tasks.open": Record<never, never>;
  "tasks.outcome.could-not-reach": Record<never, never>;
  "tasks.outcome.handed-on": Record<never, never>;
  "tasks.outcome.no-acute-danger": Record<never, never>;
  "tasks.outcome.other": Record<never, never>;
  "tasks.outcome.safety-plan-made": Record<never, never>;
  "tasks.review.about": Record<never, never>;
  "tasks.review.asked": Record<never, never>;
  "tasks.review.next-check": Record<never, never>;
  "tasks.review.next-check.hint": Record<never, never>;
  "tasks.review.note": Record<never, never>;
  "tasks.review.note.hint": Record<never, never>;
  "tasks.review.outcome": Record<never, never>;
  "tasks.review.save": Record<never, never>;
  "tasks.review.title": Record<never, never>;
  "tasks.review.told": Record<never, never>;
  "tasks.reviewed-by": { readonly at: Moment; readonly name: Text };
  "tasks.state.closed": Record<never, never>;
  "tasks.state.followed-up": Record<never, never>;
  "tasks.state.overdue": Record<never, never>;
  "tasks.state.unreviewed": Record<never, never>;
  "tasks.title": Record<never, never>;
  "tasks.topic.means": Record<never, never>;
  "tasks.topic.plan": Record<never, never>;
  "tasks.topic.protection": Record<never, never>;
  "tasks.topic.suicidal-thoughts": Record<never, never>;
  "tasks.view": Record<never, never>;
  "tasks.was-due": { readonly due: Moment };
}

export type TasksTags = Record<never, never>;
