import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import type { Frame } from "../../src/formula/index.ts";
import { moderation } from "../../src/moderation/index.ts";

const { columns } = JSON.parse(
  readFileSync(new URL("../fixtures/garcia-2010.json", import.meta.url), "utf8"),
) as { readonly columns: Frame };

// Hayes AF (2018), 2nd ed., chapter 7 (Table 7.4 and pp. 257-259): protest, sexism and liking.
test("sexism moderates the effect of protesting on liking: .834, and bounds at 3.509 and 4.975", () => {
  const fit = moderation({ outcome: "liking", predictor: "prot2", moderator: "sexism" }, columns);
  assert.ok(fit.kind === "fitted");
  const half = { absolute: 5e-4 };
  [7.706, -3.773, -0.472, 0.834].forEach((value, i) => {
    const one = fit.fit.coefficients[i]!;
    close(one.estimate, value, { ...half, what: one.name });
  });
  const [effect] = fit.effects;
  const { bounds, significant } = effect!.region!;
  assert.equal(significant, "outside");
  close(bounds[0]!, 3.509, { ...half, what: "lower bound" });
  close(bounds[1]!, 4.975, { ...half, what: "upper bound" });
});
