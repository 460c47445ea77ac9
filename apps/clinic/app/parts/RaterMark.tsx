import { raterKey } from "@concord/charts";
import type { Rater } from "@concord/instruments";
import type { ReactNode } from "react";

export const raterWords: Readonly<Record<Rater, string>> = {
  client: "Client",
  therapist: "Therapist",
  observer: "Observer",
  caregiver: "Caregiver",
  member: "Group member",
};

/** Who speaks: the mark of the charts, the word, the colour. Colour is never alone. */
export function RaterMark({ rater, children }: { readonly rater: Rater; readonly children?: ReactNode }) {
  return (
    <span className={`rater rater-${rater}`}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: marks are strings of SVG, composed by the charts */}
      <span className="rater-shape" dangerouslySetInnerHTML={{ __html: raterKey(rater) }} />
      {children ?? raterWords[rater]}
    </span>
  );
}
