import assert from "node:assert/strict";
import { test } from "node:test";
import { isMailAddress, phoneNumber } from "../src/messages/contact-address.ts";
import { isPrivateAddress } from "../src/messages/network-address.ts";
import { afterQuietHours } from "../src/messages/quiet-hours.ts";
import { retryDelay } from "../src/messages/retry.ts";
import { gatewayAddress, smsBody, smsHeaders } from "../src/messages/send-sms.ts";

const night = { from: "20:00", to: "08:00" };
const after = (at: string, zone: string, quiet = night) =>
  afterQuietHours(new Date(at), quiet, zone).toISOString();

test("quiet hours end by the clock of the practice, also on the days on which it is set forward or back", () => {
  // Rome is UTC+1 in winter, UTC+2 in summer.
  assert.equal(after("2026-02-10T18:59:00.000Z", "Europe/Rome"), "2026-02-10T18:59:00.000Z");
  assert.equal(after("2026-02-10T19:00:00.000Z", "Europe/Rome"), "2026-02-11T07:00:00.000Z");
  // 29 March 2026: 02:00 becomes 03:00, so that 08:00 is 06:00 UTC.
  assert.equal(after("2026-03-28T20:30:15.000Z", "Europe/Rome"), "2026-03-29T06:00:00.000Z");
  // 25 October 2026: 03:00 becomes 02:00, so that 08:00 is 07:00 UTC.
  assert.equal(after("2026-10-24T20:30:00.000Z", "Europe/Rome"), "2026-10-25T07:00:00.000Z");
  // Quiet until 02:30, which does not exist on that night: the next minute that exists is 03:00.
  assert.equal(
    after("2026-03-29T00:30:00.000Z", "Europe/Rome", { from: "22:00", to: "02:30" }),
    "2026-03-29T01:00:00.000Z",
  );
  // Lord Howe changes by half an hour; Kathmandu is at UTC+5:45.
  assert.equal(after("2026-10-03T20:00:00.000Z", "Australia/Lord_Howe"), "2026-10-03T21:00:00.000Z");
  assert.equal(after("2026-02-10T18:00:00.000Z", "Asia/Kathmandu"), "2026-02-11T02:15:00.000Z");
  assert.equal(
    after("2026-02-10T23:00:00.000Z", "UTC", { from: "08:00", to: "08:00" }),
    "2026-02-10T23:00:00.000Z",
  );
});

test("the pause doubles from one minute to four hours, and to five minutes for safety", () => {
  const middle = (attempts: number, isSafety = false) => retryDelay(attempts, isSafety, 0.5) / 60_000;
  assert.deepEqual(
    [1, 2, 3, 8, 9, 15].map((one) => middle(one)),
    [1, 2, 4, 128, 240, 240],
  );
  assert.deepEqual(
    [1, 3, 4, 15].map((one) => middle(one, true)),
    [1, 4, 5, 5],
  );
  assert.equal(retryDelay(1, false, 0), 54_000);
  assert.equal(retryDelay(1, false, 1), 66_000);
});

test("an address is one recipient, a number has its country", () => {
  for (const good of ["a@b.example", "zoë@praxis-süd.example", "o'neil+x@mail.hill.example"])
    assert.ok(isMailAddress(good), good);
  for (const bad of [
    "",
    "a@b",
    "a b@c.example",
    "a@b.example, c@d.example",
    "a@b.example\r\nBcc: c@d.example",
    "<a@b.example>",
    "a..b@c.example",
    "@c.example",
  ])
    assert.ok(!isMailAddress(bad), bad);
  assert.equal(phoneNumber("+39 333 123-45.67"), "+393331234567");
  assert.equal(phoneNumber("0043 (664) 1234567"), "+436641234567");
  for (const bad of ["0664 1234567", "+0 12345678", "+39 333", "+39 333 12345678901234", "+39x333"])
    assert.equal(phoneNumber(bad), null, bad);
});

test("a gateway is on the internet by https, on this machine, or at a host that was allowed by name", () => {
  const kind = (address: string, hosts: readonly string[] = []) => gatewayAddress(address, hosts).kind;
  assert.equal(kind("https://api.gateway.example/send"), "allowed");
  assert.equal(kind("http://127.0.0.1:8080/send"), "allowed");
  assert.equal(kind("http://10.0.0.7:8000/send", ["10.0.0.7:8000"]), "allowed");
  for (const bad of [
    "http://api.gateway.example/send",
    "https://10.0.0.7/send",
    "https://0x0a000007/send",
    "https://[::ffff:10.0.0.7]/send",
    "https://169.254.169.254/latest/meta-data",
    "https://user:pass@api.gateway.example/",
    "ftp://api.gateway.example/",
    "gateway",
  ])
    assert.equal(kind(bad), "refused", bad);
  for (const own of ["192.168.1.1", "100.64.0.1", "::1", "fd00::1", "fe80::1", "::ffff:127.0.0.1", "0.0.0.0"])
    assert.ok(isPrivateAddress(own), own);
  for (const public_ of ["8.8.8.8", "2001:4860:4860::8888"]) assert.ok(!isPrivateAddress(public_), public_);
});

test("values are written as the format of the gateway asks for", () => {
  const sms = { to: "+391", text: 'Say "hi"\n& go: {to}', id: "k" };
  assert.deepEqual(
    JSON.parse(smsBody({ format: "json", body: '{"t": "{to}", "m": "{text}", "i": "{id}"}' }, sms)),
    {
      t: "+391",
      m: 'Say "hi"\n& go: {to}',
      i: "k",
    },
  );
  const form = new URLSearchParams(smsBody({ format: "form", body: "To={to}&Body={text}" }, sms));
  assert.deepEqual(
    [...form],
    [
      ["To", "+391"],
      ["Body", 'Say "hi"\n& go: {to}'],
    ],
  );
  assert.deepEqual(smsHeaders({ headers: "Authorization: Basic {basic}\n\nX-A: {secret}" }, "id:key"), {
    Authorization: "Basic aWQ6a2V5",
    "X-A": "id:key",
  });
  for (const bad of ["no header", "A b: c", "Host: x", "X: é"])
    assert.equal(smsHeaders({ headers: bad }, ""), null, bad);
});
