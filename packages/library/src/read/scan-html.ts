import { type MarkupGrammar, type MarkupLetters, scanMarkup } from "./scan-markup.ts";

/** Elements of HTML at whose bounds words part. */
const parting: ReadonlySet<string> = new Set(
  (
    "address article aside audio blockquote body br button caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend " +
    "li link main menu meta nav noscript object ol optgroup option p pre script search section select style summary " +
    "svg table tbody td template textarea tfoot th thead title tr ul video"
  ).split(" "),
);

/** Returns every letter of a web page, by the plain scan. */
export const scanHtml = (characters: string, grammar: MarkupGrammar): MarkupLetters =>
  scanMarkup(characters, { grammar, isInline: (name) => !parting.has(name) });
