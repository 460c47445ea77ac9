/** What the tests need beyond npm: a Chromium to see the pages with. Installed from Debian when it may be. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

export const chromium = process.env.CONCORD_CHROMIUM ?? "/usr/bin/chromium";

if (!existsSync(chromium)) {
  if (process.getuid?.() !== 0) {
    console.error(
      `The tests look at pages in Chromium, which is not at ${chromium}. Install it (Debian: apt-get install chromium) or set CONCORD_CHROMIUM.`,
    );
    process.exit(1);
  }
  console.log("Installing Debian's Chromium, which the tests look at pages with.");
  for (const words of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ]) {
    const done = spawnSync("apt-get", words, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (done.status !== 0) {
      console.error(`apt-get ${words.join(" ")} failed. Install Chromium by hand, then run the tests again.`);
      process.exit(1);
    }
  }
}
