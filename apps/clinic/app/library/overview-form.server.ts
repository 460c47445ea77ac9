import type { OverviewSentence } from "@concord/library";

/** The sentences a form sends, in its order; empty ones among them. */
export function sentOverview(form: FormData): readonly OverviewSentence[] {
  const sentences: OverviewSentence[] = [];
  for (let at = 0; form.has(`words-${at}`) && at < 100; at++) {
    sentences.push({
      words: String(form.get(`words-${at}`))
        .replaceAll("\r\n", "\n")
        .trim(),
      kind: form.get(`kind-${at}`) === "divide" ? "divide" : "converge",
      cites: form.getAll(`cites-${at}`).map(String),
    });
  }
  return sentences.filter(({ words }) => words !== "");
}
