import { requireFinite } from "./interval.ts";
import { roundingOf } from "./rounding.ts";

/**
 * Has the level moved by less than the limits show? Places that end a run of `length` or more successive
 * values on one side of the centre; a value on the centre breaks the run.
 *
 * By chance alone seven in a row have a probability of 2·2⁻⁷ = .016 (Montgomery DC, Introduction to
 * Statistical Quality Control, 6th ed., p. 197, gives eight; qcc takes seven). Positive autocorrelation makes
 * runs much more common.
 */
export function sideRuns(values: readonly number[], centre: number, length = 7): readonly number[] {
  requireFinite("sideRuns", values);
  if (!(Number.isSafeInteger(length) && length >= 2))
    throw new RangeError(`sideRuns requires a whole length of at least 2: ${length}`);
  const found: number[] = [];
  const rounding = roundingOf([...values, centre]);
  let run = 0;
  let side = 0;
  for (const [i, value] of values.entries()) {
    const distance = value - centre;
    const own = Math.abs(distance) <= rounding ? 0 : Math.sign(distance);
    run = own !== 0 && own === side ? run + 1 : 1;
    side = own;
    if (own !== 0 && run >= length) found.push(i);
  }
  return found;
}
