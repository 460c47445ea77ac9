import { after } from "node:test";
import { freshStore } from "@concord/store/testing";
import { type House, openHouse, type SeededDemo, seedDemo } from "../src/index.ts";

/** The simulated practice in a database of its own, as it is at that moment; gone after the file's last test. */
export async function aDemo(now: Date): Promise<{ readonly house: House; readonly demo: SeededDemo }> {
  const fresh = await freshStore({ now: () => now.toISOString() });
  after(() => fresh.close());
  const house = openHouse(fresh.store, { now: () => now });
  return { house, demo: await seedDemo(house) };
}
