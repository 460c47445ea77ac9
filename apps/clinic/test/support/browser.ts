import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { chromiumPath } from "../../../../scripts/chromium.ts";
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
const patience = Number(process.env.CONCORD_PATIENCE ?? 180) * 1000;

export interface TestBrowser {
  /**
   * Returns a window without cookies, storage or listeners; everything the browser complains about is in `complaints`.
   * A window that was closed is emptied and opened again, which takes a fraction of the time of a new one; one that a
   * test took offline, measured by the browser's protocol or opened further pages in is not.
   */
  readonly open: (options?: BrowserContextOptions) => Promise<{ page: Page; context: BrowserContext }>;
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

export const phone = { viewport: { width: 390, height: 844 } } as const;
export const desk = { viewport: { width: 1440, height: 900 } } as const;

interface Running {
  readonly browser: Browser;
  /** Closed windows to be opened again, by what cannot be changed once they are open. */
  readonly closed: Map<string, TestWindow[]>;
  readonly end: () => Promise<void>;
}

/** The browser that the files of a process share, where something closes it after the last of them. */
let shared: Promise<Running> | null = null;
const afterAllFiles = (globalThis as Record<symbol, unknown>)[Symbol.for("concord.afterAllFiles")] as
  | (() => Promise<void>)[]
  | undefined;

async function launch(): Promise<Running> {
  const home = mkdtempSync(path.join(tmpdir(), "concord-browser-"));
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: flags,
    env: { ...process.env, HOME: home },
  });
  const end = async () => {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { browser, closed: new Map(), end };
}

export async function openBrowser(): Promise<TestBrowser> {
  if (afterAllFiles !== undefined && shared === null) {
    shared = launch();
    afterAllFiles.push(async () => (await shared)?.end());
  }
  const { browser, closed, end } = await (shared ?? launch());
  const complaints: string[] = [];
  const open = new Set<TestWindow>();
  const listen = (page: Page) => {
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
        complaints.push(`${page.url()}: ${message.text()}`);
    });
  };
  return {
    complaints,
    async open(options = phone) {
      const { viewport, colorScheme, forcedColors, extraHTTPHeaders = {}, ...fixed } = options;
      const kind = JSON.stringify(fixed);
      const window = closed.get(kind)?.pop() ?? (await newWindow(browser, fixed));
      const { page, context } = window;
      open.add(window);
      listen(page);
      await page.setViewportSize(viewport ?? phone.viewport);
      await page.emulateMedia({ colorScheme: colorScheme ?? "light", forcedColors: forcedColors ?? "none" });
      await context.setExtraHTTPHeaders(extraHTTPHeaders);
      context.close = async () => {
        open.delete(window);
        if (await emptied(window)) closed.set(kind, [...(closed.get(kind) ?? []), window]);
        else await window.end();
      };
      return { page, context };
    },
    async close() {
      if (shared === null) return end();
      for (const window of open) await window.end();
    },
  };
}

interface TestWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Closes it for good. */
  readonly end: () => Promise<void>;
  /** Whether something was changed that cannot be changed back. */
  spoiled: boolean;
}

async function newWindow(browser: Browser, options: BrowserContextOptions): Promise<TestWindow> {
  // Colours on their way from one to another have a contrast of chance.
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(patience);
  const window: TestWindow = {
    page: await context.newPage(),
    context,
    end: context.close.bind(context),
    spoiled: false,
  };
  const { newCDPSession, setOffline } = context;
  context.newCDPSession = (page) => {
    window.spoiled = true;
    return newCDPSession.call(context, page);
  };
  context.setOffline = (offline) => {
    window.spoiled = true;
    return setOffline.call(context, offline);
  };
  context.on("page", () => {
    window.spoiled = true;
  });
  return window;
}

/** Empties a window and returns true, or returns false for one that has to be closed. */
async function emptied({ page, context, spoiled }: TestWindow): Promise<boolean> {
  if (spoiled || page.isClosed()) return false;
  const { origin } = new URL(page.url());
  page.removeAllListeners();
  await context.unrouteAll({ behavior: "ignoreErrors" });
  await context.clearCookies();
  if (origin === "null") return true;
  // What a page leaves behind is cleared from an empty page of its origin.
  await page.route(`${origin}/**`, (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await page.goto(`${origin}/`);
  await page.evaluate("localStorage.clear(), sessionStorage.clear()");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  return true;
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
