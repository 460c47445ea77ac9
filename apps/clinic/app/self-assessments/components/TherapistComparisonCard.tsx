import { ClaimLinks } from "../../ui/clinical/ClaimLinks.tsx";
import { useMessages } from "../../ui/frame/messages.ts";
import { Card } from "../../ui/index.ts";
import { ResponsiveChart } from "../../ui/ResponsiveChart.tsx";
import type { OwnViewPage } from "../own-view.server.ts";

/** How one’s own ratings compare with those of one’s clients, and what one’s own attachment may have to do with it. */
export function TherapistComparisonCard({ own }: { readonly own: OwnViewPage }) {
  const { text } = useMessages();
  return (
    <Card title={text("reflections.comparison.title")}>
      {own.kind === "too-few" ? (
        <p className="soft">{text("reflections.comparison.too-early", { reason: own.reason })}</p>
      ) : (
        <>
          <p className="lead">{own.lead}</p>
          <p>
            {text(
              own.anxious === null
                ? "reflections.comparison.not-asked"
                : own.anxious >= 50
                  ? "reflections.comparison.anxious"
                  : "reflections.comparison.not-anxious",
            )}
          </p>
          <p className="small">
            {text("reflections.comparison.study")}{" "}
            <ClaimLinks claims={["therapist-anxiety-lowers-own-rating"]} />
          </p>
          <ResponsiveChart drawn={{ ...own.drawn, words: own.figures }} />
        </>
      )}
    </Card>
  );
}
