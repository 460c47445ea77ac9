import { type Source, sourceInWords } from "../text/source.ts";
import type { TextId } from "../text/text.ts";
import {
  type ConceptPage,
  numbersOf,
  ranks,
  remarksOn,
  type ShownPassage,
  type SupportedSentence,
  sourceLine,
} from "./page.ts";

const overviewTitles = { converge: "Where the authors meet", divide: "What divides them" } as const;
const overviewKinds = ["converge", "divide"] as const;
const rankTitles = { thesis: "Theses", supporting: "Supporting passages", aside: "Asides" } as const;

/** The page as Markdown: what anyone can paste and any tool can read. */
export function pageToMarkdown(page: ConceptPage): string {
  const lines: string[] = [`# ${page.concept.name}`, "", page.concept.definition, ""];
  const names = page.concept.wordings.map(({ words }) => words);
  if (names.length > 0) lines.push(`Also: ${names.join(" · ")}`, "");
  lines.push(`${page.count} ${page.count === 1 ? "passage" : "passages"}`, "");
  for (const kind of overviewKinds) {
    const sentences = page.overview.filter((each) => each.kind === kind);
    if (sentences.length === 0) continue;
    lines.push(`## ${overviewTitles[kind]}`, "", ...sentences.map((each) => `- ${cited(each)}`), "");
  }
  for (const rank of ranks) {
    const passages = page.passages.filter((each) => each.rank === rank);
    if (passages.length === 0) continue;
    lines.push(`## ${rankTitles[rank]}`, "");
    for (const passage of passages) {
      lines.push(`${numberOf(page, passage.id)}. > ${passage.words}`, "");
      if (passage.gloss !== null) lines.push(`   ${passage.gloss}${draftMark(passage)}`, "");
      lines.push(`   — ${sourceLine(passage)}`, "");
      if (passage.remark !== null) lines.push(`   (${passage.remark})`, "");
    }
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

/** The page as a piece of HTML without scripts or styles. */
export function pageToHtml(page: ConceptPage): string {
  const overview = overviewKinds.map((kind) => {
    const sentences = page.overview.filter((each) => each.kind === kind);
    if (sentences.length === 0) return "";
    const items = sentences.map((each) => `<li>${escaped(cited(each))}</li>`);
    return `<h2>${overviewTitles[kind]}</h2>\n<ul>\n${items.join("\n")}\n</ul>`;
  });
  const parts = ranks.map((rank) => {
    const passages = page.passages.filter((each) => each.rank === rank);
    if (passages.length === 0) return "";
    const items = passages.map(
      (each) =>
        `<li value="${numberOf(page, each.id)}"><blockquote>${escaped(each.words)}</blockquote>` +
        `${each.gloss === null ? "" : `<p>${escaped(each.gloss + draftMark(each))}</p>`}` +
        `<p><cite>${escaped(sourceLine(each))}</cite></p>` +
        `${each.remark === null ? "" : `<p>${escaped(each.remark)}</p>`}</li>`,
    );
    return `<h2>${rankTitles[rank]}</h2>\n<ol>\n${items.join("\n")}\n</ol>`;
  });
  const head = `<h1>${escaped(page.concept.name)}</h1>\n<p>${escaped(page.concept.definition)}</p>`;
  return `<article>\n${[head, ...overview, ...parts].filter((part) => part !== "").join("\n")}\n</article>\n`;
}

/**
 * The sources of the page as CSL-JSON, one entry each. Its `annote` has the sentences of the overview that rest on the
 * source.
 */
export function pageToCsl(page: ConceptPage): readonly object[] {
  const sources = new Map(page.passages.map(({ text, source }) => [text, source]));
  return [...sources].map(([id, source]) => ({ ...sourceToCsl(id, source), ...annotation(page, id) }));
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
    note: sourceInWords(source),
  };
}

/** What the overview says with passages of this text behind it. */
function annotation(page: ConceptPage, text: TextId): { readonly annote?: string } {
  const own = new Set(page.passages.filter((each) => each.text === text).map(({ id }) => id));
  const sentences = page.overview.filter(({ cites }) => cites.some((id) => own.has(id)));
  if (sentences.length === 0) return {};
  return { annote: sentences.map(({ kind, words }) => `${overviewTitles[kind]}: ${words}`).join(" ") };
}

const numberOf = (page: ConceptPage, id: string): number =>
  page.passages.findIndex((each) => each.id === id) + 1;

/** A sentence with the numbers of its passages, and with what has become of those that have none. */
function cited(sentence: SupportedSentence): string {
  const numbers = numbersOf(sentence);
  const remarks = remarksOn(sentence);
  return [
    sentence.words,
    ...(numbers.length === 0 ? [] : [`[${numbers.join(", ")}]`]),
    ...(remarks.length === 0 ? [] : [`(${remarks.join(" ")})`]),
  ].join(" ");
}

const draftMark = ({ glossBy }: ShownPassage): string =>
  glossBy === "model" ? " (drafted by a language model)" : "";

const escaped = (words: string): string =>
  words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
