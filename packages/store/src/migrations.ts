import { readFileSync } from "node:fs";
import path from "node:path";

/** The migrations lie beside the source; drizzle-kit writes them and their journal. */
export const migrationsFolder = path.resolve(import.meta.dirname, "../migrations");

/** The newest change of tables this Concord knows, by the time its journal gives it. */
export function newestMigration(): number {
  const journal: { readonly entries: readonly { readonly when: number }[] } = JSON.parse(
    readFileSync(path.join(migrationsFolder, "meta/_journal.json"), "utf8"),
  );
  return Math.max(...journal.entries.map((entry) => entry.when));
}
