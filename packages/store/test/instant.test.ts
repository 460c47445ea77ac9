import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit, newIdentifier, practices } from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { sql } from "drizzle-orm";

const message = { id: "stored.audit.read-case", values: {} } as const;

let fresh: FreshStore;
before(async () => {
  fresh = await freshStore();
});
after(() => fresh.close());

test("a moment comes back as it was written, whatever its fraction and year", async () => {
  const practice = newIdentifier();
  const moments = ["00", "00.5", "00.12", "00.007", "59.999"].flatMap((second) =>
    ["1999-12-31T23:59", "2026-03-01T09:00"].map((minute) => new Date(`${minute}:${second}Z`).toISOString()),
  );
  const kept = await fresh.store.within(practice, async (scope) => {
    await practices.found(scope, { name: "Hours" });
    for (const at of moments)
      await audit.append(scope, { at, who: "test", action: at, message, subject: "practice" });
    return audit.list(scope);
  });
  assert.equal(kept.length, moments.length);
  for (const { at, action } of kept) assert.equal(at, action);
});

test("a moment of another zone, or finer than a thousandth of a second, is still that moment", async () => {
  const practice = newIdentifier();
  const [entry] = await fresh.store.within(practice, async (scope) => {
    await practices.found(scope, { name: "Hours" });
    const at = "2026-03-01T09:00:00.123Z";
    await audit.append(scope, { at, who: "t", action: "a", message, subject: "practice" });
    await scope.database.execute(sql`set local timezone = 'Asia/Kolkata'`);
    return audit.list(scope);
  });
  assert.equal(entry?.at, "2026-03-01T09:00:00.123Z");
});
