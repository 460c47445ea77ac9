import type { PooledMean, ReadScale } from "../synthesis/pooled-mean.ts";

/** Values that cannot pass one lose their leading zero. APA Publication Manual, 7th ed., section 6.36. */
export const bounded: ReadonlySet<ReadScale> = new Set(["r", "proportion", "alpha"]);

/** A number with its digits, a true minus, and no negative zero. */
export function number(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : value < 0 ? "−∞" : "not defined";
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** The same without the zero before the point. */
export function share(value: number, digits = 2): string {
  return number(value, digits).replace(/^(−?)0\./, "$1.");
}

/** A value on the scale on which it is read. */
export function onScale(value: number, scale: ReadScale): string {
  return bounded.has(scale) ? share(value) : number(value);
}

/** p = .013; p < .001 below that; no p where none is defined. */
export function probability(p: number): string {
  if (Number.isNaN(p)) return "no p";
  return p < 0.001 ? "p < .001" : `p = ${share(p, 3)}`;
}

/** t(14) = 4.63, or z = 4.61 where the degrees of freedom are infinite. */
export function testStatistic(statistic: number, degreesOfFreedom: number): string {
  if (!Number.isFinite(degreesOfFreedom)) return `z = ${number(statistic)}`;
  const df = Number.isInteger(degreesOfFreedom) ? String(degreesOfFreedom) : number(degreesOfFreedom);
  return `t(${df}) = ${number(statistic)}`;
}

/** r = .27, 95% CI [.16, .37], prediction interval [−.15, .61]. */
export function meanWords({ read }: PooledMean, level = 95): string {
  const { scale, estimate, lower, upper, prediction } = read;
  const name = scale === "estimate" ? "estimate" : scale;
  if (![lower, upper].every(Number.isFinite))
    return `${name} = ${onScale(estimate, scale)} without an interval`;
  const interval = `${level}% CI [${onScale(lower, scale)}, ${onScale(upper, scale)}]`;
  const next =
    prediction === null
      ? ""
      : `, prediction interval [${onScale(prediction.lower, scale)}, ${onScale(prediction.upper, scale)}]`;
  return `${name} = ${onScale(estimate, scale)}, ${interval}${next}`;
}

/** "15 studies", "1 study". */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
