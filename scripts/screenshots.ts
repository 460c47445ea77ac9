/**
 * Visits the simulated practice and writes every screen into `screenshots/`, on a phone and on a desktop, in light and
 * in dark: `npm run screenshots [part of a name …]`. With `--documents [part of a file name …]` it writes the pictures of
 * README and of the documentation site into `docs/images/` instead.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { serveClinic } from "@concord/clinic";
import { createContext, seedDemo } from "@concord/practice";
import { freshStore } from "@concord/store/testing";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { tap } from "../apps/clinic/test/support/tap.ts";
import { chromiumPath } from "./chromium.ts";
import { documentPictures } from "./screens/documents.ts";
import { screens } from "./screens/list.ts";
import { founder, foundNewPractice } from "./screens/new-practice.ts";
import { findPlaces, therapistName } from "./screens/places.ts";
import type { Screen, Viewer } from "./screens/screen.ts";

const folder = path.resolve(import.meta.dirname, "../screenshots");
const forDocuments = process.argv.includes("--documents");
const wanted = process.argv.slice(2).filter((part) => part !== "--documents");
const documentsFolder = path.resolve(import.meta.dirname, "../docs/images");
const people = {
  therapist: therapistName,
  supervisor: "Ruth Oyelaran",
  administrator: "Sam Whitfield",
  researcher: "Lena Sorensen",
};
const looks = [
  { name: "phone-light", width: 390, height: 844, colorScheme: "light" },
  { name: "phone-dark", width: 390, height: 844, colorScheme: "dark" },
  { name: "desktop-light", width: 1440, height: 900, colorScheme: "light" },
  { name: "desktop-dark", width: 1440, height: 900, colorScheme: "dark" },
  { name: "phone-forced", width: 390, height: 844, colorScheme: "dark", forcedColors: "active" },
  { name: "desktop-forced", width: 1440, height: 900, colorScheme: "light", forcedColors: "active" },
] as const;

const stores = [await freshStore(), await freshStore(), await freshStore()] as const;
const [simulated, begun, empty] = stores;
const context = createContext(simulated.store);
const demo = await seedDemo(context);
const secret = randomBytes(32).toString("hex");
const served = await serveClinic({ store: simulated.store, demo: true, secret });
const servedFresh = await serveClinic({ store: begun.store, secret });
const servedEmpty = await serveClinic({ store: empty.store, secret });
const places = await findPlaces(context, demo, await foundNewPractice(servedFresh, servedEmpty));
const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
  ],
});
/** Long pages on a busy machine. */
const patience = 180_000;
const complaints: string[] = [];
/** Each role signs in once; the looks share the session, as the limit on sign-ins would have it. */
const signedIn = new Map<string, Awaited<ReturnType<BrowserContext["storageState"]>>>();
let taken = 0;
if (!forDocuments) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
try {
  if (forDocuments) await takeDocumentPictures(browser);
  else for (const look of looks) await walk(browser, look);
} finally {
  await browser.close();
  for (const each of [served, servedFresh, servedEmpty]) await each.close();
  for (const { close } of stores) await close();
}
for (const line of complaints) console.error(line);
console.log(
  `${taken} pictures in ${forDocuments ? "docs/images" : "screenshots"}/, ${complaints.length} complaints`,
);
process.exitCode = complaints.length > 0 ? 1 : 0;

