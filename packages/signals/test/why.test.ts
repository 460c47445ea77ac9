import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import { detectors, whySignal } from "@concord/signals";

const english = staffMessages("en");

const signal = {
  kind: "drop",
  detector: "drop",
  version: "of another time",
  session: 4,
  message: { id: "signals.panel.not-asked", values: {} },
  figures: {},
  parameters: {},
  provisional: true,
  basis: [],
  because: [],
} as unknown as Parameters<typeof whySignal>[0];

test("every parameter of every rule is called by words, and no two of a rule by the same", () => {
  for (const { id, version, parameters } of detectors) {
    const why = whySignal({ ...signal, detector: id, version, parameters });
    const said = why.parameters.map(({ label }) => english.written(label));
    assert.equal(new Set(said).size, said.length, id);
    for (const { name, label, value } of why.parameters) {
      assert.equal(value, (parameters as Readonly<Record<string, number>>)[name]);
      assert.doesNotMatch(english.written(label).replaceAll("SD", ""), /[A-Z_]/, `${id}: ${name}`);
    }
  }
});

test("a rule of another time still explains itself, by the names it had", () => {
  const why = whySignal({ ...signal, figures: { value: 61.25, z: -2.1 }, parameters: { oldLimit: 3 } });
  assert.deepEqual(why.observed.named, [
    { label: { id: "signals.figure.value", values: {} }, value: 61.25 },
    { label: { id: "signals.figure.z", values: {} }, value: -2.1 },
  ]);
  assert.deepEqual(why.parameters, [{ name: "oldLimit", label: "old limit", value: 3, usually: null }]);
});
