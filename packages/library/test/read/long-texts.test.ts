import assert from "node:assert/strict";
import { test } from "node:test";
import { readFile } from "@concord/library";
import { longTexts } from "@concord/library/testing";
import { english } from "../fixtures/english.ts";

for (const { name, bytes, words } of longTexts(70_000))
  test(`${name}: every word of ${bytes.length} bytes is kept, in order`, async () => {
    assert.ok(bytes.length > 65_536);
    const read = await readFile({ name, bytes });
    assert.ok(read.kind === "text", read.kind === "unreadable" ? english.of(read.message) : "");
    assert.deepEqual(read.text.words?.differences, []);
    assert.equal(read.text.words?.kept, words.length);
    assert.deepEqual(read.text.characters.match(/\p{Letter}+/gu), words);
  });
