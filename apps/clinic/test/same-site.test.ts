import assert from "node:assert/strict";
import { test } from "node:test";
import { comesFromHere } from "../server/same-site.ts";

const headers = (site: string | undefined, origin: string | undefined, host = "clinic.example") => ({
  site,
  origin,
  host,
});

test("a browser that says where it comes from is believed", () => {
  assert.equal(comesFromHere(headers("same-origin", undefined)), true);
  assert.equal(comesFromHere(headers("none", undefined)), true, "typed into the address bar");
  assert.equal(comesFromHere(headers("cross-site", "https://clinic.example")), false);
  assert.equal(
    comesFromHere(headers("same-site", "https://clinic.example")),
    false,
    "a sibling host is a stranger",
  );
});

test("an older browser is known by its origin", () => {
  assert.equal(comesFromHere(headers(undefined, "https://clinic.example")), true);
  assert.equal(comesFromHere(headers(undefined, "https://clinic.example:8443", "clinic.example:8443")), true);
  assert.equal(comesFromHere(headers(undefined, "https://clinic.example.evil.example")), false);
  assert.equal(comesFromHere(headers(undefined, "null")), false);
  assert.equal(comesFromHere(headers(undefined, "not an address")), false);
});

test("who says nothing is not one of our pages", () => {
  assert.equal(comesFromHere(headers(undefined, undefined)), false);
});
