/**
 * A Concord to be killed: opens the store in a folder, founds a practice, and writes notes into its settings
 * one by one. Each line it prints is what was acknowledged by then.
 */
import { newIdentifier, openStore, practices, settings } from "@concord/store";

const store = await openStore({ folder: process.argv[2] ?? "" });
const practice = newIdentifier();
await store.within(practice, (scope) => practices.found(scope, { name: "To be killed" }));
console.log(practice);
for (let count = 0; ; count++) {
  await store.within(practice, (scope) => settings.put(scope, `note ${count}`, count));
  console.log(count);
}
