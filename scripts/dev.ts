/**
 * Serves the clinic for whoever works on it: pages as their sources are now, replaced in the browser when they change, on
 * 127.0.0.1 alone. `npm run dev`, or `npm run dev -- --data FOLDER --port 4181`. Node itself starts again when other code
 * changes (`--watch`).
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "@concord/store";
import { seedIfEmpty } from "../apps/cli/src/seed-demo.ts";

const { values } = parseArgs({
  options: { data: { type: "string" }, port: { type: "string", default: "4181" } },
});

process.env.NODE_ENV = "development";
// Under --watch, worker threads would report their imports to us as messages; the folders to watch are named anyway.
delete process.env.WATCH_REPORT_DEPENDENCIES;
const { serveClinic } = await import("@concord/clinic");
const demoFolder = path.resolve(import.meta.dirname, "../tmp/dev");
const store = await openStore({ folder: path.resolve(values.data ?? demoFolder) });
const isDemo = values.data === undefined;
if (isDemo) await seedIfEmpty(store);
const served = await serveClinic({
  store,
  live: true,
  demo: isDemo,
  host: "127.0.0.1",
  port: Number(values.port),
});
const { startMessageWorker } = await import("@concord/practice");
const sending = startMessageWorker(served.clinic.appContext, { onTrouble: console.error });
console.log(`Concord, as its sources are now: ${served.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, async () => {
    await sending.stop();
    await served.close();
    await store.close();
    process.exit();
  });
