import assert from "node:assert/strict";
import { test } from "node:test";
import { readMapping } from "../../src/index.ts";

test("one measure may stand beside the other keys", () => {
  const read = readMapping('{"case":"id","time":"week","wide":"wai{1..12}","instrument":"wai-sr"}');
  assert.deepEqual(read, {
    kind: "mapping",
    mapping: { case: "id", time: "week", measures: [{ wide: "wai{1..12}", instrument: "wai-sr" }] },
  });
});

test("every fault is told, with the word that was probably meant", () => {
  const read = readMapping(
    '{"csae":"id","measures":[{"minimum":"1","sclae":"total"}],"where":[{"column":"a"}]}',
  );
  assert.equal(read.kind, "faulty");
  const said = read.kind === "faulty" ? read.sentences.join("\n") : "";
  for (const word of [
    /Did you mean case/,
    /"minimum" must be a number/,
    /Did you mean scale/,
    /needs "value"/,
  ]) {
    assert.match(said, word);
  }
});

for (const [name, json] of [
  ["no JSON", "{"],
  ["a list", "[]"],
  ["null", "null"],
  ["an inherited key", '{"constructor":"x"}'],
  ["a prototype", '{"__proto__":{"case":"x"}}'],
  ["measures that are no list", '{"measures":{}}'],
  ["a measure that is no object", '{"measures":[1]}'],
  ["one measure and a list", '{"value":"x","measures":[{}]}'],
  ["a number where a word belongs", '{"case":1}'],
] as const) {
  test(`faulty: ${name}`, () => {
    const read = readMapping(json);
    assert.equal(read.kind, "faulty");
    if (read.kind === "faulty") for (const sentence of read.sentences) assert.match(sentence, /^\S.*[.?]$/);
  });
}
