/** TypeDoc reads every public API that the manifests of the packages name, so a new package or subpath appears automatically. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

const entryPoints = globSync("packages/*/package.json", { cwd: root })
  .sort()
  .flatMap((manifest) => {
    const { exports } = JSON.parse(readFileSync(path.join(root, manifest), "utf8"));
    return Object.entries(exports)
      .filter(([name, file]) => name !== "./testing" && typeof file === "string" && file.endsWith(".ts"))
      .map(([, file]) => path.join(root, path.dirname(manifest), file));
  });

/** Calls modules what an import calls them: `@concord/statistics/change` for `statistics/src/change`. */
function nameAsImported(app) {
  app.converter.on("resolveBegin", ({ project }) => {
    for (const module of project.children ?? [])
      module.name = `@concord/${module.name.replace(/\/src(?:\/index)?$/, "").replace("/src/", "/")}`;
  });
}

export default {
  plugin: [nameAsImported],
  name: "Concord API",
  entryPoints: [...new Set(entryPoints)],
  tsconfig: path.join(root, "tsconfig.json"),
  skipErrorChecking: true,
  excludeInternal: true,
  excludePrivate: true,
  readme: "none",
  disableSources: true,
  navigationLinks: { Documentation: "../index.html" },
  out: path.join(import.meta.dirname, "dist/api"),
};
