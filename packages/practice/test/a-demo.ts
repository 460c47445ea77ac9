import { after } from "node:test";
import { freshStore } from "@concord/store/testing";
import { type AppContext, createContext, type SeededDemo, seedDemo } from "../src/index.ts";

/** The simulated practice in a database of its own, as it is at that moment; gone after the file's last test. */
export async function aDemo(now: Date): Promise<{ readonly context: AppContext; readonly demo: SeededDemo }> {
  const fresh = await freshStore({ now: () => now.toISOString() });
  after(() => fresh.close());
  const context = createContext(fresh.store, { now: () => now });
  return { context, demo: await seedDemo(context) };
}
