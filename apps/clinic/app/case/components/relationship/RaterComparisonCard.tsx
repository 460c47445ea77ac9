import { signed } from "@concord/charts";
import type { AmongOwn, RelationshipView } from "@concord/practice";
import { Link } from "react-router";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RichText } from "../../../ui/frame/RichText.tsx";
import { Card } from "../../../ui/index.ts";
import { ResponsiveChart } from "../../../ui/ResponsiveChart.tsx";
import type { Between } from "../../between-page.server.ts";
import { markup } from "../markup.tsx";

/** Ratings of client and therapist compared; for the therapist first a question to themselves. */
export function RaterComparisonCard(props: {
  readonly relationship: RelationshipView;
  readonly drawn: Between["two"];
  readonly own: boolean;
}) {
  const messages = useMessages();
  const { text } = messages;
  const { relationship, drawn, own } = props;
  const { twoPeople, amongOwn } = relationship;
  if (twoPeople === null || drawn === null) return null;
  const { line, lies, moves, latest } = twoPeople;
  const reader = own ? "therapist" : "other";
  const lead = [
    ...(lies === "not-known" ? [] : [text(`relationship.comparison.lies.${lies}`, { reader })]),
    ...(moves === "not-known" ? [] : [text(`relationship.comparison.moves.${moves}`)]),
  ];
  return (
    <Card title={text("relationship.comparison.title")}>
      {line.kind === "line" && <p className="lead">{lead.join(" ")}</p>}
      {latest?.unusual === true && (
        <p>
          {text("relationship.comparison.unusual", {
            session: latest.session,
            difference: signed(latest.difference, messages),
          })}
        </p>
      )}
      {own && line.kind === "line" && (
        <p className="guidance-own">
          <RichText id="relationship.comparison.own-part" values={{}} tags={{ strong: markup.strong }} />
        </p>
      )}
      <ResponsiveChart drawn={drawn} />
      {amongOwn !== null && <Among among={amongOwn} />}
      <details className="details details-small">
        <summary>{text("relationship.comparison.how")}</summary>
        <div className="basis">
          <p>{text("relationship.comparison.evidence")}</p>
          <p className="soft">
            <RichText
              id="relationship.comparison.source"
              values={{ study }}
              tags={{ link: (inside) => <a href="https://doi.org/10.1037/ccp0000295">{inside}</a> }}
            />
          </p>
        </div>
      </details>
    </Card>
  );
}

const study = "Rubel, Bar-Kalifa, Atzil-Slonim, Schmidt, Lutz (2018). J Consult Clin Psychol 86(4): 341–353.";

/** Shown to the therapist alone. */
function Among({ among }: { readonly among: AmongOwn }) {
  const messages = useMessages();
  const { discrepancy, usualDiscrepancy, pairs } = among;
  return (
    <p className="small">
      <RichText
        id="relationship.comparison.among"
        values={{
          pairs,
          difference: signed(discrepancy.value, messages),
          lower: signed(discrepancy.lower, messages),
          upper: signed(discrepancy.upper, messages),
          mean: signed(usualDiscrepancy.value, messages),
        }}
        tags={{
          strong: markup.strong,
          link: (inside) => <Link to="/reflections">{inside}</Link>,
        }}
      />
    </p>
  );
}
