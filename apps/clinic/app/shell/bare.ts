import { useMatches } from "react-router";
import type { DocumentLanguage } from "../form/form-messages.ts";

/** What a route says of itself: `bare` pages carry no React in the browser and their own style sheet. */
export interface PageHandle {
  readonly bare?: boolean;
  /** Without the bar and the foot: sign-in, set-up, the review side by side. */
  readonly plain?: boolean;
  /** The most bytes that may be sent here, where a form of a few fields (64 KB) is not all: `mebibytes(32)`. */
  readonly maxBody?: number;
}

/** The language of a page's document, where its loader says it: as `document: { lang, dir }`. */
export function useDocumentLanguage(): { readonly lang: string; readonly dir?: "ltr" | "rtl" } {
  const languages = useMatches().flatMap(({ loaderData }) =>
    typeof loaderData === "object" && loaderData !== null && "document" in loaderData
      ? [loaderData.document as DocumentLanguage]
      : [],
  );
  return languages.at(-1) ?? { lang: "en" };
}

export function usePageHandle(): PageHandle {
  return Object.assign({}, ...useMatches().map((match) => match.handle ?? {}));
}
