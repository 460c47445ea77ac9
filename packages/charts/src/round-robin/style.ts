/** Rules of the round robin; joined to those of all charts. */
export const roundRobinStyles = `
.srm-share { stroke: var(--surface); stroke-width: 1px; }
.srm-share--perceiver { fill: var(--member); }
.srm-share--target { fill: var(--member); fill-opacity: 0.6; }
.srm-share--relationship { fill: var(--member); fill-opacity: 0.36; }
.srm-share--error { fill: var(--line-strong); fill-opacity: 0.3; }
.chart .srm-share-name, .chart .srm-row { fill: var(--ink); }
.srm-circle { fill: none; stroke: var(--line); stroke-width: 1px; }
.srm-member { fill: var(--member); stroke: var(--surface); stroke-width: 1px; }
.srm-apart { fill: none; stroke: var(--credible); stroke-width: 2px; }
.chart .srm-name { fill: var(--ink); }
.srm-arrow { fill: none; }
.srm-arrow--warmer { stroke: var(--member); }
.srm-arrow--cooler { stroke: var(--outcome); stroke-dasharray: 4 3; }
.srm-head--warmer { fill: var(--member); }
.srm-head--cooler { fill: var(--outcome); }
.srm-reach { stroke: var(--ink-soft); stroke-width: 1.25px; fill: none; }
`.trim();
