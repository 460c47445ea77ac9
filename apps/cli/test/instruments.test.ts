import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogue } from "@concord/instruments";
import { run } from "./support/run.ts";

test("every instrument is listed and described", async () => {
  const { out } = await run(["instruments"]);
  for (const { id, wordings } of catalogue) {
    assert.match(out, new RegExp(`^${id} `, "m"));
    const one = await run(["instruments", id]);
    assert.equal(one.code, 0);
    assert.match(one.out, /^rights /m);
    const isMarked = /de, es, fr, it: translation not yet checked by a native clinician/.test(
      one.out.replace(/\s+/g, " "),
    );
    assert.equal(
      isMarked,
      wordings.some(({ translation }) => translation !== undefined),
      id,
    );
    assert.doesNotMatch(one.out, /undefined|NaN|\[object|null/);
  }
});

test("a name nearly right is answered with the right one", async () => {
  const { code, err } = await run(["instruments", "phq9"]);
  assert.equal(code, 2);
  assert.match(err, /Did you mean phq-9/);
});
