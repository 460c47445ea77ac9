import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import type { Frame } from "../../src/formula/index.ts";
import { type MediationModel, mediation } from "../../src/mediation/index.ts";

const { columns } = JSON.parse(
  readFileSync(new URL("../fixtures/tal-or-2010.json", import.meta.url), "utf8"),
) as { readonly columns: Frame };

function fitted(model: MediationModel) {
  const fit = mediation(model, columns);
  assert.ok(fit.kind === "fitted");
  const estimateOf = (kind: string, via?: string) =>
    fit.effects.find(
      ({ role }) => role.kind === kind && (via === undefined || ("via" in role && role.via[0] === via)),
    )!.estimate;
  return { fit, estimateOf };
}

// Hayes AF (2018), 2nd ed., section 3.3, pp. 93-98, rounds to three decimals.
test("presumed media influence: a = .477, b = .506, ab = .241, c' = .254, c = .496", () => {
  const { fit, estimateOf } = fitted({ predictor: "cond", mediators: ["pmi"], outcome: "reaction" });
  const half = { absolute: 5e-4 };
  close(fit.equations[0]!.coefficients[1]!.estimate, 0.477, { ...half, what: "a" });
  close(fit.equations[1]!.coefficients[2]!.estimate, 0.506, { ...half, what: "b" });
  close(estimateOf("indirect"), 0.241, { ...half, what: "ab" });
  close(estimateOf("direct"), 0.254, { ...half, what: "c'" });
  close(estimateOf("total"), 0.496, { ...half, what: "c" });
});

// Section 5.2, pp. 153-163: importance and presumed influence side by side.
test("two mediators side by side: .203 by importance, .189 by influence, .103 direct", () => {
  const { estimateOf } = fitted({ predictor: "cond", mediators: ["import", "pmi"], outcome: "reaction" });
  close(estimateOf("indirect", "import"), 0.203, { absolute: 1e-3, what: "import" });
  close(estimateOf("indirect", "pmi"), 0.189, { absolute: 1e-3, what: "pmi" });
  close(estimateOf("total-indirect"), 0.393, { absolute: 1e-3, what: "sum" });
  close(estimateOf("direct"), 0.103, { absolute: 1e-3, what: "direct" });
});

// Section 5.4, pp. 169-177: importance first, then influence.
test("two mediators in a row", () => {
  const { fit } = fitted({
    predictor: "cond",
    mediators: ["import", "pmi"],
    outcome: "reaction",
    arrangement: { kind: "serial" },
  });
  const specific = fit.effects.filter(({ role }) => role.kind === "indirect");
  [0.203, 0.14, 0.049].forEach((value, i) => {
    close(specific[i]!.estimate, value, { absolute: 1e-3, what: `way ${i + 1}` });
  });
});
