import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { chartStyles, dark, light, paletteProperties } from "@concord/charts";
import type { Page } from "playwright-core";
import type { Screen } from "./screen.ts";

const root = path.resolve(import.meta.dirname, "../../packages/charts/test");

/** The figures as the tests expect them, under their names. Those too that only commands draw. */
const sheets: Readonly<Record<string, string>> = {
  between: "snapshots/{attachment,distance,two-people,congruence}*.svg",
  courses: "snapshots/{course,control,change,before}*.svg",
  effects: "snapshots/effects*.svg",
  measurement: "snapshots/{caterpillar,items,loadings,round-robin}*.svg",
  evidence: "evidence/snapshots/{baujat,bubble,cumulative,flow,funnel,influence,radial}*.svg",
  forests: "evidence/snapshots/forest*.svg",
};

/** A sheet for each family. A phone shows the narrow drawings, a desktop the wide ones. */
export const figureScreens: readonly Screen[] = Object.entries(sheets).map(([name, pattern]) => ({
  name: `figures-${name}`,
  as: "nobody",
  go: async (page: Page) => {
    const { width } = page.viewportSize() ?? { width: 1440 };
    const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
    const drawn = globSync(pattern, { cwd: root })
      .sort()
      .map((file, index) => ({ file, svg: bare(readFileSync(path.join(root, file), "utf8"), index) }))
      .filter(({ svg }) => widthOf(svg) <= 420 === width < 500);
    await page.goto("about:blank");
    await page.setContent(sheet(isDark, drawn));
  },
}));

/** Without its own colours, and with names of its own for what it refers to: there are several on a sheet. */
function bare(svg: string, index: number): string {
  return svg
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/ id="/g, ` id="f${index}-`)
    .replace(/url\(#/g, `url(#f${index}-`);
}

const widthOf = (svg: string): number => Number(/ width="(\d+)"/.exec(svg)?.[1] ?? 0);

function sheet(isDark: boolean, drawn: readonly { readonly file: string; readonly svg: string }[]): string {
  const rules = `:root { ${paletteProperties(isDark ? dark : light)} }
body { display: flex; flex-wrap: wrap; gap: 24px 16px; align-items: flex-start; margin: 0; padding: 12px;
  background: var(--surface); color: var(--ink-soft);
  font: 11px ui-sans-serif, -apple-system, "Segoe UI", Roboto, "Liberation Sans", system-ui, sans-serif; }
figure { margin: 0; max-width: 100%; } svg { display: block; max-width: 100%; height: auto; }
${chartStyles()}`;
  const figures = drawn.map(
    ({ file, svg }) => `<figure>${svg}<figcaption>${path.basename(file, ".svg")}</figcaption></figure>`,
  );
  return `<!doctype html><html lang="en"><style>${rules}</style><body>${figures.join("")}</body></html>`;
}
