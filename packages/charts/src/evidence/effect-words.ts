import type { Bounds, EffectAxis, IntervalEstimate } from "./values.ts";

/** One number of the axis as it is written: `0.28`, `.28`, `−1.04`, `∞`, `<0.01`. */
export function effectWords(value: number, axis: EffectAxis): string {
  if (Number.isNaN(value)) throw new RangeError("a written effect requires a number: NaN");
  const { decimals = 2 } = axis;
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return value < 0 ? "−∞" : "∞";
  const rounded = size.toFixed(size >= 1000 ? 0 : decimals);
  const isZero = Number(rounded) === 0;
  // A ratio is never zero; 0.00 would claim that it is.
  if (isZero && value > 0 && axis.spacing === "logarithmic")
    return `<${bare((10 ** -decimals).toFixed(decimals), axis)}`;
  return `${value < 0 && !isZero ? "−" : ""}${bare(rounded, axis)}`;
}

/** `0.28 [0.23, 0.33]` */
export function intervalWords(effect: IntervalEstimate, axis: EffectAxis): string {
  return `${effectWords(effect.estimate, axis)} ${boundsWords(effect, axis)}`;
}

/** `[0.23, 0.33]`, and `[0,23; 0,33]` where a comma is the decimal sign. */
export function boundsWords(bounds: Bounds, axis: EffectAxis): string {
  const between = axis.decimalSign === undefined ? "," : ";";
  return `[${effectWords(bounds.lower, axis)}${between} ${effectWords(bounds.upper, axis)}]`;
}

/** The fewest decimals that tell these ticks apart and leave each of them exact. */
export function tickWords(ticks: readonly number[], axis: EffectAxis): readonly string[] {
  const needed = (value: number) => (String(Number(value.toPrecision(10))).split(".")[1] ?? "").length;
  const most = Math.min(6, Math.max(0, ...ticks.map(needed)));
  return ticks.map((tick) => {
    if (tick === 0) return "0";
    const decimals = axis.spacing === "logarithmic" ? Math.min(6, needed(tick)) : most;
    const words = bare(Math.abs(tick).toFixed(decimals), axis);
    return tick < 0 ? `−${words}` : words;
  });
}

function bare(words: string, axis: EffectAxis): string {
  const shown = axis.zero === "bare" ? words.replace(/^0\.(?=\d)/, ".") : words;
  return axis.decimalSign === undefined ? shown : shown.replace(".", axis.decimalSign);
}
