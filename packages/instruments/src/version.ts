import type { Instrument } from "./instrument.ts";

const made = new WeakMap<Instrument, ReadonlyMap<string, Instrument>>();

/**
 * Returns a questionnaire as it was in an earlier version, with the questions and scales of that version; the current one for
 * a version that the catalogue does not have.
 */
export function inVersion(instrument: Instrument, version: string): Instrument {
  if (instrument.version === version || instrument.earlier === undefined) return instrument;
  let versions = made.get(instrument);
  if (versions === undefined) {
    versions = new Map(instrument.earlier.map((one) => [one.version, earlierOf(instrument, one)]));
    made.set(instrument, versions);
  }
  return versions.get(version) ?? instrument;
}

function earlierOf(instrument: Instrument, earlier: NonNullable<Instrument["earlier"]>[number]): Instrument {
  const asked = new Set(earlier.items.map((item) => item.id));
  const { earlier: _, ...current } = instrument;
  return {
    ...current,
    ...earlier,
    wordings: instrument.wordings.map((wording) => ({
      ...wording,
      items: Object.fromEntries(Object.entries(wording.items).filter(([id]) => asked.has(id))),
    })),
  };
}
