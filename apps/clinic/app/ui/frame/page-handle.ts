import { useMatches } from "react-router";
import type { DocumentLanguage } from "../questionnaire/form-messages.ts";
import { useMessages } from "./messages.ts";

/** What a route says of itself: `bare` pages carry no React in the browser and their own style sheet. */
export interface PageHandle {
  readonly bare?: boolean;
  /** Without the bar and the foot: sign-in, set-up, the review side by side. */
  readonly plain?: boolean;
}

/** Returns the language of a page's document: what its loader says as `document: { lang, dir }`, else the viewer's. */
export function useDocumentLanguage(): { readonly lang: string; readonly dir?: "ltr" | "rtl" } {
  const languages = useMatches().flatMap(({ loaderData }) =>
    typeof loaderData === "object" && loaderData !== null && "document" in loaderData
      ? [loaderData.document as DocumentLanguage]
      : [],
  );
  const { locale, direction } = useMessages();
  return languages.at(-1) ?? (direction === "rtl" ? { lang: locale, dir: direction } : { lang: locale });
}

export function usePageHandle(): PageHandle {
  return Object.assign({}, ...useMatches().map((match) => match.handle ?? {}));
}
