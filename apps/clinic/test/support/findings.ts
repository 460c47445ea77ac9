import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type axe from "axe-core";
import type { Page } from "playwright-core";

const script = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** The rules of WCAG 2.2, A and AA, and what is good practice besides. */
export const guidelines = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] as const;

/**
 * Returns what axe finds wrong with a page, or with the part of it that `within` selects: by every rule that is on
 * unless said otherwise, or by those with one of these `tags`. One line a rule, with the elements.
 *
 * axe runs in the page as it is, and says no more than what is wrong: a list of everything that is right takes longer
 * to write than the rules take.
 */
export async function findings(
  page: Page,
  { within = null, tags = null }: { within?: string | null; tags?: readonly string[] | null } = {},
): Promise<readonly string[]> {
  await page.evaluate(script);
  const options: axe.RunOptions = {
    resultTypes: ["violations"],
    ...(tags !== null && { runOnly: { type: "tag", values: [...tags] } }),
  };
  return page.evaluate(
    async ([selector, how]) => {
      const { axe: checker } = globalThis as unknown as { axe: typeof axe };
      const { violations } = await checker.run(selector ?? document, how);
      return violations.map(
        ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" ")}`,
      );
    },
    [within, options] as const,
  );
}
