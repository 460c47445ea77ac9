import { raterKey } from "@concord/charts";
import type { Rater } from "@concord/instruments";
import type { ReactNode } from "react";
import { useMessages } from "./frame/messages.ts";

/** A rater: the same mark, colour and label as in every chart. */
export function RaterMark({ rater, children }: { readonly rater: Rater; readonly children?: ReactNode }) {
  const { text } = useMessages();
  return (
    <span className={`rater rater-${rater}`}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a drawing of our own, with nothing in it that a person wrote */}
      <span className="rater-key" dangerouslySetInnerHTML={{ __html: raterKey(rater) }} />
      {children ?? text(`charts.rater.${rater}`)}
    </span>
  );
}
