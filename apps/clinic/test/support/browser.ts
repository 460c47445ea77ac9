import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { tap } from "./tap.ts";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A page that never comes fails a test in the end; a machine with much else to do does not. */
const patience = 180_000;

export interface TestBrowser {
  /** A new, empty profile. Everything the browser complains about is kept in `complaints`. */
  readonly open: (options?: BrowserContextOptions) => Promise<{ page: Page; context: BrowserContext }>;
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

export const phone = { viewport: { width: 390, height: 844 } } as const;
export const desk = { viewport: { width: 1440, height: 900 } } as const;

export async function openBrowser(): Promise<TestBrowser> {
  const home = mkdtempSync(path.join(tmpdir(), "concord-browser-"));
  const browser = await chromium.launch({
    executablePath: process.env.CONCORD_CHROMIUM ?? "/usr/bin/chromium",
    args: flags,
    env: { ...process.env, HOME: home },
  });
  const complaints: string[] = [];
  return {
    complaints,
    async open(options = phone) {
      // Colours on their way from one to another have a contrast of chance.
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
          complaints.push(`${page.url()}: ${message.text()}`);
      });
      return { page, context };
    },
    async close() {
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Sends a form whose answer is a document of its own, and comes back when that has come. */
export async function sendAndArrive(page: Page, button: Locator): Promise<void> {
  const arrived = page.waitForEvent("load");
  await tap(button);
  await arrived;
}

/** What stands there, hidden or not. */
export async function wordsOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? "";
}
