import assert from "node:assert/strict";
import { test } from "node:test";
import { inflectionOf } from "@concord/library";

test("plural, past and -ing are one with their word", () => {
  const families = [
    ["patient", "patients"],
    ["sympathy", "sympathies"],
    ["cling", "clings", "clinging"],
    ["rely", "relies", "relied", "relying"],
    ["refuse", "refuses", "refused", "refusing"],
    ["transfer", "transfers", "transferred", "transferring"],
    ["process", "processes", "processed", "processing"],
    ["wish", "wishes", "wished", "wishing"],
    ["agree", "agrees", "agreed", "agreeing"],
    ["crisis"],
    ["bias"],
  ];
  for (const [first, ...forms] of families)
    for (const form of forms) assert.equal(inflectionOf(form), inflectionOf(first!), `${form}, ${first}`);
});

test("derived words are others", () => {
  const apart = [
    ["dependence", "depend", "dependent", "dependency"],
    ["attachment", "attach"],
    ["personality", "person", "personal"],
    ["suggestion", "suggest", "suggestive", "suggestible"],
    ["sufferer", "suffer"],
    ["resistance", "resist"],
    ["hypnotism", "hypnosis", "hypnotic"],
    ["string", "str"],
    ["need", "ne"],
    ["crisis", "crisi"],
  ];
  for (const words of apart) assert.equal(new Set(words.map(inflectionOf)).size, words.length, words.join());
});
