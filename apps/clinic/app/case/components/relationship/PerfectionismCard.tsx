import type { MonitoringItem, PerfectionismReading } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import type { RelationshipView } from "@concord/practice";
import { ClaimLinks } from "../../../ui/clinical/ClaimLinks.tsx";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Badge, Card } from "../../../ui/index.ts";
import { PopulationForm } from "./PopulationForm.tsx";

/** What the client asks of themselves, and what is worth watching for it. Never an alarm. */
export function PerfectionismCard(props: {
  readonly relationship: RelationshipView;
  readonly mayWrite: boolean;
}) {
  const { of } = useMessages();
  const { perfectionism } = props.relationship;
  if (perfectionism === null) return null;
  const { reading, watch, compared } = perfectionism;
  return (
    <Card title="What they ask of themselves">
      <p className="lead">{levelWords(reading, of)}</p>
      <ul className="watch-list">
        {watch.map((item) => (
          <li key={item.watch}>
            <span className="watch-head">
              <strong>{watchWords[item.watch]}</strong>
              <Badge {...(item.state === "look" && { tone: "note" as const })}>
                {stateWords[item.state]}
              </Badge>
              <span className="soft small">{whenWords[item.when]}</span>
            </span>
            <span>{of(item.message)}</span>
          </li>
        ))}
      </ul>
      <PopulationForm matter="perfectionism-norm" compared={compared} mayWrite={props.mayWrite} />
      <p className="soft small">
        High standards are no fault, and no rule here rings for them. What to watch comes mostly from
        re-analyses of one large trial. Claims:{" "}
        <ClaimLinks claims={["perfectionism-slows-engagement", "rogerian-conditions-predict-outcome"]} />
      </p>
    </Card>
  );
}

function levelWords({ level, measured }: PerfectionismReading, of: StaffMessages["of"]): string {
  const raw = `${Math.round(measured.value * 10) / 10} on ${measured.minimum} to ${measured.maximum} at intake`;
  if (level.kind === "none") {
    return `${raw}. Whether that is much is not said: ${of(level.reason)}. The list below leaves nothing out.`;
  }
  const chance = `${Math.min(99, Math.round(100 * level.chance))} in 100`;
  const third = { high: "upper", moderate: "middle", low: "lower" }[level.third];
  return `${raw}: most likely the ${third} third (${chance}). ${thirdWords[level.third]}`;
}

const thirdWords = {
  high: "Early on the bond may be held back; later it is their own part that may grow slowly.",
  moderate: "At this level an early sense of being understood seems to help most.",
  low: "Nothing in particular to watch for.",
} as const;

const watchWords: Readonly<Record<MonitoringItem["watch"], string>> = {
  "conditions-early": "Feeling understood early",
  "bond-early": "The bond early",
  "engagement-growth": "Their own part growing",
  "social-network": "The people around them",
  "mood-between": "Hostility and low spirits",
  "ending-announced": "An ending said early",
};

const whenWords: Readonly<Record<MonitoringItem["when"], string>> = {
  early: "first sessions",
  middle: "working through",
  throughout: "all along",
  late: "towards the end",
};

const stateWords: Readonly<Record<MonitoringItem["state"], string>> = {
  look: "Worth a thought",
  fine: "Fine so far",
  "not-yet": "Not yet",
  "not-measured": "Not asked",
};
