import { truthAndBiasStudy } from "../dyad/truth-and-bias-study.ts";
import { therapistEffectsStudy } from "../fit/therapist-effects-study.ts";
import { withinBetweenStudy } from "../fit/within-between-study.ts";
import { perfectionismPathStudy } from "../mediate/perfectionism-path-study.ts";
import { roundRobinStudy } from "../srm/round-robin-study.ts";
import type { StudyTemplate } from "./study-template.ts";

/** The studies that `concord fit --template` knows. */
export const studyTemplates: readonly StudyTemplate[] = [
  therapistEffectsStudy,
  withinBetweenStudy,
  roundRobinStudy,
  perfectionismPathStudy,
  truthAndBiasStudy,
];

/** The study of a name that the command line has let through. */
export function templateNamed(name: string): StudyTemplate {
  const found = studyTemplates.find((template) => template.name === name);
  if (found === undefined) throw new RangeError(`a study requires a name that is listed: ${name}`);
  return found;
}
