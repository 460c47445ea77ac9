import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

/** What a browser really draws the clinic's text with, asked of the browser itself. */
export interface BrowserFonts {
  readonly version: string;
  readonly text: string;
  readonly headings: string;
}

const tokens = path.resolve(import.meta.dirname, "../apps/clinic/app/styles/tokens.css");

/** Returns the browser's version and the families it draws text and headings with under this FONTCONFIG_FILE. */
export async function measureFonts(fontconfig: string, executablePath: string): Promise<BrowserFonts> {
  const browser = await chromium.launch({
    executablePath,
    args: ["--headless", "--no-sandbox", "--disable-gpu"],
    env: { ...process.env, FONTCONFIG_FILE: fontconfig },
  });
  try {
    const page = await browser.newPage();
    await page.setContent(`<p>Text</p><h1>Heading</h1>
      <style>${readFileSync(tokens, "utf8")} p { font-family: var(--font-text) } h1 { font-family: var(--font-display) }</style>`);
    const session = await page.context().newCDPSession(page);
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root } = await session.send("DOM.getDocument");
    const familyOf = async (selector: string): Promise<string> => {
      const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
      const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
      return fonts.map(({ familyName }) => familyName).join(", ");
    };
    return { version: browser.version(), text: await familyOf("p"), headings: await familyOf("h1") };
  } finally {
    await browser.close();
  }
}
