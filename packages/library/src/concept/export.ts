import type { StaffMessages } from "@concord/messages";
import { referenceOf, type Source } from "../text/source.ts";
import type { TextId } from "../text/text.ts";
import {
  type ConceptPage,
  numbersOf,
  passageCitation,
  ranks,
  remarksOn,
  type ShownPassage,
  type SupportedSentence,
} from "./page.ts";

/** What the texts of an exported page are written with. */
type Writer = Pick<StaffMessages, "of" | "text">;

const overviewTitles = {
  converge: "library.overview.agreement",
  divide: "library.overview.disagreement",
} as const;
const overviewKinds = ["converge", "divide"] as const;

/** Returns the page as Markdown: what anyone can paste and any tool can read. */
export function pageToMarkdown(page: ConceptPage, messages: Writer): string {
  const { of, text } = messages;
  const lines: string[] = [`# ${page.concept.name}`, "", page.concept.definition, ""];
  const names = page.concept.wordings.map(({ words }) => words);
  if (names.length > 0) lines.push(text("library.export.also", { names: names.join(" · ") }), "");
  lines.push(text("library.export.passages", { count: page.count }), "");
  for (const kind of overviewKinds) {
    const sentences = page.overview.filter((each) => each.kind === kind);
    if (sentences.length === 0) continue;
    lines.push(
      `## ${text(overviewTitles[kind])}`,
      "",
      ...sentences.map((each) => `- ${cited(each, messages)}`),
      "",
    );
  }
  for (const rank of ranks) {
    const passages = page.passages.filter((each) => each.rank === rank);
    if (passages.length === 0) continue;
    lines.push(`## ${text(`library.passages.${rank}`)}`, "");
    for (const passage of passages) {
      lines.push(`${numberOf(page, passage.id)}. > ${passage.words}`, "");
      const gloss = glossOf(passage, messages);
      if (gloss !== null) lines.push(`   ${gloss}`, "");
      lines.push(`   — ${of(passageCitation(passage))}`, "");
      if (passage.remark !== null) lines.push(`   (${of(passage.remark)})`, "");
    }
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

/** Returns the page as a piece of HTML without scripts or styles. */
export function pageToHtml(page: ConceptPage, messages: Writer): string {
  const { of, text } = messages;
  const overview = overviewKinds.map((kind) => {
    const sentences = page.overview.filter((each) => each.kind === kind);
    if (sentences.length === 0) return "";
    const items = sentences.map((each) => `<li>${escaped(cited(each, messages))}</li>`);
    return `<h2>${escaped(text(overviewTitles[kind]))}</h2>\n<ul>\n${items.join("\n")}\n</ul>`;
  });
  const parts = ranks.map((rank) => {
    const passages = page.passages.filter((each) => each.rank === rank);
    if (passages.length === 0) return "";
    const items = passages.map((each) => {
      const gloss = glossOf(each, messages);
      return (
        `<li value="${numberOf(page, each.id)}"><blockquote>${escaped(each.words)}</blockquote>` +
        `${gloss === null ? "" : `<p>${escaped(gloss)}</p>`}` +
        `<p><cite>${escaped(of(passageCitation(each)))}</cite></p>` +
        `${each.remark === null ? "" : `<p>${escaped(of(each.remark))}</p>`}</li>`
      );
    });
    return `<h2>${escaped(text(`library.passages.${rank}`))}</h2>\n<ol>\n${items.join("\n")}\n</ol>`;
  });
  const head = `<h1>${escaped(page.concept.name)}</h1>\n<p>${escaped(page.concept.definition)}</p>`;
  return `<article>\n${[head, ...overview, ...parts].filter((part) => part !== "").join("\n")}\n</article>\n`;
}

/**
 * The sources of the page as CSL-JSON, one entry each. Its `annote` has the sentences of the overview that rest on the
 * source.
 */
export function pageToCsl(page: ConceptPage, messages: Writer): readonly object[] {
  const sources = new Map(page.passages.map(({ text, source }) => [text, source]));
  return [...sources].map(([id, source]) => ({
    ...sourceToCsl(id, source),
    note: messages.of(referenceOf(source)),
    ...annotation(page, id, messages),
  }));
}

/** Returns a source as an item of CSL-JSON (CSL 1.0.2 data schema). */
export function sourceToCsl(id: string, source: Source): object {
  return {
    id,
    type: source.container === null ? "book" : "article-journal",
    title: source.title,
    author: source.authors.map((author) => {
      const [family, given, suffix] = author.split(/,\s*/);
      if (given === undefined) return { literal: author };
      return { family, given, ...(suffix === undefined ? {} : { suffix }) };
    }),
    ...(source.year === null ? {} : { issued: { "date-parts": [[source.year]] } }),
    ...(source.firstYear === null ? {} : { "original-date": { "date-parts": [[source.firstYear]] } }),
    ...(source.translator === null ? {} : { translator: [{ literal: source.translator }] }),
    ...(source.container === null ? {} : { "container-title": source.container }),
    ...(source.volume === null ? {} : { volume: source.volume }),
    ...(source.publisher === null ? {} : { publisher: source.publisher }),
    ...(source.doi === null ? {} : { DOI: source.doi }),
    ...(source.language === null ? {} : { language: source.language }),
  };
}

/** What the overview says with passages of this text behind it. */
function annotation(page: ConceptPage, id: TextId, { text }: Writer): { readonly annote?: string } {
  const own = new Set(page.passages.filter((each) => each.text === id).map(({ id }) => id));
  const sentences = page.overview.filter(({ cites }) => cites.some((id) => own.has(id)));
  if (sentences.length === 0) return {};
  const notes = sentences.map(({ kind, words: sentence }) =>
    text("library.export.annotation", { title: text(overviewTitles[kind]), sentence }),
  );
  return { annote: notes.join(" ") };
}

const numberOf = (page: ConceptPage, id: string): number =>
  page.passages.findIndex((each) => each.id === id) + 1;

/** A sentence with the numbers of its passages, and with what has become of those that have none. */
function cited(sentence: SupportedSentence, { of }: Writer): string {
  const numbers = numbersOf(sentence);
  const remarks = remarksOn(sentence).map(of);
  return [
    sentence.words,
    ...(numbers.length === 0 ? [] : [`[${numbers.join(", ")}]`]),
    ...(remarks.length === 0 ? [] : [`(${remarks.join(" ")})`]),
  ].join(" ");
}

function glossOf({ gloss, glossBy }: ShownPassage, { text }: Writer): string | null {
  if (gloss === null || glossBy === "scholar") return gloss;
  return text("library.export.drafted", { gloss });
}

const escaped = (words: string): string =>
  words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
