/**
 * In this order: forms that were scored under older rules, the expected course from the practice's own cases, then
 * every line of the caseload by both.
 */
export const reevaluationSteps = ["scores", "expected", "caseload"] as const;

export type ReevaluationStep = (typeof reevaluationSteps)[number];

export const firstStep: ReevaluationStep = reevaluationSteps[0];
