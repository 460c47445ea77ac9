/** Rules of courses and their changes; joined to those of all charts. */
export const changeStyles = `
.chart .change-heading { fill: var(--ink); font-weight: 600; }
.change-course { fill: none; stroke: var(--outcome); stroke-width: 1.25px; stroke-opacity: 0.7; }
.change-point { fill: var(--outcome); }
.change-line { fill: none; stroke: var(--accent); stroke-width: 2px; }
.change-line--limit { stroke: var(--credible); stroke-width: 1px; stroke-dasharray: 5 3; }
.change-line--alone { stroke: var(--ink-faint); stroke-width: 1.25px; stroke-dasharray: 2 3; }
.change-stretch { fill: var(--accent); fill-opacity: 0.12; }
.change-place { fill: none; stroke: var(--accent); stroke-width: 1px; stroke-dasharray: 3 2; }
.change-mark { fill: none; stroke: var(--credible); stroke-width: 2px; }
.change-person { fill: var(--outcome); fill-opacity: 0.75; }
.change-person--better { fill: var(--good); }
.change-person--worse { fill: var(--urgent); }
.change-band { fill: var(--sunken); }
`.trim();
