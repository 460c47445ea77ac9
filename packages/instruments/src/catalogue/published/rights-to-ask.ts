import type { Rights } from "../../instrument.ts";

/** Usually free for research; nobody has yet been asked whether the words may be in a repository. */
export function rightsToAsk(holder: string): Rights {
  return {
    status: "ask",
    holder,
    statement:
      "Free for research by custom. Redistribution in software needs written permission, which has not been asked for yet.",
    readOn: null,
    mayShipWording: false,
  };
}
