import type { ReactNode } from "react";

/** The one plain sentence a page is about. */
export function Sentence({ children }: { readonly children: ReactNode }) {
  return <p className="sentence">{children}</p>;
}
