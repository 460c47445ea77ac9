import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { krippendorffAlpha } from "../../src/reliability/index.ts";

// Krippendorff K (2011). Computing Krippendorff's alpha-reliability, section C: four observers, twelve units, gaps.
const observers: readonly (readonly (number | null)[])[] = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];
const units = observers[0]!.map((_, unit) => observers.map((row) => row[unit]!));

test("Krippendorff 2011: .743 nominal, .815 ordinal, .849 interval", () => {
  close(krippendorffAlpha(units, "nominal")!, 0.743, { what: "nominal", absolute: 5e-4 });
  close(krippendorffAlpha(units, "ordinal")!, 0.815, { what: "ordinal", absolute: 5e-4 });
  close(krippendorffAlpha(units, "interval")!, 0.849, { what: "interval", absolute: 5e-4 });
  assert.throws(() => krippendorffAlpha([["a", "b"]], "interval"), /requires numbers/);
});
