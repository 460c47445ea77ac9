import { existsSync, readFileSync } from "node:fs";
import module from "node:module";
import path from "node:path";

// A reader that has seen enough (`| head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === "--version" || words[0] === "-V")) {
  // The version needs no command, and is the quickest sign that Concord is installed.
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(path.join(import.meta.dirname, "../package.json"), "utf8"),
  );
  process.stdout.write(`${manifest.version}\n`);
} else {
  // Node saves the source files as it has compiled them; bin/concord.mjs has chosen the folder already when it runs this.
  const packages = path.resolve(import.meta.dirname, "../../../node_modules");
  if (module.getCompileCacheDir() === undefined && existsSync(packages))
    module.enableCompileCache(path.join(packages, ".cache", "concord"));
  const { program } = await import("./program.ts");
  const { processTerminal } = await import("./terminal.ts");
  process.exitCode = await program(words, processTerminal());
}
