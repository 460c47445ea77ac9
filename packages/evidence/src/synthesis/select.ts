import { canonical, digestOf } from "../digest.ts";
import { measure } from "../study/measure.ts";
import type { StudyEffect, UnmeasuredReport } from "../study/measured-effect.ts";
import type { Study } from "../study/study.ts";
import { type SynthesisDefinition, selectReports } from "./definition.ts";
import { frameOf } from "./frame.ts";

/** The effects a definition is about, in an order that does not depend on the order of the records. */
export interface Selection {
  readonly effects: readonly StudyEffect[];
  readonly unmeasured: readonly UnmeasuredReport[];
  /** Ids that occur twice: studies, and reports within a study. */
  readonly duplicateStudies: readonly string[];
  readonly duplicateReports: readonly string[];
  /** Studies let through that share a DOI with another. */
  readonly sharedDois: readonly string[];
  readonly isSimulated: boolean;
}

/** Which effects does this definition mean, among these studies? */
export function selectEffects(definition: SynthesisDefinition, studies: readonly Study[]): Selection {
  const chosen = studies.flatMap((study) => selectReports(definition.filter, study) ?? []);
  const measurements = chosen.map((study) => measure(study, definition.model.measure));
  const effects = measurements.flatMap((one) => (one.kind === "measured" ? one.effects : []));
  return {
    effects: effects.toSorted(byYearAndName),
    unmeasured: measurements
      .flatMap(({ unmeasured }) => unmeasured)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    duplicateStudies: repeated(chosen.map(({ id }) => id)),
    duplicateReports: chosen.flatMap((study) => repeated(study.reports.map(({ id }) => `${study.id}/${id}`))),
    sharedDois: repeated(chosen.flatMap(({ doi }) => (doi === null ? [] : [doi.toLowerCase()]))),
    isSimulated: chosen.some(({ provenance }) => provenance.kind === "simulated"),
  };
}

/** A digest of what is pooled and how: titles and the order of records do not count. */
export function selectionDigest(definition: SynthesisDefinition, selection: Selection): string {
  const { id, filter, model } = definition;
  const { effects, unmeasured } = selection;
  return digestOf(
    canonical({
      id,
      filter,
      model,
      effects: effects.map((effect) => [effect.id, effect.estimate, effect.variance]),
      frame: frameOf(effects),
      unmeasured: unmeasured.map((report) => [report.id, report.why]),
    }),
  );
}

function byYearAndName(a: StudyEffect, b: StudyEffect): number {
  return a.year - b.year || compare(a.label, b.label) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function repeated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return [...twice].sort();
}
