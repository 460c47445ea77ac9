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
.chart .evidence-compact text { font-size: 11px; }
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
.chart .evidence-key, .chart .evidence-name { font-size: 11px; }
.chart .evidence-name { fill: var(--ink); stroke-width: 3px; }
.evidence-point { fill: var(--ink-soft); stroke: var(--surface); stroke-width: 1px; }
.evidence-point--named { fill: var(--accent); }
.interval-bar-reach { fill: var(--accent); fill-opacity: 0.32; }
.interval-bar-mark { fill: var(--accent); stroke: var(--accent); stroke-width: 1.5px; }
.interval-bar-mark--open { fill: var(--surface); }
.evidence-filled { fill: var(--surface); stroke: var(--ink-soft); stroke-width: 1.5px; stroke-dasharray: 2.5 1.5; }
.evidence-bubble { fill: var(--ink-soft); fill-opacity: 0.35; stroke: var(--ink-soft); stroke-width: 1.25px; }
.evidence-region { stroke: none; fill: var(--ink); }
.evidence-region--strong { fill-opacity: 0.2; }
.evidence-region--middle { fill-opacity: 0.12; }
.evidence-region--light { fill-opacity: 0.05; }
.evidence-region--none { fill-opacity: 0; }
.evidence-region-key { stroke: var(--line-strong); stroke-width: 1px; }
.evidence-funnel-side { stroke: var(--accent); stroke-width: 1px; stroke-opacity: 0.7; fill: none; }
.evidence-adjusted-line { stroke: var(--ink-soft); stroke-width: 1.25px; stroke-dasharray: 1 3; fill: none; }
.evidence-asymmetry { stroke: var(--credible); stroke-width: 1.5px; stroke-dasharray: 7 4; fill: none; }
.evidence-fit { stroke: var(--accent); stroke-width: 2px; fill: none; }
.evidence-fit-band, .evidence-ray-band { fill: var(--accent); fill-opacity: 0.16; }
.evidence-predicted { fill: var(--accent); fill-opacity: 0.06; }
.evidence-predicted-edge { stroke: var(--accent); stroke-width: 1px; stroke-dasharray: 3 2; fill: none; }
.evidence-predicted-key { stroke: var(--accent); stroke-dasharray: 3 2; }
.evidence-arc-interval { stroke: var(--accent); stroke-width: 4px; stroke-opacity: 0.5; fill: none; }
.evidence-arc-estimate { stroke: var(--accent); stroke-width: 2px; fill: none; }
.evidence-ribbon, .evidence-all-band { fill: var(--accent); fill-opacity: 0.1; }
.evidence-threshold { stroke: var(--credible); stroke-width: 1px; stroke-dasharray: 5 3; fill: none; }
.evidence-stem { stroke: var(--ink-soft); stroke-width: 1.25px; fill: none; }
.evidence-row--influential .evidence-square { fill: var(--credible); }
.evidence-row--influential .evidence-arm, .evidence-row--influential .evidence-stem { stroke: var(--credible); }
.chart .evidence-row--influential .evidence-label { fill: var(--credible); font-weight: 600; }
.evidence-box { fill: var(--surface); stroke: var(--line-strong); stroke-width: 1px; }
.evidence-box--excluded { fill: var(--sunken); stroke: var(--line); }
.evidence-box--narrative { stroke: var(--note); stroke-dasharray: 4 3; }
.evidence-box--pooled { stroke: var(--accent); stroke-width: 2px; }
.evidence-way { stroke: var(--line-strong); stroke-width: 1.25px; fill: none; }
.evidence-way-head { fill: var(--line-strong); }
.evidence-pooled .evidence-arrow { stroke: var(--accent); }
`;

const raterRules = raters
  .map(
    (rater) => `
.evidence-row--${rater} .evidence-arm, .evidence-row--${rater} .evidence-arrow { stroke: var(--${rater}); }
.evidence-row--${rater} .evidence-square, .evidence-row--${rater} .evidence-point { fill: var(--${rater}); }
.evidence-row--${rater} .evidence-bubble { fill: var(--${rater}); stroke: var(--${rater}); }`,
  )
  .join("");

/** After the colours of the raters: who rated is told by the fill too. */
const fillRules = `
.evidence-row--therapist .evidence-square, .evidence-row--therapist .evidence-point {
  fill: var(--surface); stroke: var(--therapist); stroke-width: 1.5px; }
.evidence-row--observer .evidence-square, .evidence-row--observer .evidence-point {
  fill-opacity: 0.3; stroke: var(--observer); stroke-width: 1.5px; }`;

/** How the evidence figures look; part of the rules of every chart. */
export const evidenceStyles = `${rules.trim()}${raterRules}${fillRules}`;
