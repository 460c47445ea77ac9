import { distanceWords } from "@concord/charts";
import type { DistanceAnswer, DistanceReading } from "@concord/course";
import type { RelationshipView } from "@concord/practice";
import { ClaimLinks } from "../../../ui/clinical/ClaimLinks.tsx";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Badge, Card } from "../../../ui/index.ts";
import { ResponsiveChart } from "../../../ui/ResponsiveChart.tsx";
import type { Between } from "../../between-page.server.ts";

/** How near, how far: the model's way for this client, what their forms say to it, and how far the model holds. */
export function DistanceCard(props: { readonly relationship: RelationshipView; readonly between: Between }) {
  const { of, written } = useMessages();
  const { between } = props;
  const { distance } = props.relationship;
  if (distance.step === null && between.distance === null) return null;
  return (
    <Card title="How near, how far">
      {distance.step === null ? (
        <p>
          No direction is suggested: that would need a strategy, and none is named. What the client says of
          distance counts all the same.
        </p>
      ) : (
        <>
          <p className="lead">{answerWords(distance)}</p>
          <p className="guidance-own">
            <strong>The model would have you:</strong> {of(distance.step.message)}
          </p>
        </>
      )}
      {distance.felt.length > 0 && (
        <p>
          Now the client says you are{" "}
          {distance.felt.map((each) => distanceWords[each].toLowerCase()).join(" and ")}. That comes before
          any plan.
        </p>
      )}
      {between.distance === null ? (
        <p className="soft small">The form on distance comes with every fifth session.</p>
      ) : (
        <ResponsiveChart drawn={between.distance} />
      )}
      <details className="details details-small">
        <summary>How far this model holds</summary>
        <div className="basis">
          <p>
            <Badge>Evidence {between.standing.grade}</Badge> {of(between.standing.message)}: twelve
            experienced therapists were asked, and the test since bears out one half.
          </p>
          <ul className="basis-points">
            {between.standing.findings.map((finding) => (
              <li key={finding.id}>{of(finding)}</li>
            ))}
          </ul>
          <p className="soft">
            Claim: <ClaimLinks claims={between.standing.claims} />.{" "}
            {distance.lines[0]?.stepBasis !== undefined &&
              `A move counts from ${distance.lines[0].step} of 100: ${written(distance.lines[0].stepBasis)}.`}
          </p>
        </div>
      </details>
    </Card>
  );
}

function answerWords({ answer, step }: DistanceReading): string {
  const slow = step?.slowDownScale == null ? "" : distanceWords[step.slowDownScale].toLowerCase();
  const on = step?.progressScale == null ? "" : distanceWords[step.progressScale].toLowerCase();
  const words: Readonly<Record<DistanceAnswer["kind"], string>> = {
    "not-measured": "Distance has not been asked yet; the plan below waits for the client’s word.",
    once: "Distance has been asked once; the next form will show which way it goes.",
    slow: `Go slower: “${slow}” has risen since the form before.`,
    "go-on": `It carries: “${on}” has risen since the form before.`,
    "both-ways": `Both have risen, “${slow}” and “${on}”: it moves, and it is felt. Ask how the pace is.`,
    "no-clear-move": "No clear move since the form before.",
  };
  return words[answer.kind];
}
