import type { DistanceReading, DistanceScale } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import type { RelationshipView } from "@concord/practice";
import type { Suspension } from "@concord/signals";
import { ClaimLinks } from "../../../ui/clinical/ClaimLinks.tsx";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RichText } from "../../../ui/frame/RichText.tsx";
import { Card } from "../../../ui/index.ts";
import { ResponsiveChart } from "../../../ui/ResponsiveChart.tsx";
import type { Between } from "../../between-page.server.ts";
import { markup } from "../markup.tsx";

/** Therapeutic distance: what the model suggests for this client, what their ratings show, and the evidence for the model. */
export function DistanceCard(props: {
  readonly relationship: RelationshipView;
  readonly between: Between;
  /** What pauses the plan, and why. */
  readonly suspended: readonly Suspension[];
}) {
  const messages = useMessages();
  const { of, text } = messages;
  const { between, suspended } = props;
  const { attachment, bond, distance } = props.relationship;
  const group = attachment?.compared.chosen ?? null;
  if (distance.step === null && between.distance === null) return null;
  const line = distance.lines[0];
  return (
    <Card title={text("relationship.distance.title")}>
      {suspended[0] !== undefined ? (
        <p className="lead">{of(suspended[0].message)}</p>
      ) : distance.step === null ? (
        <p>{text("relationship.distance.no-direction")}</p>
      ) : (
        <>
          <p className="lead">{answerText(distance, messages)}</p>
          <p className="guidance-own">
            <RichText
              id="relationship.distance.suggested"
              values={{ step: distance.step.message }}
              tags={{ strong: markup.strong }}
            />
          </p>
          {bond.strongerAndWiser?.level === "lacking" && <p>{text("relationship.distance.not-stronger")}</p>}
          {group !== null && (
            <p className="small">
              {text("relationship.distance.rests-on", {
                group: group.title,
                provisional: group.certainty === "doubtful" ? "yes" : "no",
              })}
            </p>
          )}
        </>
      )}
      {distance.felt.length > 0 && (
        <p>
          {text("relationship.distance.felt", {
            scales: distance.felt.map((scale) => scaleText(scale, messages)),
          })}
        </p>
      )}
      {between.distance === null ? (
        <p className="soft small">{text("relationship.distance.every-fifth")}</p>
      ) : (
        <ResponsiveChart drawn={between.distance} />
      )}
      <details className="details details-small">
        <summary>{text("relationship.distance.how-strong")}</summary>
        <div className="basis">
          <p>
            <RichText
              id="relationship.distance.grade"
              values={{ grade: between.standing.grade, strength: between.standing.message }}
              tags={{ badge: markup.badge }}
            />
          </p>
          <ul className="basis-points">
            {between.standing.findings.map((finding) => (
              <li key={finding.id}>{of(finding)}</li>
            ))}
          </ul>
          <p className="soft">
            {text("relationship.claims.one")} <ClaimLinks claims={between.standing.claims} />
          </p>
          {line !== undefined && (
            <p className="soft">
              {text("relationship.distance.step", {
                step: Math.round(line.step * 10) / 10,
                basis: line.stepBasis,
              })}
            </p>
          )}
        </div>
      </details>
    </Card>
  );
}

function scaleText(scale: DistanceScale, { text }: StaffMessages): string {
  return text(`charts.distance.scale.${scale}`);
}

function answerText({ answer, step }: DistanceReading, messages: StaffMessages): string {
  const { text } = messages;
  const name = (scale: DistanceScale | null | undefined) => (scale == null ? "" : scaleText(scale, messages));
  const slow = name(step?.slowDownScale);
  const on = name(step?.progressScale);
  switch (answer.kind) {
    case "slow":
      return text("relationship.distance.answer.slow", { slow });
    case "go-on":
      return text("relationship.distance.answer.go-on", { on });
    case "both-ways":
      return text("relationship.distance.answer.both-ways", { slow, on });
    default:
      return text(`relationship.distance.answer.${answer.kind}`);
  }
}
