import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { areaFaultsOf, faultsOf, packageRules } from "./package-boundaries.ts";

/** Compares the table of packages, the manifests and the import lines. Prints each fault; exits 1 if there is one. */

const root = path.resolve(import.meta.dirname, "..");

/** A manifest may name only packages that the table allows. */
function manifestFaults(folder: string, allowed: readonly string[]): readonly string[] {
  const file = path.join(folder, "package.json");
  const text = readFileSync(path.join(root, file), "utf8");
  const manifest: { dependencies?: Record<string, string> } = JSON.parse(text);
  return Object.keys(manifest.dependencies ?? {})
    .filter((name) => name.startsWith("@concord/") && !allowed.includes(name.slice(9)))
    .map((name) => `${file} names ${name}, which the table does not allow`);
}

/** The table and the manifest name the same public entry points, and each leads to a file. */
function subpathFaults(folder: string, subpaths: readonly string[]): readonly string[] {
  const file = path.join(folder, "package.json");
  const manifest: { exports?: Record<string, string> } = JSON.parse(
    readFileSync(path.join(root, file), "utf8"),
  );
  const exported = Object.entries(manifest.exports ?? {}).filter(
    ([name]) => name.startsWith("./") && name !== "./testing",
  );
  const names = exported.map(([name]) => name.slice(2));
  return [
    ...subpaths
      .filter((name) => !names.includes(name))
      .map((name) => `${file} does not export ./${name}, which the table names`),
    ...exported
      .filter(([, target]) => !existsSync(path.join(root, folder, target)))
      .map(([name, target]) => `${file} exports ${name} from ${target}, which is not there`),
  ];
}

export function boundaryViolations(): readonly string[] {
  const faults: string[] = [];
  const drawn = readFileSync(path.join(root, "ARCHITECTURE.md"), "utf8");
  for (const home of packageRules) {
    if (!existsSync(path.join(root, home.folder))) continue;
    if (!drawn.includes(`\`${home.folder}\``)) faults.push(`ARCHITECTURE.md does not draw ${home.folder}`);
    if (existsSync(path.join(root, home.folder, "package.json")))
      faults.push(
        ...manifestFaults(home.folder, [...home.mayImport, ...home.typesOnly]),
        ...subpathFaults(home.folder, home.subpaths),
      );
    const files = globSync("**/*.{ts,tsx}", { cwd: path.join(root, home.folder) }).filter(
      (file) => !/(^|\/)(node_modules|build|tmp|\.react-router)\//.test(file),
    );
    for (const file of files) {
      const name = path.join(home.folder, file);
      const text = readFileSync(path.join(root, name), "utf8");
      faults.push(...faultsOf(home, name, text), ...areaFaultsOf(name, text));
    }
  }
  for (const folder of globSync(["packages/*", "apps/*"], { cwd: root }))
    if (!packageRules.some((home) => home.folder === folder))
      faults.push(`${folder} is not in the table of scripts/package-boundaries.ts`);
  return faults;
}

if (import.meta.main) {
  const faults = boundaryViolations();
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exit(1);
}