/** The pictures of the documents, role by role: light, and only the top of each page. */
async function takeDocumentPictures(browser: Browser): Promise<void> {
  const pictures = documentPictures.filter(
    ({ file }) => wanted.length === 0 || wanted.some((part) => file.includes(part)),
  );
  mkdirSync(documentsFolder, { recursive: true });
  const sessions = new Map<Viewer, BrowserContext>();
  for (const { screen: name, file, width, height } of pictures) {
    const screen = screens.find((one) => one.name === name);
    if (screen === undefined) throw new Error(`No screen "${name}" for docs/images/${file}`);
    let context = sessions.get(screen.as);
    if (context === undefined) {
      context = await browser.newContext({ locale: "en-GB", colorScheme: "light", baseURL: served.url });
      sessions.set(screen.as, context);
      if (screen.as !== "nobody") {
        const entrance = await context.newPage();
        entrance.setDefaultTimeout(patience);
        await signIn(entrance, screen.as);
        await entrance.close();
      }
    }
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.setViewportSize({ width, height });
    await screen.go(page, places);
    await page.waitForLoadState("networkidle");
    await scriptHasCome(page);
    await page.screenshot({ path: path.join(documentsFolder, file), timeout: patience });
    taken += 1;
    await page.close();
  }
  for (const context of sessions.values()) await context.close();
}

/** One look, role by role, each visiting its screens in order. */
async function walk(browser: Browser, look: (typeof looks)[number]): Promise<void> {
  const roles = [...new Set(screens.map(({ as }) => as))];
  for (const role of roles) {
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.height },
      colorScheme: look.colorScheme,
      forcedColors: "forcedColors" in look ? look.forcedColors : "none",
      locale: "en-GB",
      deviceScaleFactor: look.width < 500 ? 2 : 1,
      baseURL: served.url,
      ...(signedIn.has(role) && { storageState: signedIn.get(role)! }),
    });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    page.on("console", (message) => {
      const meant = /^Failed to load resource: the server responded with a status of 40[01349]/.test(
        message.text(),
      );
      if (!meant && (message.type() === "error" || message.type() === "warning"))
        complaints.push(`${look.name} ${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`${look.name} ${page.url()}: ${error.message}`));
    if (role !== "nobody" && !signedIn.has(role)) {
      await signIn(page, role);
      signedIn.set(role, await context.storageState());
    }
    for (const screen of screens.filter(({ as }) => as === role)) {
      if (wanted.length > 0 && !wanted.some((part) => screen.name.includes(part))) continue;
      await screen.go(page, places);
      await page.waitForLoadState("networkidle");
      await scriptHasCome(page);
      await photograph(page, screen, look);
    }
    await context.close();
  }
}

/** What only works by script waits for it, greyed; a picture should show it as it will be. */
async function scriptHasCome(page: Page): Promise<void> {
  const isWaiting = () => document.querySelector("main button:disabled") !== null;
  for (let tries = 0; tries < 20 && (await page.evaluate(isWaiting)); tries++) await page.waitForTimeout(100);
}

async function photograph(page: Page, screen: Screen, look: (typeof looks)[number]): Promise<void> {
  // A bar that keeps to the bottom of the window would lie across the middle of a picture of the whole page.
  await page.evaluate(() => {
    for (const bar of document.querySelectorAll<HTMLElement>(".send-bar")) bar.style.position = "static";
  });
  if (screen.printed === true) {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 673, height: 1032 });
  }
  const file = path.join(folder, `${screen.name}.${look.name}.png`);
  await page.screenshot({ path: file, fullPage: true, timeout: patience });
  taken += 1;
  if (screen.printed === true) {
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: look.width, height: look.height });
    if (look.name === "desktop-light")
      await page.pdf({ path: path.join(folder, `${screen.name}.pdf`), preferCSSPageSize: true });
    return;
  }
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (wide > 0) complaints.push(`${look.name} ${screen.name}: ${wide} px wider than the screen`);
}

async function signIn(page: Page, role: Exclude<Viewer, "nobody">): Promise<void> {
  if (role === "founder") {
    await page.goto(`${places.fresh.url}/sign-in`);
    await page.getByLabel("E-mail").fill(founder.email);
    await page.getByLabel("Password").fill(founder.password);
    await tap(page.getByRole("button", { name: "Sign in" }));
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    return;
  }
  await page.goto("/sign-in");
  await tap(page.locator("button.person", { hasText: people[role] }).first());
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}
