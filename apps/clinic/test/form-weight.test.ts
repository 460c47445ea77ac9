import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { catalogue } from "@concord/instruments";
import { openBrowser, phone, type TestBrowser } from "./support/browser.ts";
import { openClinic, type TestClinic } from "./support/clinic.ts";
import { weigh } from "./support/weigh.ts";

let clinic: TestClinic;
let browser: TestBrowser;

before(async () => {
  [clinic, browser] = await Promise.all([openClinic(), openBrowser()]);
});

after(async () => {
  await browser.close();
  await clinic.stop();
});

const kilobytes = (bytes: number) => bytes / 1024;

const byLink = catalogue.filter(({ wordings, rater }) => wordings.length > 0 && rater !== "therapist");

test("every form page weighs at most 30 KB over the wire, 5 KB of it script", async () => {
  for (const instrument of byLink) {
    const [of] = instrument.ageBands;
    if (of === undefined) continue;
    const { page, context } = await browser.open(phone);
    const weight = await weigh(page, clinic.url + (await clinic.ask(instrument.id, of)));
    await context.close();
    const told = `${instrument.id}: ${kilobytes(weight.total).toFixed(1)} KB`;
    assert.ok(kilobytes(weight.total) <= 30, told);
    assert.ok(kilobytes(weight.script) <= 5, told);
    assert.ok(weight.requests <= 5, `${instrument.id} asks for ${weight.requests} files`);
  }
});
