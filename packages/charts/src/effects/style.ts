/** Rules of path diagrams, conditional effects and response surfaces; joined to those of all charts. */
export const effectsStyles = `
.effects-box { fill: var(--surface); stroke: var(--line-strong); stroke-width: 1.25px; }
.effects-box--end { fill: var(--sunken); }
.chart .effects-name { fill: var(--ink); font-weight: 600; }
.effects-path { stroke: var(--accent); stroke-width: 2px; fill: none; }
.effects-path--open { stroke: var(--line-strong); stroke-width: 1.25px; stroke-dasharray: 5 4; }
.effects-head { fill: var(--accent); }
.effects-head--open { fill: var(--line-strong); }
.effects-plate { fill: var(--surface); fill-opacity: 0.94; }
.chart .effects-value { fill: var(--ink); }
.effects-band { fill: var(--accent); fill-opacity: 0.14; }
.effects-band--clear { fill-opacity: 0.34; }
.effects-line { stroke: var(--accent); stroke-width: 2px; fill: none; }
.effects-bound { stroke: var(--credible); stroke-width: 1.25px; stroke-dasharray: 5 3; fill: none; }
.effects-turn { stroke: var(--ink-soft); stroke-width: 1.25px; stroke-dasharray: 1 3; fill: none; }
.effects-reach { fill: var(--ink-soft); fill-opacity: 0.12; }
.effects-arm { stroke: var(--ink-soft); stroke-width: 1.25px; fill: none; }
.effects-probe { fill: var(--surface); stroke: var(--ink-soft); stroke-width: 1.5px; }
.effects-row { stroke: var(--ink-faint); stroke-width: 1px; stroke-opacity: 0.45; fill: none; }
.effects-ground { fill: var(--accent); fill-opacity: 0.04; }
.effects-layer { fill: var(--accent); fill-opacity: 0.1; }
.effects-contour { stroke: var(--accent); stroke-width: 0.75px; stroke-opacity: 0.75; fill: none; }
.effects-agreement { stroke: var(--ink); stroke-width: 1.5px; fill: none; }
.effects-disagreement { stroke: var(--ink-soft); stroke-width: 1.25px; stroke-dasharray: 5 4; fill: none; }
.effects-axis { stroke: var(--credible); stroke-width: 1.5px; stroke-dasharray: 8 3 2 3; fill: none; }
.effects-dot { fill: var(--ink-soft); fill-opacity: 0.55; stroke: none; }
.effects-level { fill: var(--credible); stroke: var(--surface); stroke-width: 1.5px; }
`.trim();
