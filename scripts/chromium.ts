import { existsSync } from "node:fs";

const shell = "/usr/bin/chromium-headless-shell";

/**
 * The browser that pages are looked at with: `CONCORD_CHROMIUM` where it is set, else Debian's headless shell, else the
 * whole browser where only that is there.
 */
export const chromiumPath =
  process.env.CONCORD_CHROMIUM ?? [shell, "/usr/bin/chromium"].find((path) => existsSync(path)) ?? shell;
