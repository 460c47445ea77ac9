/** The last place in an ascending row whose value is at most `wanted`; −1 where there is none. */
export function lastAtOrBefore(length: number, valueAt: (at: number) => number, wanted: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
