import type { StaffMessages } from "@concord/messages";
import { referenceOf } from "../text/source.ts";
import type { Span, Text } from "../text/text.ts";
import { differencesMessage } from "../text/word-account.ts";
import { describe } from "./anchor.ts";
import { type Quotation, stateOf } from "./quotation.ts";

/** A quotation in the W3C Web Annotation model (2017), as JSON-LD. */
export interface WebAnnotation {
  readonly "@context": "http://www.w3.org/ns/anno.jsonld";
  readonly id: string;
  readonly type: "Annotation";
  readonly motivation: "highlighting" | "describing";
  readonly body?: readonly {
    readonly type: "TextualBody";
    readonly value: string;
    readonly purpose: string;
    /** Who wrote it, where no person did. */
    readonly creator?: { readonly type: "Software"; readonly name: string };
  }[];
  readonly target: readonly AnnotationTarget[];
}

export interface AnnotationTarget {
  readonly source: string;
  readonly "schema:citation": string;
  readonly selector: readonly [
    { readonly type: "TextPositionSelector"; readonly start: number; readonly end: number },
    {
      readonly type: "TextQuoteSelector";
      readonly exact: string;
      readonly prefix: string;
      readonly suffix: string;
    },
  ];
}

/**
 * One annotation for a quotation, one target for each of its pieces.
 *
 * Places are those of today, should the words have moved. Positions are counted in Unicode code points, as the
 * model asks (section 4.2.5), not in UTF-16 units. The source is the digest of the file's bytes, so that anyone with the same file finds the same place.
 */
export function annotationOf(
  id: string,
  quotation: Quotation,
  text: Text,
  { of }: Pick<StaffMessages, "of">,
  gloss: string | null = null,
  glossBy: "scholar" | "model" = "scholar",
): WebAnnotation {
  const state = stateOf(quotation, text);
  const remark = differencesMessage(text.words);
  const isThere = state.kind === "verified" || state.kind === "moved";
  const anchors = isThere ? state.spans.map((span) => describe(text, span)) : quotation.anchors;
  const target = anchors.map(({ from, to, exact, prefix, suffix }): AnnotationTarget => {
    const { from: start, to: end } = inCodePoints(text.characters, { from, to });
    return {
      source: `urn:sha256:${quotation.digest}`,
      "schema:citation": of(referenceOf(text.source)),
      selector: [
        { type: "TextPositionSelector", start, end },
        { type: "TextQuoteSelector", exact, prefix, suffix },
      ],
    };
  });
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id,
    type: "Annotation",
    motivation: gloss === null ? "highlighting" : "describing",
    ...(gloss === null && remark === null
      ? {}
      : {
          body: [
            ...(gloss === null
              ? []
              : [{ type: "TextualBody" as const, value: gloss, purpose: "describing", ...creator[glossBy] }]),
            // What is to be known of the reading of the file goes with every quotation from it.
            ...(remark === null
              ? []
              : [{ type: "TextualBody" as const, value: of(remark), purpose: "assessing" }]),
          ],
        }),
    target,
  };
}

/** A draft says that it is one (Web Annotation, section 3.3.1: agents). */
const creator = {
  scholar: {},
  model: { creator: { type: "Software", name: "a language model" } },
} as const;

/** UTF-16 offsets as code points: every pair of surrogates before counts once. */
export function inCodePoints(characters: string, { from, to }: Span): Span {
  const before = codePoints(characters, 0, from);
  return { from: before, to: before + codePoints(characters, from, to) };
}

function codePoints(characters: string, from: number, to: number): number {
  let count = to - from;
  for (let at = from; at + 1 < to; at++) {
    const code = characters.charCodeAt(at);
    if (code >= 0xd800 && code < 0xdc00) count -= 1;
  }
  return count;
}
