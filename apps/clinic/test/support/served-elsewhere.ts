/**
 * A Concord in a process of its own, to be killed: `served-elsewhere.ts DATABASE PORT`. Says `ready ADDRESS` once it
 * answers.
 */
import { writeSync } from "node:fs";
import { openStore } from "@concord/store";
import { serveClinic } from "../../server/index.ts";

const [url = "", port = "0"] = process.argv.slice(2);
const store = await openStore({ url });
const served = await serveClinic({
  store,
  port: Number(port),
  secret: "a secret of the tests, long enough",
});
writeSync(1, `ready ${served.url}\n`);
