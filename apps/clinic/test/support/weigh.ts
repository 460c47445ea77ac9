import type { Page } from "playwright-core";

/** What came over the wire for one page, headers and all, in bytes. */
export interface Weight {
  readonly total: number;
  readonly document: number;
  readonly style: number;
  readonly script: number;
  readonly requests: number;
}

/** Opens a page as a first visit and asks the browser itself what it received. */
export async function weigh(page: Page, url: string): Promise<Weight> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const kinds = new Map<string, string>();
  const sizes = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, type }) => void kinds.set(requestId, type));
  session.on(
    "Network.loadingFinished",
    ({ requestId, encodedDataLength }) => void sizes.set(requestId, encodedDataLength),
  );
  await page.goto(url, { waitUntil: "networkidle" });
  await session.detach();
  const of = (kind: string) =>
    [...sizes].reduce((sum, [id, size]) => sum + (kinds.get(id) === kind ? size : 0), 0);
  return {
    total: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    document: of("Document"),
    style: of("Stylesheet"),
    script: of("Script"),
    requests: sizes.size,
  };
}
