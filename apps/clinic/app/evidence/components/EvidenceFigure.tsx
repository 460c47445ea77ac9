import { useMessages } from "../../ui/frame/messages.ts";
import { Chart } from "../../ui/index.ts";
import type { Drawn } from "../page-data/draw-evidence.server.ts";

/** A figure for wide and for narrow screens, and beneath it the same in words. */
export function EvidenceFigure({ drawn, said }: { readonly drawn: Drawn; readonly said?: string }) {
  const { text } = useMessages();
  return (
    <figure className="evidence-figure">
      <div className="evidence-wide">
        <Chart svg={drawn.wide} />
      </div>
      <div className="evidence-narrow">
        <Chart svg={drawn.narrow} />
      </div>
      {drawn.words !== null && (
        <figcaption>
          <details className="details details-small">
            <summary>{said ?? text("evidence.source.text-version")}</summary>
            <p className="soft small">{drawn.words}</p>
          </details>
        </figcaption>
      )}
    </figure>
  );
}
