// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Text } from "../message.ts";

export interface ImportValues {
  "import.above.caseload": Record<never, never>;
  "import.above.practice": Record<never, never>;
  "import.age": Record<never, never>;
  "import.age.adolescent": Record<never, never>;
  "import.age.adult": Record<never, never>;
  "import.age.child": Record<never, never>;
  "import.column": {
    readonly as: "case" | "session" | "time" | "date" | "therapist" | "rater" | "instrument" | "scale" | "item" | "value" | "risk";
    readonly name: Text;
    readonly type: "text" | "number" | "date";
  };
  "import.date-order.day-first": Record<never, never>;
  "import.date-order.detect": Record<never, never>;
  "import.date-order.month-first": Record<never, never>;
  "import.field.case": Record<never, never>;
  "import.field.date": Record<never, never>;
  "import.field.date-order": Record<never, never>;
  "import.field.date-order-hint": Record<never, never>;
  "import.field.instrument": Record<never, never>;
  "import.field.instrument-hint": Record<never, never>;
  "import.field.item": Record<never, never>;
  "import.field.maximum": Record<never, never>;
  "import.field.minimum": Record<never, never>;
  "import.field.missing": Record<never, never>;
  "import.field.missing-hint": Record<never, never>;
  "import.field.only-missing": Record<never, never>;
  "import.field.only-missing-hint": Record<never, never>;
  "import.field.rater": Record<never, never>;
  "import.field.rater-hint": Record<never, never>;
  "import.field.recode": Record<never, never>;
  "import.field.recode-hint": Record<never, never>;
  "import.field.scale": Record<never, never>;
  "import.field.scale-hint": Record<never, never>;
  "import.field.session": Record<never, never>;
  "import.field.skip": Record<never, never>;
  "import.field.skip-hint": Record<never, never>;
  "import.field.therapist": Record<never, never>;
  "import.field.time": Record<never, never>;
  "import.field.time-hint": Record<never, never>;
  "import.field.value": Record<never, never>;
  "import.field.where": Record<never, never>;
  "import.field.where-hint": Record<never, never>;
  "import.field.wide": Record<never, never>;
  "import.field.wide-hint": { readonly items: Text; readonly sessions: Text };
  "import.file.hint": Record<never, never>;
  "import.file.label": Record<never, never>;
  "import.file.missing": Record<never, never>;
  "import.file.title": Record<never, never>;
  "import.lead": Record<never, never>;
  "import.left-out.damaged-row": {
    readonly count: number;
    readonly lines: Text;
    readonly more: "yes" | "no";
  };
  "import.left-out.duplicate": { readonly count: number; readonly lines: Text; readonly more: "yes" | "no" };
  "import.left-out.no-answer": { readonly count: number; readonly lines: Text; readonly more: "yes" | "no" };
  "import.left-out.not-asked-for": {
    readonly count: number;
    readonly lines: Text;
    readonly more: "yes" | "no";
  };
  "import.left-out.problem": { readonly count: number; readonly lines: Text; readonly more: "yes" | "no" };
  "import.left-out.ragged-row": { readonly count: number; readonly lines: Text; readonly more: "yes" | "no" };
  "import.meta": Record<never, never>;
  "import.problem.number": Record<never, never>;
  "import.problem.recode": Record<never, never>;
  "import.problem.where": Record<never, never>;
  "import.problem.whole-number": Record<never, never>;
  "import.reading.columns": Record<never, never>;
  "import.reading.title": Record<never, never>;
  "import.reading.values": Record<never, never>;
  "import.refused.case": { readonly case: Text; readonly problem: Text };
  "import.refused.changed": {
    readonly instrument: Text;
    readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member";
  };
  "import.refused.no-therapist": Record<never, never>;
  "import.refused.other-therapist": Record<never, never>;
  "import.refused.session": { readonly case: Text; readonly problem: Text; readonly session: number };
  "import.refused.unknown-therapist": { readonly therapist: Text };
  "import.result.already": { readonly count: number };
  "import.result.columns": Record<never, never>;
  "import.result.counts": {
    readonly cases: number;
    readonly file: Text;
    readonly forms: number;
    readonly newCases: number;
  };
  "import.result.imported": { readonly rows: number; readonly used: number };
  "import.result.incomplete": Record<never, never>;
  "import.result.left-out": Record<never, never>;
  "import.result.more": { readonly count: number };
  "import.result.notes": Record<never, never>;
  "import.result.nothing": { readonly rows: number; readonly used: number };
  "import.result.problems": Record<never, never>;
  "import.result.risk": { readonly count: number };
  "import.send": Record<never, never>;
  "import.sound-rows": Record<never, never>;
  "import.therapist": Record<never, never>;
  "import.therapist-hint": Record<never, never>;
  "import.therapist.from-file": Record<never, never>;
  "import.title": Record<never, never>;
}

export type ImportTags = Record<never, never>;
