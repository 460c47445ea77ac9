import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { catalogue, codesOf, findInstrument, type Item, scaleRange, score } from "../src/index.ts";
import { extreme, fullForms, on, response, triggers, without } from "./full-form.ts";

const runs = { seed: 20261122, numRuns: 40 };
/** Sums of at most 64 halves and tenths, divided once or twice: a few units in the last place of 252. */
const rounding = 1e-9;

/** The forms with a key; the pictures for the very young are not scored at all. */
const scored = catalogue.filter((instrument) => instrument.scales.some((scale) => scale.items.length > 0));

test("ids are unique, and findInstrument finds each", () => {
  assert.equal(new Set(catalogue.map((instrument) => instrument.id)).size, catalogue.length);
  for (const instrument of catalogue) assert.equal(findInstrument(instrument.id), instrument);
  assert.equal(findInstrument("no-such-form"), null);
});

for (const instrument of catalogue) {
  const items = new Map<string, Item>(instrument.items.map((item) => [item.id, item]));
  const itemScales = instrument.scales.filter((scale) => scale.items.length > 0);

  test(`${instrument.id}: well made`, () => {
    assert.match(instrument.id, /^[a-z0-9-]+$/);
    assert.match(instrument.version, /^\d+\.\d+\.\d+$/);
    assert.ok(instrument.ageBands.length > 0);
    assert.equal(items.size, instrument.items.length, "item ids are unique");
    assert.equal(new Set(instrument.scales.map((scale) => scale.id)).size, instrument.scales.length);
    for (const [index, item] of instrument.items.entries()) {
      assert.equal(item.id, `i${String(index + 1).padStart(2, "0")}`);
      const range = codesOf(item.response);
      if (range !== null) assert.ok(range.minimum < range.maximum);
      if (item.askedWhen !== undefined) {
        const trigger = codesOf(items.get(item.askedWhen.item)!.response)!;
        assert.ok(item.askedWhen.atLeast > trigger.minimum && item.askedWhen.atLeast <= trigger.maximum);
      }
    }
    for (const scale of itemScales) {
      assert.ok(scale.requires >= 1 && scale.requires <= scale.items.length, scale.id);
      assert.equal(new Set(scale.items).size, scale.items.length);
      const ranges = scale.items.map((id) => JSON.stringify(codesOf(items.get(id)!.response)));
      assert.equal(new Set(ranges).size, 1, "filling in by the mean needs items of one range");
    }
    for (const risk of instrument.riskItems) {
      const range = codesOf(items.get(risk.item)!.response)!;
      assert.ok(risk.atLeast > range.minimum && risk.atLeast <= range.maximum);
    }
  });

  test(`${instrument.id}: sources, rights and words`, () => {
    const { rights } = instrument;
    assert.ok(instrument.keySource.citation.length > 10);
    assert.ok(rights.holder !== "" && rights.statement.length > 20);
    assert.ok(rights.readOn === null || /^\d{4}-\d{2}-\d{2}$/.test(rights.readOn));
    if (rights.readOn !== null) assert.match(rights.url ?? "", /^https?:\/\//, "what was read has a page");
    assert.equal(instrument.wordings.length > 0, rights.mayShipWording);
    if (rights.mayShipWording) assert.ok(["own", "open"].includes(rights.status) && rights.creditLine);
    assert.equal(rights.status === "own", instrument.key === "own");
    assert.equal(rights.status === "own", instrument.validation === "not-yet-validated");
    const named = new Set(instrument.scales.map((scale) => scale.id));
    const figures = [
      ...instrument.norms,
      ...instrument.cutoffs,
      ...instrument.reliableChanges,
      ...(instrument.reliabilities ?? []),
    ];
    for (const figure of figures) {
      assert.ok(named.has(figure.scale), figure.scale);
      assert.ok(figure.source.citation.length > 10);
    }
    for (const cutoff of instrument.cutoffs) inside(cutoff.scale, cutoff.value);
    for (const norm of instrument.norms) {
      inside(norm.scale, norm.mean);
      assert.ok(norm.standardDeviation > 0 && norm.sample !== "" && norm.population !== "");
    }
    const clinical = instrument.cutoffs.filter((cutoff) => cutoff.use === "clinical");
    assert.equal(new Set(clinical.map((each) => `${each.scale} ${each.ageBand}`)).size, clinical.length);
  });

  function inside(scale: string, value: number) {
    const range = scaleRange(instrument, instrument.scales.find((each) => each.id === scale)!)!;
    assert.ok(value >= range.minimum && value <= range.maximum, `${scale} ${value}`);
  }

  test(`${instrument.id}: every wording covers every item and value`, () => {
    for (const wording of instrument.wordings) {
      assert.ok(wording.title !== "" && wording.instruction !== "");
      assert.deepEqual(Object.keys(wording.items).sort(), [...items.keys()].sort());
      for (const [id, words] of Object.entries(wording.items)) {
        assert.ok(words.text.trim() === words.text && words.text !== "" && !words.text.includes("!"), id);
        const range = codesOf(items.get(id)!.response);
        assert.equal(words.anchors === undefined, range === null, `${id}: labels where there are values`);
        if (range === null || words.anchors === undefined) continue;
        const labelled = Object.keys(words.anchors).map(Number);
        assert.ok(labelled.includes(range.minimum) && labelled.includes(range.maximum), id);
        assert.ok(
          labelled.every((value) => value >= range.minimum && value <= range.maximum),
          id,
        );
        if (range.maximum - range.minimum < 5)
          assert.equal(labelled.length, range.maximum - range.minimum + 1);
      }
    }
  });
}

for (const instrument of scored) {
  const itemScales = instrument.scales.filter((scale) => scale.items.length > 0);

  test(`${instrument.id}: scores of full forms lie in range, and reach both ends`, () => {
    fc.assert(
      fc.property(fullForms(instrument), ({ values }) => {
        for (const scale of itemScales) {
          const made = on(instrument, scale, values);
          if (made.kind === "unscorable") {
            assert.equal(made.reason, "not asked");
            continue;
          }
          assert.ok(made.value >= made.minimum - rounding && made.value <= made.maximum + rounding);
          assert.ok(made.percent >= -rounding && made.percent <= 100 + rounding);
          assert.equal(made.prorated, false);
        }
      }),
      runs,
    );
    for (const scale of itemScales) {
      for (const end of [0, 100]) {
        const made = on(instrument, scale, extreme(instrument, end === 100));
        assert.ok(made.kind === "score" && Math.abs(made.percent - end) < rounding, `${scale.id} ${end}`);
      }
    }
  });

  test(`${instrument.id}: one answer up by one moves its scales by the item's weight`, () => {
    fc.assert(
      fc.property(fullForms(instrument), fc.nat(), ({ values }, pick) => {
        const ids = Object.keys(values);
        const item = instrument.items.find((each) => each.id === ids[pick % ids.length])!;
        const raised = values[item.id]! + 1;
        if (raised > codesOf(item.response)!.maximum || triggers(instrument, item)) return;
        for (const scale of itemScales) {
          const before = on(instrument, scale, values);
          const after = on(instrument, scale, { ...values, [item.id]: raised });
          if (before.kind === "unscorable" || after.kind === "unscorable") continue;
          const size = (scale.factor ?? 1) / (scale.combine === "mean" ? scale.items.length : 1);
          const weight = !scale.items.includes(item.id) ? 0 : item.reversed ? -size : size;
          assert.ok(Math.abs(after.value - before.value - weight) < rounding, `${scale.id} ${item.id}`);
        }
      }),
      runs,
    );
  });

  test(`${instrument.id}: missing answers yield a number only as the rule allows`, () => {
    fc.assert(
      fc.property(fullForms(instrument), fc.infiniteStream(fc.boolean()), ({ values }, coin) => {
        const left = without(
          values,
          Object.keys(values).filter(() => coin.next().value === true),
        );
        for (const scale of itemScales) {
          const made = on(instrument, scale, left);
          const answered = scale.items.filter((id) => left[id] !== undefined);
          const riskLeftOut = instrument.riskItems.some(
            (risk) => scale.items.includes(risk.item) && left[risk.item] === undefined,
          );
          const allowed = answered.length >= scale.requires && !riskLeftOut;
          assert.equal(made.kind === "score", allowed, `${scale.id} with ${answered.length}`);
          assert.equal(made.answered, answered.length);
          if (made.kind === "unscorable") assert.notEqual(made.reason, "");
          else assert.equal(made.prorated, answered.length < scale.items.length);
        }
      }),
      runs,
    );
  });

  test(`${instrument.id}: an empty form has no score, and no zero`, () => {
    const made = score(instrument, response(instrument, {}));
    assert.ok(made.scales.every((scale) => scale.kind === "unscorable"));
    assert.deepEqual(made.risks, []);
    assert.deepEqual(made.risksUnanswered, instrument.riskItems);
  });

  for (const risk of instrument.riskItems) {
    test(`${instrument.id}: ${risk.item} is reported at ${risk.atLeast}, with all else left out`, () => {
      const at = score(instrument, response(instrument, { [risk.item]: risk.atLeast }));
      assert.deepEqual(at.risks, [{ ...risk, value: risk.atLeast }]);
      assert.ok(at.scales.every((scale) => scale.kind === "unscorable" || scale.items === 1));
      const below = score(instrument, response(instrument, { [risk.item]: risk.atLeast - 1 }));
      assert.deepEqual(below.risks, []);
    });
  }
}

test("what needs a key cannot be scored, whatever was answered", () => {
  const needed = catalogue.filter((instrument) => instrument.key === "needed");
  assert.ok(needed.length > 10);
  for (const instrument of needed) {
    const made = score(instrument, response(instrument, extreme(instrument, true))).scales;
    assert.equal(made.length, instrument.scales.length);
    for (const scale of made) assert.equal(scale.kind === "unscorable" && scale.reason, "key needed");
    assert.ok(instrument.scales.every((scale) => scale.items.length === 0));
  }
});

test("words ship for Concord's own forms, the PHQ-9 and the GAD-7, and for nothing else", () => {
  const worded = catalogue.filter((instrument) => instrument.wordings.length > 0);
  const foreign = worded.filter((instrument) => instrument.rights.status !== "own");
  assert.deepEqual(foreign.map((instrument) => instrument.id).sort(), ["gad-7", "phq-9"]);
});

test("forms of one family share scale ids and directions", () => {
  const families = Map.groupBy(catalogue, (instrument) => instrument.family);
  for (const forms of families.values()) {
    const better = new Map<string, string>();
    for (const scale of forms.flatMap((form) => form.scales)) {
      assert.equal(better.get(scale.id) ?? scale.better, scale.better, `${forms[0]!.family} ${scale.id}`);
      better.set(scale.id, scale.better);
    }
  }
});

test("Concord's session forms stay under a minute, and the therapist's under half of one", () => {
  for (const instrument of catalogue) {
    if (instrument.family !== "concord-alliance-session") continue;
    assert.ok(instrument.secondsToComplete < 60, instrument.id);
    if (instrument.rater === "therapist") assert.ok(instrument.secondsToComplete <= 30);
  }
});
