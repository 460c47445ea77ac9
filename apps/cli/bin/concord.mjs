#!/usr/bin/env node
// Plain JavaScript that an old Node can read: finds the Node that came with the install, then starts Concord.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
const here = dirname(fileURLToPath(import.meta.url));

if (major > 22 || (major === 22 && minor >= 18)) {
  // What Node makes of the source files is kept beside the packages, where only who installs can write, and used again.
  const packages = packagesOf(here);
  if (packages !== null) module.enableCompileCache(join(packages, ".cache", "concord"));
  await import(pathToFileURL(join(here, "..", "src", "main.ts")).href);
} else {
  const node = installedNode(here);
  if (node === null) {
    console.error(
      `Concord needs Node 22.18 or later, and this is ${process.version}. Run npm ci in Concord's folder: it brings Node 24.`,
    );
    process.exit(2);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`Concord's own Node cannot be started (${error.message}). Run npm ci in Concord's folder.`);
    process.exit(2);
  });
  child.on("exit", (code, signal) => process.exit(signal === null ? code : 1));
}

/** The `node` program that came with the install. */
function installedNode(folder) {
  const packages = packagesOf(folder);
  return packages === null ? null : join(packages, "node", "bin", "node");
}

/** The packages that this Concord was installed with: those of the nearest folder above that hold `node`. */
function packagesOf(folder) {
  const own = join(folder, "node_modules");
  if (existsSync(join(own, "node", "bin", "node"))) return own;
  const above = dirname(folder);
  return above === folder ? null : packagesOf(above);
}
