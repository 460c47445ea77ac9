import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(import.meta.dirname, "snapshots");

/**
 * Compares a drawing with the one that was last looked at. On a difference the new drawing is written beside
 * it as `NAME-changed.svg`: look at both, then keep one. A drawing without a snapshot is written and must be
 * looked at.
 */
export function assertSnapshot(name: string, svg: string): void {
  const kept = path.join(folder, `${name}.svg`);
  const changed = path.join(folder, `${name}-changed.svg`);
  if (!existsSync(kept)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(kept, svg);
    assert.fail(`${name}: there was no snapshot; look at test/snapshots/${name}.svg and run again`);
  }
  if (readFileSync(kept, "utf8") === svg) {
    rmSync(changed, { force: true });
    return;
  }
  writeFileSync(changed, svg);
  assert.fail(`${name}: drawn differently; compare test/snapshots/${name}.svg with ${name}-changed.svg`);
}
