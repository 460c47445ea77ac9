import type { PathStatement } from "./syntax/statement.ts";

/** The variables of a model by the part they play, each list in the order in which the model brings them up. */
export interface ModelNames {
  readonly observed: readonly string[];
  readonly latent: readonly string[];
  readonly indicators: ReadonlySet<string>;
  /** Observed variables that only explain and of which nothing else is said. */
  readonly observedExogenous: readonly string[];
  /** Factors that neither are explained nor measure another. */
  readonly latentExogenous: readonly string[];
  /** Factors and observed variables at the end of the chain: explained, explaining nothing. */
  readonly outcomes: readonly string[];
}

/** Who is who in the paths of a model. */
export function namesOf(paths: readonly PathStatement[]): ModelNames {
  const of = (operator: string) => paths.filter((path) => path.operator === operator);
  const distinct = (names: readonly string[]) => [...new Set(names)];
  const latent = distinct(of("=~").map(({ left }) => left));
  const isLatent = new Set(latent);
  const indicatorNames = distinct(of("=~").map(({ right }) => right));
  const explained = distinct(of("~").map(({ left }) => left));
  const explaining = distinct(of("~").map(({ right }) => right));
  const others = paths.filter(({ operator }) => operator === "~~" || operator === "~1");
  const further = distinct(others.flatMap(({ left, right }) => (right === "" ? [left] : [left, right])));
  const indicators = new Set(indicatorNames);
  const isExplained = new Set(explained);
  const isExplaining = new Set(explaining);
  const mentioned = new Set(further);
  const observed = distinct([...indicatorNames, ...explained, ...explaining, ...further]).filter(
    (name) => !isLatent.has(name),
  );
  const ends = (name: string) => isExplained.has(name) && !isExplaining.has(name) && !indicators.has(name);
  const measures = (name: string) => indicators.has(name);
  return {
    observed,
    latent,
    indicators,
    observedExogenous: observed.filter(
      (name) => isExplaining.has(name) && !isExplained.has(name) && !measures(name) && !mentioned.has(name),
    ),
    latentExogenous: latent.filter((name) => !isExplained.has(name) && !measures(name)),
    outcomes: [
      ...latent.filter((name) => isExplained.has(name) && !isExplaining.has(name) && !measures(name)),
      ...observed.filter(ends),
    ],
  };
}
