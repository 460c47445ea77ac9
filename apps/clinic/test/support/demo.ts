import { createContext, type SeededDemo, seedDemo } from "@concord/practice";
import { filledStore } from "@concord/store/testing";
import type { Page } from "playwright-core";
import { type Served, serveClinic } from "../../server/index.ts";
import { tap } from "./tap.ts";

/** A clinic on the simulated practice, whose people are entered with one click. */
export interface DemoClinic extends Served {
  readonly demo: SeededDemo;
  readonly enter: (page: Page, name: string) => Promise<void>;
  /** Goes from the caseload to a client's page, and gives back its path. */
  readonly openCase: (page: Page, client: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

export async function openDemo(): Promise<DemoClinic> {
  const fresh = await filledStore("demo", (store) => seedDemo(createContext(store)));
  const demo = fresh.filled;
  const served = await serveClinic({
    store: fresh.store,
    demo: true,
    secret: "a secret of the tests, long enough",
    proxies: 1,
  });
  let entries = 0;
  return {
    ...served,
    demo,
    async enter(page, name) {
      // Each entry from an address of its own: the limit on tries is tested elsewhere.
      entries += 1;
      await page.context().setExtraHTTPHeaders({ "x-forwarded-for": `198.51.100.${entries}` });
      await page.goto(`${served.url}/sign-in`);
      await tap(page.getByRole("button", { name }));
      await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    },
    async openCase(page, client) {
      await page.goto(`${served.url}/caseload`);
      await tap(page.getByRole("link", { name: client, exact: true }));
      await page.waitForURL(/\/case\//);
      // The address changes before the page does.
      await page.getByRole("heading", { level: 1, name: client }).waitFor();
      return new URL(page.url()).pathname;
    },
    stop: async () => {
      await served.close();
      await fresh.close();
    },
  };
}
