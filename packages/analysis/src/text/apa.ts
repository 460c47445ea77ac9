import { counted, number, probability, share, testStatistic } from "@concord/evidence/export";
import { percentOf } from "../analysis.ts";

export { counted, number, probability, share, testStatistic };

/** 95% CI [.16, .37]; `format` is `share` for what cannot pass one, `number` otherwise. */
export function interval(
  lower: number,
  upper: number,
  level: number,
  format: (value: number) => string = number,
): string {
  return `${percentOf(level)}% CI [${format(lower)}, ${format(upper)}]`;
}

/** F(2, 22.7) = 2.79. */
export function fStatistic(statistic: number, numerator: number, denominator: number): string {
  return `F(${degrees(numerator)}, ${degrees(denominator)}) = ${number(statistic)}`;
}

/** χ²(3) = 8.15, or χ²(24, N = 301) = 85.31. */
export function chiSquare(statistic: number, degreesOfFreedom: number, people?: number): string {
  const size = people === undefined ? "" : `, N = ${people.toLocaleString("en")}`;
  return `χ²(${degrees(degreesOfFreedom)}${size}) = ${number(statistic)}`;
}

function degrees(value: number): string {
  return Number.isInteger(value) ? String(value) : number(value, 1);
}
