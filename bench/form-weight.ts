/**
 * What a client's form weighs over the wire, squeezed as a browser takes it, body and head of each answer.
 * Budget: 30 KB in all, 5 KB of script.
 */
import { get } from "node:http";
import { serveClinic } from "@concord/clinic";
import { catalogue } from "@concord/instruments";
import { addSession, createContext, foundPractice, openEpisode, requestForm } from "@concord/practice";
import { freshStore } from "@concord/store/testing";

const fresh = await freshStore();
const context = createContext(fresh.store);
const { practice, staff } = await foundPractice(context, {
  practiceName: "Linden Street Practice",
  name: "Ines Halloran",
  email: "ines@example.org",
  roles: ["therapist"],
});
const therapist = { kind: "staff", practice, staff, role: "therapist" } as const;
const clinic = await serveClinic({ store: fresh.store, secret: "a secret of the benchmark, long enough" });

interface Answer {
  readonly bytes: number;
  readonly text: string;
}

function fetchSqueezed(url: string, accept: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": accept } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const head = response.rawHeaders.reduce((sum, text) => sum + text.length + 2, 0);
        const body = Buffer.concat(parts);
        resolve({ bytes: head + body.length, text: accept === "identity" ? body.toString("utf8") : "" });
      });
    }).on("error", reject);
  });
}

const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1).padStart(6);
console.log("  page  style script  total  KB");
let heaviest = 0;
for (const instrument of catalogue) {
  const [ageBand] = instrument.ageBands;
  if (ageBand === undefined || instrument.wordings.length === 0 || instrument.rater === "therapist") continue;
  const episode = await openEpisode(context, therapist, { client: "K. M.", ageBand });
  const session = await addSession(context, therapist, { episode });
  const { path } = await requestForm(context, therapist, { episode, session, instrument: instrument.id });
  const { text } = await fetchSqueezed(clinic.url + path, "identity");
  const weigh = async (pattern: RegExp) => {
    let sum = 0;
    for (const [, file = ""] of text.matchAll(pattern))
      sum += (await fetchSqueezed(clinic.url + file, "br")).bytes;
    return sum;
  };
  const page = (await fetchSqueezed(clinic.url + path, "br")).bytes;
  const style = await weigh(/rel="stylesheet" href="([^"]+)"/g);
  const script = await weigh(/<script src="([^"]+)"/g);
  const icon = await weigh(/rel="icon" href="([^"]+)"/g);
  const total = page + style + script + icon;
  heaviest = Math.max(heaviest, total);
  console.log(`${[page, style, script, total].map(kilobytes).join(" ")}  ${instrument.id}`);
}
console.log(`heaviest: ${kilobytes(heaviest).trim()} KB of 30`);
await clinic.close();
await fresh.close();
