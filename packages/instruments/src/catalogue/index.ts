import type { Instrument } from "../instrument.ts";
import { concordForms } from "./concord/index.ts";
import { publishedForms } from "./published/index.ts";

/** Every form Concord knows: its own first, then the published ones. */
export const catalogue: readonly Instrument[] = [...concordForms, ...publishedForms];

const byId: ReadonlyMap<string, Instrument> = new Map(
  catalogue.map((instrument) => [instrument.id, instrument]),
);

/** The form of this id, or null where the catalogue has none. */
export function findInstrument(id: string): Instrument | null {
  return byId.get(id) ?? null;
}
