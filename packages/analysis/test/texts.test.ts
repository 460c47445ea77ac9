import assert from "node:assert/strict";
import { test } from "node:test";
import { rTexts } from "../src/r-program/lines.ts";
import { textColumn } from "../src/table/columns.ts";
import { chiSquare, fStatistic, interval, share } from "../src/text/apa.ts";

test("names are text even where they look like numbers", () => {
  assert.deepEqual(textColumn({ a: [7, null, "b"] }, "a"), ["7", null, "b"]);
});

test("figures in APA style; texts of R", () => {
  assert.equal(interval(-0.123, 0.456, 0.95, share), "95% CI [−.12, .46]");
  assert.equal(fStatistic(2.787, 2, 22.71), "F(2, 22.7) = 2.79");
  assert.equal(chiSquare(85.306, 24, 1301), "χ²(24, N = 1,301) = 85.31");
  assert.equal(chiSquare(1, 3), "χ²(3) = 1.00");
  assert.equal(rTexts(["a", 'b"']), 'c("a", "b\\"")');
});
