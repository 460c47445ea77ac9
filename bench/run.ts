/** Runs every benchmark in turn, each in a process of its own: `npm run bench [name …]`. */
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";

const wanted = process.argv.slice(2);
const files = globSync("*.ts", { cwd: import.meta.dirname })
  .filter((file) => file !== "run.ts" && (wanted.length === 0 || wanted.includes(path.basename(file, ".ts"))))
  .sort();
if (files.length === 0) {
  console.error(`no benchmark is called ${wanted.join(" or ")}`);
  process.exit(2);
}
console.log(
  `Node ${process.version}, ${cpus().length} cores. Figures differ between machines; compare ratios.\n`,
);
let failed = 0;
for (const file of files) {
  console.log(`# ${path.basename(file, ".ts")}`);
  const done = spawnSync(process.execPath, [path.join(import.meta.dirname, file)], { stdio: "inherit" });
  if (done.status !== 0) failed += 1;
  console.log("");
}
process.exit(failed > 0 ? 1 : 0);
