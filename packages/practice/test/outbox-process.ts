/** A process that sends what waits: `node outbox-process.ts ADDRESS PRACTICE`. The test ends it in the middle. */
import { openStore } from "@concord/store";
import { createContext, messageKey, sendWaiting } from "../src/index.ts";

const [address = "", practice = "", later = "0"] = process.argv.slice(2);
const store = await openStore({ url: address });
const context = createContext(store, {
  now: () => new Date(Date.now() + Number(later)),
  messages: { key: messageKey("a secret"), publicUrl: "https://hill.example", hosts: [], patience: 5_000 },
});
process.stdout.write("open\n");
await sendWaiting(context, practice);
await store.close();
