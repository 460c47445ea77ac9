import { walkXml } from "./xml.ts";

/** Readings that an editor offers in one place; of each group one is the text's. */
const preferred: Readonly<Record<string, readonly string[]>> = {
  choice: ["corr", "reg", "expan"],
  app: ["lem"],
  subst: ["add"],
};

export const isGroup = (name: string): boolean => name in preferred;

/**
 * For every `choice`, `app` and `subst` of the file, in the order in which they open: the place among its children
 * of the reading that is taken. The corrected, regular, expanded, added or main one; where the editor offers none
 * of these, the first.
 */
export function readingsTaken(characters: string): readonly number[] {
  if (!/<(?:\w+:)?(?:choice|app|subst)[\s>]/i.test(characters)) return [];
  const taken: number[] = [];
  const open: { readonly number: number; readonly children: string[] }[] = [];
  walkXml(characters, {
    open(name, _, above) {
      if (isGroup(above.at(-1) ?? "")) open.at(-1)!.children.push(name);
      if (!isGroup(name)) return;
      open.push({ number: taken.length, children: [] });
      taken.push(0);
    },
    text() {},
    close(name) {
      if (!isGroup(name)) return;
      const { number, children } = open.pop()!;
      taken[number] = Math.max(
        0,
        children.findIndex((child) => preferred[name]!.includes(child)),
      );
    },
  });
  return taken;
}
