import type { Instrument } from "../instrument.ts";
import { allianceSessionClientAdolescent } from "./concord/alliance-session-adolescent.ts";
import {
  allianceSessionClientAdult,
  allianceSessionObserver,
  allianceSessionTherapist,
} from "./concord/alliance-session-adult.ts";
import { allianceSessionCaregiver, allianceSessionClientChild } from "./concord/alliance-session-child.ts";

/** Every form Concord knows: its own first, then the published ones. */
export const catalogue: readonly Instrument[] = [
  allianceSessionClientAdult,
  allianceSessionTherapist,
  allianceSessionObserver,
  allianceSessionClientAdolescent,
  allianceSessionClientChild,
  allianceSessionCaregiver,
];

const byId: ReadonlyMap<string, Instrument> = new Map(
  catalogue.map((instrument) => [instrument.id, instrument]),
);

/** The form of this id, or null where the catalogue has none. */
export function findInstrument(id: string): Instrument | null {
  return byId.get(id) ?? null;
}
