import type { Analysis } from "../analysis.ts";
import type { StudyName } from "./choices.ts";
import { type StudyRequest, type StudyResult, type StudyTemplate, studyAnalysis } from "./study.ts";

const templates: Readonly<Record<StudyName, () => Promise<StudyTemplate>>> = {
  "therapist-effects": async () => (await import("./therapist-effects.ts")).therapistEffectsStudy,
  "within-between": async () => (await import("./within-between.ts")).withinBetweenStudy,
  "round-robin": async () => (await import("./round-robin.ts")).roundRobinStudy,
  "perfectionism-path": async () => (await import("./perfectionism-path.ts")).perfectionismPathStudy,
  "truth-and-bias": async () => (await import("./truth-and-bias.ts")).truthAndBiasStudy,
};

/** Returns the study of a name. */
export async function loadStudy(name: StudyName): Promise<Analysis<StudyRequest, StudyResult>> {
  return studyAnalysis(await templates[name]());
}

export type { StudyRequest, StudyResult };
