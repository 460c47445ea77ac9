import { ClaimLinks } from "../../ui/clinical/ClaimLinks.tsx";
import { useMessages } from "../../ui/frame/messages.ts";
import { Card } from "../../ui/index.ts";
import { ResponsiveChart } from "../../ui/ResponsiveChart.tsx";
import type { OwnViewPage } from "../own-view.server.ts";

/** How one's own ratings lie to those of one's clients, and what one's own attachment may have to do with it. */
export function TherapistComparisonCard({ own }: { readonly own: OwnViewPage }) {
  const { of } = useMessages();
  return (
    <Card title="Your eyes and theirs">
      {own.kind === "too-few" ? (
        <p className="soft">Too early to say anything about you: {of(own.reason)}.</p>
      ) : (
        <>
          <p className="lead">{own.lead}</p>
          <p>{anxiousWords(own.anxious)}</p>
          <p className="small">
            In a synthesis of twelve studies, therapists who are anxious about attachment rated their own
            alliances lower (r = −.31, 95% CI [−.38, −.24]), while their clients’ ratings knew nothing of it
            (r = .04, [−.16, .24]). So a low mark of yours may speak of you. Your clients’ marks need no such
            correction. <ClaimLinks claims={["therapist-anxiety-lowers-own-rating"]} />
          </p>
          <ResponsiveChart drawn={{ ...own.drawn, words: own.figures }} />
        </>
      )}
    </Card>
  );
}

function anxiousWords(percent: number | null): string {
  if (percent === null) return "You have not asked yourself about closeness yet; the form is below.";
  return percent >= 50
    ? "By your own word you lie in the upper half of the form’s range for attachment anxiety (it has no norms yet): when you mark an hour low, look at the client’s form before you believe it."
    : "By your own word you lie in the lower half of the form’s range for attachment anxiety (it has no norms yet): what follows speaks of others more than of you.";
}
