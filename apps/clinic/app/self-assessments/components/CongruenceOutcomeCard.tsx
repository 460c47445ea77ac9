import { useMessages } from "../../ui/frame/messages.ts";
import { Card } from "../../ui/index.ts";
import { ResponsiveChart } from "../../ui/ResponsiveChart.tsx";
import type { FollowedPage } from "../own-view.server.ts";

/** What followed sessions on which therapist and client agreed, and those on which they did not. */
export function CongruenceOutcomeCard({ followed }: { readonly followed: FollowedPage }) {
  const { text } = useMessages();
  return (
    <Card title={text("reflections.outcome.title")}>
      {followed.kind === "none" ? (
        <p className="soft">{text("reflections.outcome.too-early", { reason: followed.reason })}</p>
      ) : (
        <>
          {followed.sentences.length > 0 ? (
            <>
              <p className="lead">{followed.sentences.join(" ")}</p>
              <ResponsiveChart drawn={{ ...followed.drawn, words: followed.figures }} />
            </>
          ) : (
            <>
              <p className="lead">
                {text("reflections.outcome.unclear", {
                  sessions: followed.sessions,
                  pairs: followed.pairs,
                })}
              </p>
              <details className="details details-small">
                <summary>{text("reflections.outcome.show-chart")}</summary>
                <ResponsiveChart drawn={{ ...followed.drawn, words: followed.figures }} />
              </details>
            </>
          )}
          <p className="soft small">{text("reflections.outcome.caution")}</p>
        </>
      )}
    </Card>
  );
}
