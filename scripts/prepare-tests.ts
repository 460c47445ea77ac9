/**
 * What the tests need beyond npm: a Chromium to see the pages with and two sets of fonts to see them in. Installed from
 * Debian when it may be. README names every package.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromiumPath } from "./chromium.ts";
import { folderOf, fontSets } from "./fonts.ts";

const missing = [
  ...(existsSync(chromiumPath) ? [] : ["chromium-headless-shell"]),
  ...fontSets.filter((set) => folderOf(set) === null).map(({ debianPackage }) => debianPackage),
];
if (missing.length > 0) {
  const byHand = `apt-get install ${missing.join(" ")}`;
  if (process.getuid?.() !== 0) {
    console.error(
      `The tests look at pages in Chromium, under two sets of fonts. Missing here: ${missing.join(", ")}. Debian: ${byHand}. (Another Chromium: CONCORD_CHROMIUM.)`,
    );
    process.exit(1);
  }
  console.log(`Installing from Debian what the tests look at pages with: ${missing.join(", ")}.`);
  for (const words of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", ...missing],
  ]) {
    const done = spawnSync("apt-get", words, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (done.status !== 0) {
      console.error(
        `apt-get ${words.join(" ")} failed. Run it by hand (${byHand}), then run the tests again.`,
      );
      process.exit(1);
    }
  }
}
