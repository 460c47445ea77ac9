import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  caseloadFilters,
  caseloadHref,
  caseloadQueryOf,
  caseloadSorts,
  sortHref,
} from "../app/caseload/caseload-query.ts";
import { sentDay, sentNumber } from "../app/request/sent-values.ts";

const searchOf = (href: string) => new URLSearchParams(href.split("?")[1] ?? "");
const usual = caseloadQueryOf(new URLSearchParams());

test("the plain address lists open cases by attention, the heaviest first", () => {
  assert.deepEqual(usual, {
    sort: "attention",
    descending: true,
    filter: "all",
    search: "",
    page: 1,
    perPage: 25,
  });
  assert.equal(caseloadHref(usual, {}), "/caseload");
});

test("words the address does not know fall back to the usual list", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (sort, filter, page) => {
      const query = caseloadQueryOf(new URLSearchParams({ sort: `?${sort}`, filter: `?${filter}`, page }));
      assert.equal(query.sort, "attention");
      assert.equal(query.filter, "all");
      assert.ok(Number.isSafeInteger(query.page) && query.page >= 1);
    }),
  );
});

test("an address says what was asked, and asks the same again", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(caseloadSorts) as (keyof typeof caseloadSorts)[])),
      fc.boolean(),
      fc.constantFrom(...caseloadFilters),
      fc.string({ maxLength: 60 }),
      fc.integer({ min: 1, max: 400 }),
      (sort, descending, filter, words, page) => {
        const asked = { ...usual, sort, descending, filter, search: words.trim(), page };
        assert.deepEqual(caseloadQueryOf(searchOf(caseloadHref(asked, { page }))), asked);
      },
    ),
  );
});

test("any change but of the page goes back to the first page", () => {
  const third = { ...usual, page: 3 };
  assert.equal(caseloadQueryOf(searchOf(caseloadHref(third, { filter: "awaiting" }))).page, 1);
  assert.equal(caseloadQueryOf(searchOf(caseloadHref(third, { page: 4 }))).page, 4);
});

test("a second press on a heading turns the order round", () => {
  const once = caseloadQueryOf(searchOf(sortHref(usual, "client")));
  assert.equal(once.descending, false);
  const twice = caseloadQueryOf(searchOf(sortHref(once, "client")));
  assert.equal(twice.descending, true);
});

test("numbers and days are taken as fields send them, or not at all", () => {
  const sent = new FormData();
  for (const [name, value] of [
    ["seven", " 7 "],
    ["minus", "-1"],
    ["half", "1.5"],
    ["empty", ""],
    ["day", "2026-02-28"],
    ["no-day", "2026-02-30"],
    ["words", "tomorrow"],
  ] as const) {
    sent.set(name, value);
  }
  assert.equal(sentNumber(sent, "seven"), 7);
  for (const name of ["minus", "half", "empty", "absent"]) assert.equal(sentNumber(sent, name), null);
  assert.equal(sentDay(sent, "day"), "2026-02-28");
  for (const name of ["no-day", "words", "empty", "absent"]) assert.equal(sentDay(sent, name), null);
});
