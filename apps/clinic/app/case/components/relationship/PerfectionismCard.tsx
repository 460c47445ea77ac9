import type { PerfectionismReading } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import type { RelationshipView } from "@concord/practice";
import { ClaimLinks } from "../../../ui/clinical/ClaimLinks.tsx";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Badge, Card } from "../../../ui/index.ts";
import { PopulationForm } from "./PopulationForm.tsx";

/** The client's perfectionism at intake, and what to monitor because of it. Never an alert. */
export function PerfectionismCard(props: {
  readonly relationship: RelationshipView;
  readonly mayWrite: boolean;
}) {
  const messages = useMessages();
  const { of, text } = messages;
  const { perfectionism } = props.relationship;
  if (perfectionism === null) return null;
  const { reading, watch, compared } = perfectionism;
  return (
    <Card title={text("relationship.perfectionism.title")}>
      <p className="lead">{levelText(reading, messages)}</p>
      <ul className="watch-list">
        {watch.map((item) => (
          <li key={item.watch}>
            <span className="watch-head">
              <strong>{text(`relationship.perfectionism.topic.${item.watch}`)}</strong>
              <Badge {...(item.state === "look" && { tone: "note" as const })}>
                {text(`relationship.perfectionism.state.${item.state}`)}
              </Badge>
              <span className="soft small">{text(`relationship.perfectionism.when.${item.when}`)}</span>
            </span>
            <span>{of(item.message)}</span>
          </li>
        ))}
      </ul>
      <PopulationForm matter="perfectionism-norm" compared={compared} mayWrite={props.mayWrite} />
      <p className="soft small">
        {text("relationship.perfectionism.about")}{" "}
        <ClaimLinks claims={["perfectionism-slows-engagement", "rogerian-conditions-predict-outcome"]} />
      </p>
    </Card>
  );
}

function levelText({ level, measured, population }: PerfectionismReading, { text }: StaffMessages): string {
  const { minimum, maximum } = measured;
  const values = { score: Math.round(measured.value * 10) / 10, minimum, maximum };
  return level.kind === "none"
    ? text("relationship.perfectionism.unknown", { ...values, reason: level.reason })
    : text("relationship.perfectionism.level", {
        ...values,
        third: level.third,
        reliability: population?.scales.find((each) => each.scale === measured.scale)?.alpha ?? 0,
      });
}
