import type { ReactNode } from "react";
import type { Tone } from "./Notice.tsx";

/** A word or two about a state. The words carry the meaning; the colour only repeats it. */
export function Badge({ tone, children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={tone === undefined ? "badge" : `badge badge-${tone}`}>{children}</span>;
}
