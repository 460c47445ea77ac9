/** Has a folder open and changes a setting over and over until its input ends: for the test that backs it up. */
import { newIdentifier, openStore, practices, settings } from "@concord/store";

const store = await openStore({ folder: process.argv[2] ?? "" });
const practice = newIdentifier();
await store.within(practice, (scope) => practices.found(scope, { name: "Running Practice" }));
let isOver = false;
process.stdin.resume();
process.stdin.on("end", () => {
  isOver = true;
});
process.stdout.write("open\n");
for (let count = 0; !isOver; count += 1) {
  await store.within(practice, (scope) => settings.put(scope, `count-${count % 500}`, count));
  await new Promise((resolve) => setImmediate(resolve));
}
await store.close();
