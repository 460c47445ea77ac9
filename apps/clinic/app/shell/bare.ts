import { useMatches } from "react-router";

/** What a route says of itself: `bare` pages carry no React in the browser and their own style sheet. */
export interface PageHandle {
  readonly bare?: boolean;
  /** Without the bar and the foot: sign-in, set-up, the review side by side. */
  readonly plain?: boolean;
  /** The most bytes that may be sent here, where a form of a few fields (64 KB) is not all: `mebibytes(32)`. */
  readonly maxBody?: number;
}

export function usePageHandle(): PageHandle {
  return Object.assign({}, ...useMatches().map((match) => match.handle ?? {}));
}
