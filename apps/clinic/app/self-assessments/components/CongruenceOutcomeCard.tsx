import { useMessages } from "../../ui/frame/messages.ts";
import { Card } from "../../ui/index.ts";
import { ResponsiveChart } from "../../ui/ResponsiveChart.tsx";
import type { FollowedPage } from "../own-view.server.ts";

/** What came after hours on which therapist and client agreed, and after those on which they did not. */
export function CongruenceOutcomeCard({ followed }: { readonly followed: FollowedPage }) {
  const { of } = useMessages();
  return (
    <Card title="When the two of you differ">
      {followed.kind === "none" ? (
        <p className="soft">Too early to say what follows: {of(followed.reason)}.</p>
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
                In {followed.hours} hours with {followed.pairs} clients nothing stands out that followed from
                your agreeing, or from your differing.
              </p>
              <details className="details details-small">
                <summary>The picture all the same</summary>
                <ResponsiveChart drawn={{ ...followed.drawn, words: followed.figures }} />
              </details>
            </>
          )}
          <p className="soft small">
            A picture of your own few hours, not a law. Elsewhere, over 580 pairs, hours that the therapist
            found weak and the client strong were followed by more symptoms than the other way round.
          </p>
        </>
      )}
    </Card>
  );
}
