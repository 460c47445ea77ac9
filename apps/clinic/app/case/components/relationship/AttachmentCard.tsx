import { strategyWords } from "@concord/charts";
import type { AttachmentReading, Strategy, StrategyEstimate } from "@concord/course";
import type { RelationshipView } from "@concord/practice";
import { ClaimLinks } from "../../../ui/clinical/ClaimLinks.tsx";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Badge, Card } from "../../../ui/index.ts";
import { ResponsiveChart } from "../../../ui/ResponsiveChart.tsx";
import type { Between } from "../../between-page.server.ts";
import { BondParts } from "./BondParts.tsx";
import { PopulationForm } from "./PopulationForm.tsx";

/** How the client is with those close to them, and with the therapist. A strategy only with norms, and with its doubt. */
export function AttachmentCard(props: {
  readonly relationship: RelationshipView;
  readonly between: Between;
  readonly mayWrite: boolean;
}) {
  const { relationship, between, mayWrite } = props;
  const { of } = useMessages();
  const { attachment, bond } = relationship;
  if (attachment === null && bond.sides.length === 0) return null;
  const newest = attachment?.readings[attachment.readings.length - 1];
  return (
    <Card title="Close to others, and to you">
      {newest !== undefined && (
        <p>
          {scoreLabel("Attachment anxiety", newest.anxiety)}; {scoreLabel("avoidance", newest.avoidance)}.
          {attachment?.compared.chosen === null &&
            " No comparison group is chosen, so nothing says whether that is high or low."}
        </p>
      )}
      {newest !== undefined && <LeaningWords leaning={newest.leaning} />}
      {between.plane !== null && <ResponsiveChart drawn={between.plane} />}
      {attachment !== null && (
        <>
          <PopulationForm matter="attachment-norm" compared={attachment.compared} mayWrite={mayWrite} />
          <p className="soft small">
            Scales of this kind over-estimate insecurity in Taiwanese and perhaps other East Asian people:
            compare with people of the client’s own culture, or with nobody. A dimension counts as marked from{" "}
            {between.markedFrom} standard deviations above the mean, which is our own, provisional line.
          </p>
        </>
      )}
      <BondParts bond={bond} takeUp={of(between.takeUp.message)} />
      <p className="soft small">
        Claims:{" "}
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

function scoreLabel(name: string, { value, minimum, maximum }: AttachmentReading["anxiety"]): string {
  return `${name} ${Math.round((100 * (value - minimum)) / (maximum - minimum))} out of 100`;
}

function LeaningWords({ leaning }: { readonly leaning: StrategyEstimate }) {
  const { of } = useMessages();
  switch (leaning.kind) {
    case "none":
      return (
        <p className="lead">
          No strategy is named: {of(leaning.reason)}. The same answer is usual in one place and rare in
          another.
        </p>
      );
    case "undecided":
      return <p className="lead">One form cannot tell: {chanceWords(leaning.chances).join(", ")}.</p>;
    case "leaning": {
      const { plain, term } = strategyWords[leaning.strategy];
      const others = chanceWords(leaning.chances).slice(1);
      return (
        <>
          <p className="lead">
            When it gets hard, most likely {sentences[leaning.strategy]}{" "}
            <Badge>
              {plain}: {term}
            </Badge>
          </p>
          <p className="small">
            {hundred(leaning.chance)}
            {others.length > 0 && `; ${others.join(", ")}`}. A way of coping, not a diagnosis, and not a
            forecast of how this client will be with you.
          </p>
        </>
      );
    }
  }
}

const sentences: Readonly<Record<Strategy, string>> = {
  secure: "this client neither clings nor withdraws.",
  hyperactivating: "this client holds on: distress grows loud, and signs of being left are watched for.",
  deactivating: "this client keeps away: little is shown, and the relationship is played down.",
  fearful: "this client is torn: wanting closeness and fearing it.",
};

function chanceWords(chances: Readonly<Record<Strategy, number>>): readonly string[] {
  return (Object.entries(chances) as [Strategy, number][])
    .toSorted((a, b) => b[1] - a[1])
    .filter(([, chance]) => chance >= 0.05)
    .map(([strategy, chance]) => `${strategyWords[strategy].plain} ${hundred(chance)}`);
}

function hundred(chance: number): string {
  return `${Math.min(99, Math.round(100 * chance))} in 100`;
}
