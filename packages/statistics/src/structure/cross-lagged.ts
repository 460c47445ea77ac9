/** One thing measured at every wave: its name and its columns in the order of time. */
export interface WaveSeries {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * The random-intercept cross-lagged panel model of some series, in lavaan's notation.
 *
 * Does a person who is above their own usual x at one wave come out above their own usual y at the next? What people
 * usually are is in the intercepts RI, what a wave adds in w; answers have no error of their own. Means are free.
 * Paths may be held equal over waves.
 *
 * Hamaker EL, Kuiper RM, Grasman RPPP (2015). Psychol Methods 20: 102–116. Three waves or more, two series or more.
 */
export function crossLaggedSyntax(
  series: readonly WaveSeries[],
  paths: "free" | "equal-over-waves" = "free",
): string {
  const waves = series[0]?.columns.length ?? 0;
  if (series.length < 2)
    throw new RangeError(`a cross-lagged model requires two or more series: ${series.length}`);
  if (waves < 3) throw new RangeError(`a random-intercept model requires three or more waves: ${waves}`);
  const odd = series.find(({ columns }) => columns.length !== waves);
  if (odd !== undefined)
    throw new RangeError(
      `series require as many waves as each other: ${odd.name} has ${odd.columns.length}, not ${waves}`,
    );
  const all = series.flatMap(({ columns }) => columns);
  const at = (name: string, wave: number) => `w${name}${wave + 1}`;
  const times = Array.from({ length: waves }, (_, wave) => wave);
  const pairs = series.flatMap((a, i) => series.slice(i + 1).map((b) => [a.name, b.name] as const));
  const lag = (to: string, from: string, wave: number) =>
    paths === "free" ? at(from, wave - 1) : `${from}.to.${to}*${at(from, wave - 1)}`;
  return [
    ...series.map(({ name, columns }) => `RI${name} =~ ${columns.map((c) => `1*${c}`).join(" + ")}`),
    ...series.flatMap(({ name, columns }) => columns.map((c, wave) => `${at(name, wave)} =~ 1*${c}`)),
    ...times
      .slice(1)
      .flatMap((wave) =>
        series.map(
          ({ name }) => `${at(name, wave)} ~ ${series.map((from) => lag(name, from.name, wave)).join(" + ")}`,
        ),
      ),
    ...times.flatMap((wave) => pairs.map(([a, b]) => `${at(a, wave)} ~~ ${at(b, wave)}`)),
    ...series.map(({ name }) => `RI${name} ~~ RI${name}`),
    ...pairs.map(([a, b]) => `RI${a} ~~ RI${b}`),
    ...series.flatMap(({ name }) => times.map((wave) => `${at(name, wave)} ~~ ${at(name, wave)}`)),
    `${all.join(" + ")} ~ 1`,
    ...all.map((column) => `${column} ~~ 0*${column}`),
  ].join("\n");
}
