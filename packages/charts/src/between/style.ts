/** What lies between two people: the plane, the plan, the differences. */
export const betweenStyles = `
.plane-ground { fill: var(--sunken); fill-opacity: 0.55; stroke: var(--line); stroke-width: 1px; }
.plane-secure { fill: var(--good-soft); }
.plane-mean { stroke: var(--ink-faint); stroke-width: 1.5px; fill: none; }
.plane-room { fill: var(--client); fill-opacity: 0.14; stroke: var(--client); stroke-width: 1px; stroke-dasharray: 3 3; }
.between-usual { fill: var(--therapist); fill-opacity: 0.16; }
.between-stem { stroke: var(--therapist); stroke-width: 5px; stroke-opacity: 0.75; fill: none; }
.plan-phase { fill: var(--sunken); fill-opacity: 0.6; }
.plan-phase--now { fill: var(--note-soft); fill-opacity: 1; }
.plan-way { fill: none; stroke: var(--therapist); stroke-width: 2.5px; stroke-linejoin: round; stroke-linecap: round; }
.distance-line { fill: none; stroke-width: 2.25px; stroke-linejoin: round; }
.distance--too-close .distance-line, .distance--too-close .distance-mark { stroke: var(--credible); }
.distance--too-distant .distance-line, .distance--too-distant .distance-mark { stroke: var(--note); }
.distance--growing-autonomy .distance-line, .distance--growing-autonomy .distance-mark { stroke: var(--good); }
.distance--growing-engagement .distance-line, .distance--growing-engagement .distance-mark { stroke: var(--member); }
.distance--too-close .distance-line, .distance--too-distant .distance-line { stroke-dasharray: 6 3; }
.distance-mark { fill: var(--surface); stroke-width: 2px; }
.distance--faint { opacity: 0.35; }
.chart .distance-name--too-close { fill: var(--credible); }
.chart .distance-name--too-distant { fill: var(--note); }
.chart .distance-name--growing-autonomy { fill: var(--good); }
.chart .distance-name--growing-engagement { fill: var(--member); }
.chart .distance-name--faint { font-weight: 400; }
`;
