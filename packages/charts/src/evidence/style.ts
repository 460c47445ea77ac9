const raters = ["client", "therapist", "observer", "caregiver", "member", "outcome"] as const;

const rules = `
.chart .evidence-column { font-size: 11px; font-weight: 600; }
.chart .evidence-heading { fill: var(--ink); font-weight: 600; }
.chart .evidence-label { fill: var(--ink); }
.chart .evidence-label--pooled, .chart .evidence-number--pooled { fill: var(--ink); font-weight: 600; }
.chart .evidence-label--soft { fill: var(--ink-soft); }
.chart .evidence-number--under { font-size: 11px; }
.chart .evidence-axis-label { font-size: 11px; fill: var(--ink-soft); }
.chart .evidence-favours { font-size: 11px; fill: var(--ink-soft); }
.evidence-compact text { font-size: 11px; }
.evidence-grid { stroke: var(--line); stroke-width: 1px; stroke-opacity: 0.7; fill: none; }
.evidence-band { fill: var(--sunken); fill-opacity: 0.7; }
.evidence-reference { stroke: var(--line-strong); stroke-width: 1px; fill: none; }
.evidence-arm, .evidence-arrow { stroke: var(--ink-soft); stroke-width: 1.25px; fill: none; }
.evidence-arrow { stroke-linejoin: round; stroke-linecap: round; }
.evidence-square { fill: var(--ink-soft); }
.evidence-row--absent .evidence-label { fill: var(--ink-faint); }
.evidence-diamond { fill: var(--accent); stroke: var(--accent); stroke-width: 1px; stroke-linejoin: round; }
.evidence-pooled--group .evidence-diamond { fill-opacity: 0.3; }
.evidence-pooled-line { stroke: var(--accent); stroke-width: 1px; stroke-dasharray: 2 3; fill: none; }
.evidence-prediction-bar { fill: var(--accent); fill-opacity: 0.14; stroke: var(--accent); stroke-dasharray: 3 2; }
.evidence-pooled .evidence-arrow { stroke: var(--accent); }
`;

const raterRules = raters
  .map(
    (rater) => `
.evidence-row--${rater} .evidence-arm, .evidence-row--${rater} .evidence-arrow { stroke: var(--${rater}); }
.evidence-row--${rater} .evidence-square { fill: var(--${rater}); }`,
  )
  .join("");

/** How the evidence figures look; part of the rules of every chart. */
export const evidenceStyles = `${rules.trim()}${raterRules}`;
