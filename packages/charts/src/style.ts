import { betweenStyles } from "./between/style.ts";
import { changeStyles } from "./change/style.ts";
import { effectsStyles } from "./effects/style.ts";
import { evidenceStyles } from "./evidence/style.ts";
import { dark, light, paletteProperties } from "./palette.ts";
import { roundRobinStyles } from "./round-robin/style.ts";

const raters = ["client", "therapist", "observer", "caregiver", "member", "outcome"] as const;

/** Charts are drawn from left to right in every language. */
const rules = `
.chart { display: block; direction: ltr; overflow: visible; font-family: inherit; font-size: 12px; }
.chart text { fill: var(--ink-soft); font-variant-numeric: tabular-nums; }
.chart .chart-heading { fill: var(--ink); font-size: 13px; font-weight: 600; }
.chart .chart-small { fill: var(--ink-faint); font-size: 11px; }
.chart .chart-label { font-weight: 600; }
.chart--narrow .chart-label { font-size: 11px; }
.chart .chart-halo { paint-order: stroke; stroke: var(--surface); stroke-width: 4px; stroke-linejoin: round; }
.chart-grid { stroke: var(--line); stroke-width: 1px; fill: none; }
.chart-baseline { stroke: var(--line-strong); stroke-width: 1px; fill: none; }
.chart-phase { fill: var(--sunken); fill-opacity: 0; }
.chart-phase--shaded { fill-opacity: 0.6; }
.chart-hatch { stroke: var(--line-strong); stroke-width: 1px; stroke-opacity: 0.55; }
.chart-usual { fill: var(--client); fill-opacity: 0.08; }
.chart-usual-key { fill-opacity: 0.16; stroke: var(--client); stroke-opacity: 0.4; }
.chart-line { fill: none; stroke-width: 1.75px; stroke-linejoin: round; stroke-linecap: round; }
.chart-line--client, .chart-line--outcome { stroke-width: 2.25px; }
.chart-gap { fill: none; stroke-width: 1.25px; stroke-dasharray: 1 4; stroke-linecap: round; }
.chart-mark { stroke-width: 1.75px; }
.chart-ring { fill: none; stroke-width: 1.75px; }
.chart-leader { stroke-width: 1px; stroke-dasharray: 2 3; fill: none; }
.chart-flag { stroke-width: 1.5px; stroke-linejoin: round; }
.chart .chart-flag-number { font-size: 11px; font-weight: 700; text-anchor: middle; }
.chart-weight--urgent { stroke: var(--urgent); fill: var(--urgent); }
.chart-weight--persistent { stroke: var(--credible); fill: var(--credible); }
.chart-weight--credible { stroke: var(--credible); fill: var(--credible-soft); }
.chart-weight--note { stroke: var(--note); fill: var(--note-soft); }
.chart .chart-flag-number--urgent, .chart .chart-flag-number--persistent { fill: var(--surface); }
.chart .chart-flag-number--credible { fill: var(--credible); }
.chart .chart-flag-number--note { fill: var(--note); }
.chart-ring.chart-weight--urgent, .chart-ring.chart-weight--persistent, .chart-ring.chart-weight--credible,
.chart-ring.chart-weight--note { fill: none; }
.chart-cutoff { stroke: var(--ink-faint); stroke-width: 1px; stroke-dasharray: 5 3; fill: none; }
.chart-limit { stroke: var(--credible); stroke-width: 1px; stroke-dasharray: 5 3; fill: none; }
.chart-warning { stroke: var(--credible); stroke-width: 1px; stroke-dasharray: 1 3; fill: none; }
.chart-between { stroke: var(--line-strong); stroke-width: 1px; fill: none; }
.chart-background { fill: var(--surface); }
`;

const raterRules = raters
  .map(
    (rater) => `
.chart-line--${rater}, .chart-gap--${rater}, .chart-mark--${rater} { stroke: var(--${rater}); }
.chart-mark--${rater} { fill: var(--${rater}); }
.chart .chart-label--${rater} { fill: var(--${rater}); }`,
  )
  .join("");

/** After the colours of the raters, which they take back. */
const hollowRules = `
.chart-mark--open { fill: var(--surface); }
.chart-missed .chart-mark { fill: none; stroke-width: 1.25px; }`;

/** Rules for pages, which declare the palette's custom properties themselves. */
export function chartStyles(): string {
  return `${rules.trim()}${raterRules}${hollowRules}${betweenStyles}\n${evidenceStyles}\n${effectsStyles}\n${roundRobinStyles}\n${changeStyles}\n`;
}

/** The same rules with both palettes inside, for an SVG that leaves the page. */
export function standaloneStyles(): string {
  const font = "font-family: ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif;";
  return `.chart { ${paletteProperties(light)} }
@media (prefers-color-scheme: dark) { .chart { ${paletteProperties(dark)} } }
${chartStyles()}.chart { ${font} }
`;
}
