import type { AttachmentReading, Strategy, StrategyEstimate } from "@concord/course";
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
import { probability } from "./probability.ts";

/** The client's attachment to others and to the therapist. A strategy is named only with norms and its probability. */
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
      {newest !== undefined && <StrategyText estimate={newest.leaning} />}
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

function StrategyText({ estimate }: { readonly estimate: StrategyEstimate }) {
  const messages = useMessages();
  const { text } = messages;
  switch (estimate.kind) {
    case "none":
      return <p className="lead">{text("relationship.attachment.none", { reason: estimate.reason })}</p>;
    case "undecided":
      return (
        <p className="lead">
          {text("relationship.attachment.undecided", { probabilities: likely(estimate.chances, messages) })}
        </p>
      );
    case "leaning": {
      const others = likely(estimate.chances, messages).slice(1);
      const chance = probability(estimate.chance);
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
            {others.length === 0
              ? text("relationship.attachment.chance", { chance })
              : text("relationship.attachment.chance.others", { chance, others })}
          </p>
        </>
      );
    }
  }
}

/** Strategies of at least 5%, the likeliest first. */
function likely(chances: Readonly<Record<Strategy, number>>, { text }: StaffMessages): readonly string[] {
  return (Object.entries(chances) as [Strategy, number][])
    .toSorted((a, b) => b[1] - a[1])
    .filter(([, chance]) => chance >= 0.05)
    .map(([strategy, chance]) =>
      text("relationship.attachment.probability", {
        strategy: text(`charts.strategy.${strategy}`),
        chance: probability(chance),
      }),
    );
}
