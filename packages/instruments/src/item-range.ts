import type { Instrument, ResponseScale, Scale } from "./instrument.ts";

export interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

/** "from 1 to 7", as problems and forms say it. */
export function rangeText(range: Range): string {
  return `from ${range.minimum} to ${range.maximum}`;
}

/** The codes an item can take; a text has none. */
export function codesOf(response: ResponseScale): Range | null {
  return response.kind === "text" ? null : { minimum: response.minimum, maximum: response.maximum };
}

/**
 * Between which values can a scale lie, in the instrument's own metric?
 *
 * From the items' codes, the way they are combined and the factor; from `range` where only the total is known.
 * Null where neither is known.
 */
export function scaleRange(instrument: Instrument, scale: Scale): Range | null {
  if (scale.range !== undefined) return scale.range;
  if (scale.items.length === 0) return null;
  let minimum = 0;
  let maximum = 0;
  for (const id of scale.items) {
    const item = instrument.items.find((candidate) => candidate.id === id);
    const codes = item === undefined ? null : codesOf(item.response);
    if (codes === null) throw new RangeError(`scale ${scale.id} requires a numeric item of the form: ${id}`);
    minimum += codes.minimum;
    maximum += codes.maximum;
  }
  const factor = scale.factor ?? 1;
  const parts = scale.combine === "mean" ? scale.items.length : 1;
  return { minimum: (minimum * factor) / parts, maximum: (maximum * factor) / parts };
}
