import { annotationOf, type Text, type WebAnnotation } from "@concord/library";
import type { ConceptView, readText } from "@concord/practice";
import { english } from "../english.ts";

/** What was accepted for a concept as W3C Web Annotations, one for each passage whose text is still there. */
export async function annotate(
  { page, rulings }: ConceptView,
  read: (id: string) => ReturnType<typeof readText>,
): Promise<readonly WebAnnotation[]> {
  const shown = new Set(page.passages.map(({ id }) => id));
  const texts = new Map<string, Text>();
  const annotations: WebAnnotation[] = [];
  for (const { ruling, quotation, gloss, glossBy } of rulings) {
    if (quotation === null || !shown.has(ruling)) continue;
    const text = texts.get(quotation.text) ?? (await read(quotation.text));
    texts.set(quotation.text, text);
    annotations.push(annotationOf(`urn:uuid:${ruling}`, quotation, text, english, gloss, glossBy));
  }
  return annotations;
}
