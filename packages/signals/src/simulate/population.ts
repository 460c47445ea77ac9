/** Clients as a simulator makes them. All on the 0–100 metric. */
export interface Population {
  readonly name: string;
  readonly about: string;
  /** Level at the first session, over clients. */
  readonly start: number;
  readonly startDeviation: number;
  /** Change per unit of ln(session) where the course grows, over clients. */
  readonly growth: number;
  readonly growthDeviation: number;
  /** Spread of one client's ratings: its median over clients, and the standard deviation of its logarithm. */
  readonly deviation: number;
  readonly deviationSpread: number;
  readonly tails: "normal" | "heavy";
  /** Steps from 0 to 100 that a form's mean can take; one is drawn for each client. */
  readonly steps: readonly [number, ...number[]];
  /** Share of sessions without a rating, each by itself. */
  readonly missing: number;
}

/**
 * The population that thresholds were chosen on and are reported for.
 *
 * Forms of six items from 1 to 7 (36 steps), twelve of 1 to 5 (48), twelve of 1 to 7 (72) and four lines of ten (40).
 * Level and spread after what is told of clients' alliance ratings; nothing of it was fitted to a data set.
 */
export const defaultPopulation: Population = {
  name: "usual",
  about: "as thresholds were chosen on, drawn anew",
  start: 74,
  startDeviation: 11,
  growth: 3,
  growthDeviation: 2,
  deviation: 5.5,
  deviationSpread: 0.3,
  tails: "normal",
  steps: [36, 40, 48, 72],
  missing: 0.08,
};

/** Populations that differ from it in one thing each: how far does what was chosen hold elsewhere? */
export const otherPopulations: readonly Population[] = [
  {
    ...defaultPopulation,
    name: "heavy tails",
    about: "single ratings far off, as with Student's t on three degrees of freedom",
    tails: "heavy",
  },
  {
    ...defaultPopulation,
    name: "unlike clients",
    about: "spreads of 2 to 13 points, twice as different between clients",
    deviationSpread: 0.6,
  },
  { ...defaultPopulation, name: "steady clients", about: "a typical spread of 3 points", deviation: 3 },
  { ...defaultPopulation, name: "lively clients", about: "a typical spread of 9 points", deviation: 9 },
  {
    ...defaultPopulation,
    name: "low and wide apart",
    about: "first levels of 60 ± 18",
    start: 60,
    startDeviation: 18,
  },
  { ...defaultPopulation, name: "coarse form", about: "twelve steps from worst to best", steps: [12] },
  { ...defaultPopulation, name: "many forms missing", about: "every fourth form missing", missing: 0.25 },
];
