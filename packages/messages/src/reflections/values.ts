// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Moment, Text } from "../message.ts";

export interface ReflectionsValues {
  "reflections.attachment.again": Record<never, never>;
  "reflections.attachment.none": Record<never, never>;
  "reflections.attachment.start": Record<never, never>;
  "reflections.attachment.text": Record<never, never>;
  "reflections.attachment.title": Record<never, never>;
  "reflections.chart.difference.axis": Record<never, never>;
  "reflections.chart.difference.estimate": Record<never, never>;
  "reflections.chart.difference.figures": {
    readonly lower: Text;
    readonly mean: Text;
    readonly sd: number;
    readonly upper: Text;
  };
  "reflections.chart.difference.row": Record<never, never>;
  "reflections.chart.difference.title": Record<never, never>;
  "reflections.chart.interval": { readonly lower: Text; readonly upper: Text; readonly value: Text };
  "reflections.chart.outcome.figures": {
    readonly agreeing: Text;
    readonly apart: Text;
    readonly clientHigher: Text;
    readonly pairs: number;
    readonly sessions: number;
  };
  "reflections.chart.outcome.outcome": Record<never, never>;
  "reflections.chart.outcome.title": Record<never, never>;
  "reflections.chart.outcome.x": Record<never, never>;
  "reflections.chart.outcome.y": Record<never, never>;
  "reflections.comparison.anxious": Record<never, never>;
  "reflections.comparison.higher": { readonly pairs: number; readonly points: number };
  "reflections.comparison.lower": { readonly pairs: number; readonly points: number };
  "reflections.comparison.not-anxious": Record<never, never>;
  "reflections.comparison.not-asked": Record<never, never>;
  "reflections.comparison.same": { readonly pairs: number };
  "reflections.comparison.study": Record<never, never>;
  "reflections.comparison.title": Record<never, never>;
  "reflections.comparison.too-early": { readonly reason: Text };
  "reflections.intro": Record<never, never>;
  "reflections.observer.text": Record<never, never>;
  "reflections.observer.title": Record<never, never>;
  "reflections.outcome.agreeing.better": Record<never, never>;
  "reflections.outcome.agreeing.worse": Record<never, never>;
  "reflections.outcome.apart.better": Record<never, never>;
  "reflections.outcome.apart.worse": Record<never, never>;
  "reflections.outcome.caution": Record<never, never>;
  "reflections.outcome.client-higher.better": Record<never, never>;
  "reflections.outcome.client-higher.worse": Record<never, never>;
  "reflections.outcome.show-chart": Record<never, never>;
  "reflections.outcome.title": Record<never, never>;
  "reflections.outcome.too-early": { readonly reason: Text };
  "reflections.outcome.unclear": { readonly pairs: number; readonly sessions: number };
  "reflections.private.text": Record<never, never>;
  "reflections.private.title": Record<never, never>;
  "reflections.readiness.answer": Record<never, never>;
  "reflections.readiness.none": Record<never, never>;
  "reflections.readiness.title": Record<never, never>;
  "reflections.readiness.waiting": { readonly client: Text; readonly questionnaire: Text };
  "reflections.result.about": { readonly at: Moment; readonly client: string; readonly clientName: Text };
  "reflections.result.earlier": { readonly count: number };
  "reflections.result.range": { readonly maximum: number; readonly minimum: number };
  "reflections.result.too-few": Record<never, never>;
  "reflections.title": Record<never, never>;
}

export type ReflectionsTags = Record<never, never>;
