import type { AttachmentReading, Population, Strategy, StrategyEstimate } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import type { RelationshipView } from "@concord/practice";
import { ClaimLinks } from "../../../ui/clinical/ClaimLinks.tsx";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RichText } from "../../../ui/frame/RichText.tsx";
import { Card } from "../../../ui/index.ts";
import { ResponsiveChart } from "../../../ui/ResponsiveChart.tsx";
import type { Between } from "../../between-page.server.ts";
import { markup } from "../markup.tsx";
import { BondParts } from "./BondParts.tsx";
import { PopulationForm } from "./PopulationForm.tsx";

/** The client's attachment to others and to the therapist. A strategy is named only with norms, as a possibility. */
export function AttachmentCard(props: {
  readonly relationship: RelationshipView;
  readonly between: Between;
  readonly mayWrite: boolean;
}) {
  const { relationship, between, mayWrite } = props;
  const { of, text } = useMessages();
  const { attachment, bond } = relationship;
  if (attachment === null && bond.sides.length === 0) return null;
  const newest = attachment?.readings[attachment.readings.length - 1];
  return (
    <Card title={text("relationship.attachment.title")}>
      {newest !== undefined && (
        <p>
          {text("relationship.attachment.scores", {
            anxiety: outOf100(newest.anxiety),
            avoidance: outOf100(newest.avoidance),
            group: attachment?.compared.chosen === null ? "none" : "chosen",
          })}
        </p>
      )}
      {newest !== undefined && <StrategyText estimate={newest.leaning} population={newest.population} />}
      {between.plane !== null && <ResponsiveChart drawn={between.plane} />}
      {attachment !== null && (
        <>
          <PopulationForm matter="attachment-norm" compared={attachment.compared} mayWrite={mayWrite} />
          <p className="soft small">{text("relationship.attachment.caution", { sd: between.markedFrom })}</p>
        </>
      )}
      <BondParts bond={bond} takeUp={of(between.takeUp.message)} />
      <p className="soft small">
        {text("relationship.claims.many")}{" "}
        <ClaimLinks
          claims={[
            "insecure-attachment-lowers-alliance",
            "secure-attachment-to-therapist-goes-with-alliance",
            "attachment-anxiety-predicts-worse-outcome",
          ]}
        />
      </p>
    </Card>
  );
}

function outOf100({ value, minimum, maximum }: AttachmentReading["anxiety"]): number {
  return Math.round((100 * (value - minimum)) / (maximum - minimum));
}

function reliabilityText(population: Population | null, { text }: StaffMessages): string {
  const alpha = (scale: string) => population?.scales.find((each) => each.scale === scale)?.alpha ?? null;
  const [anxiety, avoidance] = [alpha("anxiety"), alpha("avoidance")];
  return anxiety === null || avoidance === null
    ? ""
    : text("relationship.attachment.standing", { anxiety, avoidance });
}

function StrategyText({
  estimate,
  population,
}: {
  readonly estimate: StrategyEstimate;
  readonly population: Population | null;
}) {
  const messages = useMessages();
  const { text } = messages;
  switch (estimate.kind) {
    case "none":
      return <p className="lead">{text("relationship.attachment.none", { reason: estimate.reason })}</p>;
    case "undecided":
      return (
        <p className="lead">
          {text("relationship.attachment.undecided", { strategies: possible(estimate.chances, messages) })}
        </p>
      );
    case "leaning": {
      const others = possible(estimate.chances, messages).slice(1);
      return (
        <>
          <p className="lead">
            <RichText
              id={`relationship.attachment.lead.${estimate.strategy}`}
              values={{}}
              tags={{ badge: markup.badge }}
            />
          </p>
          <p className="small">
            {others.length > 0 && <>{text("relationship.attachment.also", { strategies: others })} </>}
            {reliabilityText(population, messages)}
          </p>
        </>
      );
    }
  }
}

/** Strategies that the answers leave possible (at least 5%), the likeliest first. Short questionnaires carry no figures. */
function possible(chances: Readonly<Record<Strategy, number>>, { text }: StaffMessages): readonly string[] {
  return (Object.entries(chances) as [Strategy, number][])
    .toSorted((a, b) => b[1] - a[1])
    .filter(([, chance]) => chance >= 0.05)
    .map(([strategy]) => text(`charts.strategy.${strategy}`));
}
