import assert from "node:assert/strict";
import { test } from "node:test";
import { detectors, whySignal } from "@concord/signals";

const signal = {
  kind: "drop",
  detector: "drop",
  version: "of another time",
  session: 4,
  sentence: "A fall.",
  figures: {},
  parameters: {},
  provisional: true,
  basis: [],
  because: [],
} as unknown as Parameters<typeof whySignal>[0];

test("every parameter of every rule is called by words, and no two of a rule by the same", () => {
  for (const { id, version, parameters } of detectors) {
    const why = whySignal({ ...signal, detector: id, version, parameters });
    const said = why.parameters.map(({ words }) => words);
    assert.equal(new Set(said).size, said.length, id);
    for (const { name, words, value } of why.parameters) {
      assert.equal(value, (parameters as Readonly<Record<string, number>>)[name]);
      assert.doesNotMatch(words, /[A-Z_]/, `${id}: ${name}`);
    }
  }
});

test("a rule of another time still explains itself, by the names it had", () => {
  const why = whySignal({ ...signal, figures: { value: 61.25, z: -2.1 }, parameters: { oldLimit: 3 } });
  assert.deepEqual(why.observed.named, [
    { words: "rated", value: 61.25 },
    { words: "in spreads", value: -2.1 },
  ]);
  assert.deepEqual(why.parameters, [{ name: "oldLimit", words: "old limit", value: 3, usually: null }]);
});
