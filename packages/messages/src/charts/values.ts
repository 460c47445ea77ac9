// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Moment, Text } from "../message.ts";

export interface ChartsValues {
  "charts.congruence.correlation": { readonly estimate: Text };
  "charts.congruence.difference": { readonly estimate: Text };
  "charts.congruence.estimate": {
    readonly level: number;
    readonly lower: Text;
    readonly n: number;
    readonly upper: Text;
    readonly value: Text;
  };
  "charts.congruence.heading": Record<never, never>;
  "charts.congruence.rating": {
    readonly rater: "client" | "therapist";
    readonly score: number;
    readonly session: number;
  };
  "charts.congruence.title": Record<never, never>;
  "charts.control.centre": Record<never, never>;
  "charts.control.heading": { readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member" };
  "charts.control.lower": Record<never, never>;
  "charts.control.title": { readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member" };
  "charts.control.upper": Record<never, never>;
  "charts.control.words": { readonly count: number; readonly outside: number };
  "charts.control.words.outside": {
    readonly count: number;
    readonly outside: number;
    readonly sessions: Text;
  };
  "charts.course.change.crossed-without-reliable-change": Record<never, never>;
  "charts.course.change.deteriorated": Record<never, never>;
  "charts.course.change.improved": Record<never, never>;
  "charts.course.change.recovered": Record<never, never>;
  "charts.course.change.unchanged": Record<never, never>;
  "charts.course.empty": Record<never, never>;
  "charts.course.end-label": {
    readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member";
    readonly score: number;
  };
  "charts.course.heading": {
    readonly construct: "alliance" | "cohesion";
    readonly focus: "total" | "bond" | "tasks" | "goals";
  };
  "charts.course.missed": {
    readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member";
    readonly session: number;
  };
  "charts.course.missed-row": {
    readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member";
  };
  "charts.course.missed-row.short": Record<never, never>;
  "charts.course.not-held": { readonly session: number };
  "charts.course.outcome.cut-off": { readonly score: number };
  "charts.course.outcome.heading": { readonly better: "lower" | "higher"; readonly title: Text };
  "charts.course.outcome.score": { readonly score: number; readonly session: number; readonly title: Text };
  "charts.course.outcome.score.dated": {
    readonly date: Moment;
    readonly score: number;
    readonly session: number;
    readonly title: Text;
  };
  "charts.course.part.heading": { readonly scale: Text; readonly score: number };
  "charts.course.phase": {
    readonly from: number;
    readonly phase: string;
    readonly source: "rule" | "hand";
    readonly to: number;
  };
  "charts.course.range": { readonly high: number; readonly low: number };
  "charts.course.range.basis": { readonly n: number; readonly range: Text };
  "charts.course.range.short": { readonly high: number; readonly low: number };
  "charts.course.rating": {
    readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member";
    readonly score: number;
    readonly session: number;
  };
  "charts.course.rating.dated": {
    readonly date: Moment;
    readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member";
    readonly score: number;
    readonly session: number;
  };
  "charts.course.rating.short": { readonly score: number; readonly session: number };
  "charts.course.session": Record<never, never>;
  "charts.course.signal": {
    readonly findings: Text;
    readonly number: number;
    readonly session: number;
    readonly severity: "urgent" | "persistent" | "credible" | "note";
  };
  "charts.course.title": Record<never, never>;
  "charts.course.title.of": { readonly client: Text };
  "charts.course.words.minor": { readonly count: number; readonly sessions: Text };
  "charts.course.words.missed": {
    readonly count: number;
    readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member";
    readonly sessions: Text;
  };
  "charts.course.words.not-held": { readonly count: number; readonly sessions: Text };
  "charts.course.words.one-rating": {
    readonly construct: "alliance" | "cohesion";
    readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member";
    readonly score: number;
    readonly session: number;
  };
  "charts.course.words.outcome": {
    readonly better: "lower" | "higher" | "neither";
    readonly first: number;
    readonly firstSession: number;
    readonly last: number;
    readonly lastSession: number;
    readonly maximum: number;
    readonly minimum: number;
    readonly title: Text;
  };
  "charts.course.words.phase": { readonly from: number; readonly phase: string };
  "charts.course.words.phases": { readonly phases: Text };
  "charts.course.words.ratings": {
    readonly construct: "alliance" | "cohesion";
    readonly count: number;
    readonly first: number;
    readonly firstSession: number;
    readonly last: number;
    readonly lastSession: number;
    readonly lowest: number;
    readonly lowestSession: number;
    readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member";
  };
  "charts.course.words.signal": {
    readonly finding: Text;
    readonly number: number;
    readonly session: number;
    readonly severity: "urgent" | "persistent" | "credible" | "note";
  };
  "charts.distance.far": Record<never, never>;
  "charts.distance.heading": Record<never, never>;
  "charts.distance.near": Record<never, never>;
  "charts.distance.now": Record<never, never>;
  "charts.distance.plan": { readonly phase: string; readonly step: Text };
  "charts.distance.plan.later": { readonly phase: string; readonly step: Text };
  "charts.distance.rating": { readonly scale: Text; readonly score: number; readonly session: number };
  "charts.distance.scale.growing-autonomy": Record<never, never>;
  "charts.distance.scale.growing-engagement": Record<never, never>;
  "charts.distance.scale.too-close": Record<never, never>;
  "charts.distance.scale.too-distant": Record<never, never>;
  "charts.distance.title": Record<never, never>;
  "charts.distance.title.plan": Record<never, never>;
  "charts.distance.words": { readonly scale: Text; readonly score: number; readonly session: number };
  "charts.distance.words.moved": {
    readonly direction: "up" | "down";
    readonly points: number;
    readonly scale: Text;
    readonly score: number;
    readonly session: number;
  };
  "charts.distance.words.none": Record<never, never>;
  "charts.phase.engagement": Record<never, never>;
  "charts.phase.termination": Record<never, never>;
  "charts.phase.working-through": Record<never, never>;
  "charts.plane.anxiety": Record<never, never>;
  "charts.plane.avoidance": Record<never, never>;
  "charts.plane.mark": { readonly anxiety: number; readonly avoidance: number; readonly session: number };
  "charts.plane.mean": Record<never, never>;
  "charts.plane.title": Record<never, never>;
  "charts.plane.words": {
    readonly anxiety: number;
    readonly anxietyMaximum: number;
    readonly anxietyMinimum: number;
    readonly avoidance: number;
    readonly avoidanceMaximum: number;
    readonly avoidanceMinimum: number;
    readonly session: number;
  };
  "charts.plane.words.compared": {
    readonly anxiety: Text;
    readonly anxietyLower: Text;
    readonly anxietyUpper: Text;
    readonly avoidance: Text;
    readonly avoidanceLower: Text;
    readonly avoidanceUpper: Text;
    readonly population: Text;
  };
  "charts.rater.caregiver": Record<never, never>;
  "charts.rater.client": Record<never, never>;
  "charts.rater.member": Record<never, never>;
  "charts.rater.observer": Record<never, never>;
  "charts.rater.therapist": Record<never, never>;
  "charts.scale.bond": Record<never, never>;
  "charts.scale.goals": Record<never, never>;
  "charts.scale.tasks": Record<never, never>;
  "charts.scale.total": Record<never, never>;
  "charts.strategy.deactivating": Record<never, never>;
  "charts.strategy.fearful": Record<never, never>;
  "charts.strategy.hyperactivating": Record<never, never>;
  "charts.strategy.secure": Record<never, never>;
  "charts.two.heading": Record<never, never>;
  "charts.two.lies.even": { readonly reader: string };
  "charts.two.lies.higher": { readonly points: number; readonly reader: string };
  "charts.two.lies.lower": { readonly points: number; readonly reader: string };
  "charts.two.mean": { readonly difference: Text };
  "charts.two.moves.along": { readonly points: number };
  "charts.two.moves.apart": Record<never, never>;
  "charts.two.moves.not-clear": Record<never, never>;
  "charts.two.own-mean": { readonly difference: Text };
  "charts.two.session": { readonly difference: Text; readonly session: number };
  "charts.two.title": Record<never, never>;
  "charts.two.typical": { readonly difference: Text };
  "charts.two.words.none": { readonly reason: Text };
  "charts.two.words.numbers": {
    readonly difference: Text;
    readonly differenceLower: Text;
    readonly differenceUpper: Text;
    readonly sessions: number;
    readonly slope: Text;
    readonly slopeLower: Text;
    readonly slopeUpper: Text;
  };
}

export type ChartsTags = Record<never, never>;
