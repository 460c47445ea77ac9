import { sourceInWords } from "../text/source.ts";
import { type ConceptPage, ranks, type ShownPassage, sourceLine } from "./page.ts";

const rankTitles = { thesis: "Theses", supporting: "Supporting passages", aside: "Asides" } as const;

/** The page as Markdown: what anyone can paste and any tool can read. */
export function pageToMarkdown(page: ConceptPage): string {
  const lines: string[] = [`# ${page.concept.name}`, "", page.concept.definition, ""];
  const names = page.concept.wordings.map(({ words }) => words);
  if (names.length > 0) lines.push(`Also: ${names.join(" · ")}`, "");
  for (const { words, cites } of page.overview) lines.push(`${words} ${numbersOf(page, cites)}`.trim(), "");
  lines.push(`${page.count} ${page.count === 1 ? "passage" : "passages"}`, "");
  for (const rank of ranks) {
    const passages = page.passages.filter((each) => each.rank === rank);
    if (passages.length === 0) continue;
    lines.push(`## ${rankTitles[rank]}`, "");
    for (const passage of passages) {
      lines.push(`${numberOf(page, passage.id)}. > ${passage.words}`, "");
      if (passage.gloss !== null) lines.push(`   ${passage.gloss}${draftMark(passage)}`, "");
      lines.push(`   — ${sourceLine(passage)}`, "");
    }
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

/** The page as a piece of HTML without scripts or styles. */
export function pageToHtml(page: ConceptPage): string {
  const overview = page.overview
    .map(({ words, cites }) => `<p>${escaped(words)} ${escaped(numbersOf(page, cites))}</p>`)
    .join("\n");
  const parts = ranks.map((rank) => {
    const passages = page.passages.filter((each) => each.rank === rank);
    if (passages.length === 0) return "";
    const items = passages.map(
      (each) =>
        `<li value="${numberOf(page, each.id)}"><blockquote>${escaped(each.words)}</blockquote>` +
        `${each.gloss === null ? "" : `<p>${escaped(each.gloss + draftMark(each))}</p>`}` +
        `<p><cite>${escaped(sourceLine(each))}</cite></p></li>`,
    );
    return `<h2>${rankTitles[rank]}</h2>\n<ol>\n${items.join("\n")}\n</ol>`;
  });
  const head = `<h1>${escaped(page.concept.name)}</h1>\n<p>${escaped(page.concept.definition)}</p>`;
  return `<article>\n${[head, overview, ...parts].filter((part) => part !== "").join("\n")}\n</article>\n`;
}

/** The sources of the page as CSL-JSON, one entry each. */
export function pageToCsl(page: ConceptPage): readonly object[] {
  const sources = new Map(page.passages.map(({ text, source }) => [text, source]));
  return [...sources].map(([id, source]) => ({
    id,
    type: source.container === null ? "book" : "article-journal",
    title: source.title,
    author: source.authors.map((author) => {
      const [family, given] = author.split(/,\s*/);
      return given === undefined ? { literal: author } : { family, given };
    }),
    ...(source.year === null ? {} : { issued: { "date-parts": [[source.year]] } }),
    ...(source.firstYear === null ? {} : { "original-date": { "date-parts": [[source.firstYear]] } }),
    ...(source.translator === null ? {} : { translator: [{ literal: source.translator }] }),
    ...(source.container === null ? {} : { "container-title": source.container }),
    ...(source.volume === null ? {} : { volume: source.volume }),
    ...(source.publisher === null ? {} : { publisher: source.publisher }),
    ...(source.doi === null ? {} : { DOI: source.doi }),
    note: sourceInWords(source),
  }));
}

const numberOf = (page: ConceptPage, id: string): number =>
  page.passages.findIndex((each) => each.id === id) + 1;

function numbersOf(page: ConceptPage, cites: readonly string[]): string {
  const numbers = cites.map((id) => numberOf(page, id)).filter((number) => number > 0);
  return numbers.length === 0 ? "" : `[${numbers.join(", ")}]`;
}

const draftMark = ({ glossBy }: ShownPassage): string =>
  glossBy === "model" ? " (drafted by a language model)" : "";

const escaped = (words: string): string =>
  words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
