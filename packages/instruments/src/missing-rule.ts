/**
 * How many items must be answered where the manual is silent?
 *
 * All of a scale of four items or fewer; otherwise four in five, rounded up.
 */
export function generalRequirement(items: number): number {
  return items <= 4 ? items : Math.ceil((items * 4) / 5);
}
