// Written by `npm run messages` from the English catalogues; not edited by hand.

/** The values that each message takes. */
export interface MessageValues {
  "client-form.close.again": Record<never, never>;
  "client-form.close.done": Record<never, never>;
  "client-form.close.done.child": Record<never, never>;
  "client-form.close.heading": Record<never, never>;
  "client-form.close.heading.child": Record<never, never>;
  "client-form.close.more": Record<never, never>;
  "client-form.close.next": {
    readonly count: number;
    readonly left: number;
    readonly unit: "seconds" | "minutes";
  };
  "client-form.closed.answered.heading": Record<never, never>;
  "client-form.closed.answered.text": Record<never, never>;
  "client-form.closed.expired.heading": Record<never, never>;
  "client-form.closed.expired.text": Record<never, never>;
  "client-form.closed.no-wording.heading": Record<never, never>;
  "client-form.closed.no-wording.text": { readonly title: string };
  "client-form.closed.unknown.heading": Record<never, never>;
  "client-form.closed.unknown.text": Record<never, never>;
  "client-form.error.other.heading": Record<never, never>;
  "client-form.error.other.text": Record<never, never>;
  "client-form.error.too-large.heading": Record<never, never>;
  "client-form.error.too-large.text": Record<never, never>;
  "client-form.error.too-many.heading": Record<never, never>;
  "client-form.error.too-many.text": Record<never, never>;
  "client-form.frame.demo": Record<never, never>;
  "client-form.help.heading": Record<never, never>;
  "client-form.help.monitored": Record<never, never>;
  "client-form.help.text": Record<never, never>;
  "client-form.problem.choose-again": Record<never, never>;
  "client-form.problem.not-changed": Record<never, never>;
  "client-form.problem.not-saved": Record<never, never>;
  "client-form.problem.not-sent": Record<never, never>;
  "client-form.problem.nothing-answered": Record<never, never>;
  "client-form.problem.text-too-long": { readonly length: number; readonly limit: number };
  "client-form.question.optional": Record<never, never>;
  "client-form.seen-by.adolescent": Record<never, never>;
  "client-form.seen-by.adult": Record<never, never>;
  "client-form.seen-by.adult-safety": Record<never, never>;
  "client-form.seen-by.caregiver": Record<never, never>;
  "client-form.seen-by.child": Record<never, never>;
  "client-form.seen-by.group": Record<never, never>;
  "client-form.seen-by.members": Record<never, never>;
  "client-form.seen-by.observer": Record<never, never>;
  "client-form.seen-by.only-me": Record<never, never>;
  "client-form.seen-by.therapist": Record<never, never>;
  "client-form.send.button": Record<never, never>;
  "client-form.send.button.child": Record<never, never>;
  "client-form.send.button.incomplete": Record<never, never>;
  "client-form.send.not-sent": Record<never, never>;
  "client-form.send.offline": Record<never, never>;
  "client-form.send.progress": { readonly answered: string; readonly total: number };
  "client-form.send.sending": Record<never, never>;
  "client-form.send.unanswered": { readonly count: number };
  "client-form.sitting.position": { readonly number: number; readonly total: number };
  "client-form.sitting.time-left": { readonly count: number; readonly unit: "seconds" | "minutes" };
  "client-form.title.correct": Record<never, never>;
  "client-form.title.own": Record<never, never>;
  "client-form.title.questionnaire": Record<never, never>;
  "client-form.unavailable.heading": Record<never, never>;
  "client-form.unavailable.opening": Record<never, never>;
  "client-form.unavailable.send-again": Record<never, never>;
  "client-form.unavailable.sending": Record<never, never>;
  "client-form.unavailable.try-again": Record<never, never>;
}

export type MessageId = keyof MessageValues;
