/** Makes one backup after the other in a folder until it is killed: for the test that kills it. */
import { openStore, writeBackup } from "@concord/store";

const [url = "", folder = ""] = process.argv.slice(2);
const store = await openStore({ url });
process.stdout.write("begins\n");
for (let second = Date.now(); ; second += 1_000)
  await writeBackup(store, folder, { now: new Date(second), keep: 400 });
