import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import fc from "fast-check";
import { z } from "zod";
import { decodeForm } from "../app/ui/form/decode.server.ts";
import { day, secretText, text, wholeNumber } from "../app/ui/form/fields.server.ts";

const schema = z.object({
  client: text(5),
  ageBand: z.enum(["adult", "child"]),
  sessions: wholeNumber(0, 99).optional(),
  openedOn: day,
  consents: z.boolean().optional(),
  password: secretText().optional(),
});

type Entry = readonly [name: string, value: string | File];

function form(...entries: readonly Entry[]): FormData {
  const sent = new FormData();
  for (const [name, value] of entries) {
    if (typeof value === "string") sent.append(name, value);
    else sent.append(name, value, value.name);
  }
  return sent;
}

/** The English text of the problem of each field. */
function problems(...entries: readonly Entry[]): Readonly<Record<string, string>> {
  const decoded = decodeForm(form(...entries), schema);
  if (decoded.kind === "decoded") return {};
  const { written } = staffMessages("en", "UTC");
  return Object.fromEntries(
    Object.entries(decoded.problems).map(([name, problem]) => [name, written(problem)]),
  );
}

const complete = [
  ["client", " ab\r\nc  "],
  ["ageBand", "child"],
  ["openedOn", " 2028-02-29 "],
] as const satisfies readonly Entry[];

test("a form is decoded as its schema says: trimmed, counted, dated, and without what it does not name", () => {
  const sent = form(...complete, ["sessions", "07"], ["consents", "on"], ["other", "x"], ["password", " a "]);
  assert.deepEqual(decodeForm(sent, schema), {
    kind: "decoded",
    value: {
      client: "ab\nc",
      ageBand: "child",
      openedOn: "2028-02-29",
      sessions: 7,
      consents: true,
      password: " a ",
    },
  });
});

test("a field that is empty, blank or absent is said to be empty", () => {
  const empty = { client: "Enter a value.", ageBand: "Enter a value.", openedOn: "Enter a value." };
  assert.deepEqual(problems(), empty);
  assert.deepEqual(problems(["client", ""], ["ageBand", ""], ["openedOn", ""]), empty);
  assert.deepEqual(
    problems(["client", " \r\n "], ["ageBand", ""], ["openedOn", ""], ["sessions", ""]),
    empty,
  );
});

test("a value that cannot be used is said to be so, with the limit", () => {
  const wrong = (name: string, value: string | File) =>
    problems(...complete.filter(([one]) => one !== name), [name, value])[name];
  assert.equal(wrong("client", "abcdef"), "Use at most 5 characters.");
  assert.equal(wrong("client", new File(["x"], "x.txt")), "Enter a different value.");
  assert.equal(wrong("ageBand", "old"), "Choose one of the options in the list.");
  assert.equal(wrong("openedOn", "2027-02-29"), "Enter a date that exists.");
  assert.equal(wrong("openedOn", "1.2.2027"), "Enter a date that exists.");
  assert.equal(wrong("sessions", "1.5"), "Enter a whole number.");
  assert.equal(wrong("sessions", "many"), "Enter a number.");
  assert.equal(wrong("sessions", "100"), "Enter a number of at most 99.");
  assert.equal(wrong("sessions", "-1"), "Enter a number of at least 0.");
  assert.equal(problems(...complete, ["client", "b"]).client, "Enter a different value.", "sent twice");
});

test("what was entered is given back, except what is secret", () => {
  const decoded = decodeForm(form(["client", "abcdef"], ["password", "hidden"]), schema, {
    secret: ["password"],
  });
  assert.equal(decoded.kind, "rejected");
  assert.deepEqual(decoded.kind === "rejected" && decoded.given, { client: "abcdef" });
});

test("any names and values are decoded or rejected, and change no prototype", () => {
  const names = fc.oneof(
    fc.constantFrom("client", "ageBand", "sessions", "openedOn", "__proto__", "constructor.prototype.x"),
    fc.constantFrom("client[0]", "client.__proto__.x", "a[99999]", "toString", ""),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(names, fc.string())), (entries) => {
      const decoded = decodeForm(form(...entries), schema);
      if (decoded.kind === "rejected") assert.notEqual(Object.keys(decoded.problems).length, 0);
      assert.equal(({} as { x?: unknown }).x, undefined);
    }),
  );
});
