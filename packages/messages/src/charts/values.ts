// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Moment, Text } from "../message.ts";

export interface ChartsValues {
  "charts.before-after.after": Record<never, never>;
  "charts.before-after.before": Record<never, never>;
  "charts.before-after.cut-off": { readonly score: number };
  "charts.before-after.words": {
    readonly better: number;
    readonly count: number;
    readonly same: number;
    readonly worse: number;
  };
  "charts.caterpillar.empty": Record<never, never>;
  "charts.caterpillar.words": {
    readonly apart: number;
    readonly axis: Text;
    readonly count: number;
    readonly high: Text;
    readonly low: Text;
  };
  "charts.change.none": Record<never, never>;
  "charts.change.words": { readonly axes: Text; readonly count: number };
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
  "charts.effects.conditional.bound": Record<never, never>;
  "charts.effects.conditional.excludes": { readonly level: number };
  "charts.effects.conditional.includes": { readonly level: number };
  "charts.effects.conditional.probe": {
    readonly effect: Text;
    readonly moderator: Text;
    readonly value: Text;
  };
  "charts.effects.conditional.turn": Record<never, never>;
  "charts.effects.path.excludes": Record<never, never>;
  "charts.effects.path.includes": Record<never, never>;
  "charts.effects.path.residuals": { readonly value: Text };
  "charts.effects.path.words": { readonly from: Text; readonly to: Text; readonly value: Text };
  "charts.effects.surface.axis": Record<never, never>;
  "charts.effects.surface.congruence": Record<never, never>;
  "charts.effects.surface.incongruence": Record<never, never>;
  "charts.effects.surface.pair": Record<never, never>;
  "charts.effects.surface.point": { readonly x: Text; readonly y: Text };
  "charts.effects.surface.range": { readonly high: Text; readonly low: Text; readonly outcome: Text };
  "charts.effects.surface.stationary": Record<never, never>;
  "charts.effects.surface.words": { readonly outcome: Text; readonly x: Text; readonly y: Text };
  "charts.evidence.bubble.at": { readonly effect: Text; readonly moderator: Text };
  "charts.evidence.bubble.point": { readonly effect: Text; readonly label: Text; readonly moderator: Text };
  "charts.evidence.bubble.prediction": Record<never, never>;
  "charts.evidence.bubble.words": { readonly count: number; readonly moderator: Text };
  "charts.evidence.calibration.detected": Record<never, never>;
  "charts.evidence.calibration.false-alarms": Record<never, never>;
  "charts.evidence.calibration.limit": { readonly limit: number };
  "charts.evidence.calibration.words": {
    readonly detected: number;
    readonly falseAlarms: Text;
    readonly rule: Text;
  };
  "charts.evidence.cumulative.words": { readonly count: number };
  "charts.evidence.empty": Record<never, never>;
  "charts.evidence.flow.count": { readonly count: number; readonly label: Text };
  "charts.evidence.flow.empty": Record<never, never>;
  "charts.evidence.flow.reason": { readonly count: number; readonly label: Text };
  "charts.evidence.flow.reasons": { readonly count: number; readonly label: Text; readonly reasons: Text };
  "charts.evidence.forest.words": { readonly axis: Text; readonly count: number };
  "charts.evidence.funnel.imputed": Record<never, never>;
  "charts.evidence.funnel.imputed-words": { readonly count: number };
  "charts.evidence.funnel.observed": Record<never, never>;
  "charts.evidence.funnel.point": { readonly effect: Text; readonly error: Text; readonly label: Text };
  "charts.evidence.funnel.words": { readonly axis: Text; readonly count: number };
  "charts.evidence.influence.cooks": Record<never, never>;
  "charts.evidence.influence.cooks-short": Record<never, never>;
  "charts.evidence.influence.names": { readonly names: Text };
  "charts.evidence.influence.none": Record<never, never>;
  "charts.evidence.influence.range": { readonly high: Text; readonly low: Text };
  "charts.evidence.influence.without": {
    readonly distance: Text;
    readonly effect: Text;
    readonly label: Text;
  };
  "charts.evidence.radial.point": { readonly label: Text; readonly value: Text };
  "charts.evidence.radial.pooled": { readonly label: Text };
  "charts.evidence.radial.precision": Record<never, never>;
  "charts.evidence.radial.standardized": Record<never, never>;
  "charts.evidence.radial.words": { readonly count: number };
  "charts.evidence.scatter.labelled": { readonly names: Text };
  "charts.evidence.scatter.words": { readonly count: number; readonly x: Text; readonly y: Text };
  "charts.evidence.standard-error": Record<never, never>;
  "charts.items.alpha": Record<never, never>;
  "charts.items.axis": Record<never, never>;
  "charts.items.empty": Record<never, never>;
  "charts.items.estimate": { readonly level: number };
  "charts.items.mean": Record<never, never>;
  "charts.items.row": Record<never, never>;
  "charts.items.words": {
    readonly count: number;
    readonly high: Text;
    readonly highest: Text;
    readonly low: Text;
    readonly lowest: Text;
  };
  "charts.loadings.axis": Record<never, never>;
  "charts.loadings.empty": Record<never, never>;
  "charts.loadings.estimate": { readonly level: number };
  "charts.loadings.one": { readonly effect: Text; readonly heading: Text; readonly label: Text };
  "charts.loadings.range": {
    readonly heading: Text;
    readonly high: Text;
    readonly low: Text;
    readonly strongest: Text;
    readonly weakest: Text;
  };
  "charts.loadings.row": Record<never, never>;
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
  "charts.rater.outcome": Record<never, never>;
  "charts.rater.therapist": Record<never, never>;
  "charts.round-robin.apart": { readonly names: Text };
  "charts.round-robin.circle": { readonly count: number; readonly list: Text; readonly members: number };
  "charts.round-robin.cooler": Record<never, never>;
  "charts.round-robin.deviation": Record<never, never>;
  "charts.round-robin.none": Record<never, never>;
  "charts.round-robin.ratio": Record<never, never>;
  "charts.round-robin.share": { readonly label: Text; readonly share: Text };
  "charts.round-robin.warmer": Record<never, never>;
  "charts.round-robin.zero": { readonly label: Text };
  "charts.scale.bond": Record<never, never>;
  "charts.scale.goals": Record<never, never>;
  "charts.scale.tasks": Record<never, never>;
  "charts.scale.total": Record<never, never>;
  "charts.severity.credible": Record<never, never>;
  "charts.severity.note": Record<never, never>;
  "charts.severity.persistent": Record<never, never>;
  "charts.severity.urgent": Record<never, never>;
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
  "charts.words.grouped": { readonly heading: Text; readonly label: Text; readonly value: Text };
  "charts.words.interval": { readonly estimate: Text; readonly lower: Text; readonly upper: Text };
  "charts.words.item": { readonly label: Text; readonly value: Text };
  "charts.words.named": { readonly label: Text; readonly value: Text };
  "charts.words.pair": { readonly first: Text; readonly second: Text };
}

export type ChartsTags = Record<never, never>;
