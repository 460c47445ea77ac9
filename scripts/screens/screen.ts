import type { Page } from "playwright-core";
import type { NewPractice } from "./new-practice.ts";

/** Addresses that only the running demo knows. */
export interface Places {
  readonly adultCase: string;
  /** One in which a rupture was mended, and whose client agreed to supervision. */
  readonly mendedCase: string;
  readonly adolescentCase: string;
  readonly childCase: string;
  readonly group: string | null;
  readonly forms: Readonly<Record<string, string>>;
  /** A PHQ-9 for each look: a form can be answered once. */
  readonly toAnswer: string[];
  readonly fresh: NewPractice;
}

/** Who looks at a screen. The founder belongs to the new practice, everybody else to the simulated one. */
export type Viewer = "nobody" | "therapist" | "supervisor" | "administrator" | "researcher" | "founder";

/** One screen: what it is called, who looks at it, and the steps to it. */
export interface Screen {
  readonly name: string;
  readonly as: Viewer;
  readonly go: (page: Page, places: Places) => Promise<unknown>;
  /** Photographed as it is printed: on paper's width, without colours of the night. */
  readonly printed?: boolean;
}

export const at = (name: string, as: Viewer, path: string | ((places: Places) => string)): Screen => ({
  name,
  as,
  go: (page, places) => page.goto(typeof path === "string" ? path : path(places)),
});

/** As it came, and every fold opened. */
export const opened = (name: string, as: Viewer, path: string | ((places: Places) => string)): Screen => ({
  name,
  as,
  go: async (page, places) => {
    await page.goto(typeof path === "string" ? path : path(places));
    await page.locator("main details").evaluateAll((folds) => {
      for (const fold of folds) fold.setAttribute("open", "");
    });
  },
});
