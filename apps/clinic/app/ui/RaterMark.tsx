import { raterKey, raterWords } from "@concord/charts";
import type { Rater } from "@concord/instruments";
import type { ReactNode } from "react";

/** Who speaks: the same mark, colour and word as in every chart. */
export function RaterMark({ rater, children }: { readonly rater: Rater; readonly children?: ReactNode }) {
  return (
    <span className={`rater rater-${rater}`}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a drawing of our own, with nothing in it that a person wrote */}
      <span className="rater-key" dangerouslySetInnerHTML={{ __html: raterKey(rater) }} />
      {children ?? raterWords[rater]}
    </span>
  );
}
