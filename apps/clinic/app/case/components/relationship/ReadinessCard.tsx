import type { Readiness, ReadinessReading } from "@concord/course";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Card, Table } from "../../../ui/index.ts";

const rows = [
  { client: "ready", cells: { ready: "both", hesitant: "client" } },
  { client: "hesitant", cells: { ready: "therapist", hesitant: "neither" } },
] as const;

/** How ready both are at intake: where this pair lies among four, and what may follow. */
export function ReadinessCard({ readiness }: { readonly readiness: ReadinessReading | null }) {
  const { text } = useMessages();
  if (readiness === null) return null;
  const { client, therapist, square } = readiness;
  return (
    <Card title={text("relationship.readiness.title")}>
      <p className="lead">
        {square === null ? text("relationship.readiness.one-side") : text(`relationship.readiness.${square}`)}
      </p>
      {square !== null && (
        <Table
          caption={text("relationship.readiness.caption")}
          captionHidden
          head={
            <tr>
              <td />
              <th scope="col">{text("relationship.readiness.therapist.ready")}</th>
              <th scope="col">{text("relationship.readiness.therapist.hesitant")}</th>
            </tr>
          }
        >
          {rows.map((row) => (
            <tr key={row.client}>
              <th scope="row">{text(`relationship.readiness.client.${row.client}`)}</th>
              {(["ready", "hesitant"] as const).map((own) => (
                <td key={own}>
                  {row.cells[own] === square && <strong>{text("relationship.readiness.here")}</strong>}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
      <p className="soft small">
        <Score name="client" of={client} /> <Score name="therapist" of={therapist} />{" "}
        {text("relationship.readiness.about")}
      </p>
    </Card>
  );
}

function Score({ name, of }: { readonly name: "client" | "therapist"; readonly of: Readiness | null }) {
  const { text } = useMessages();
  if (of === null) return null;
  return <>{text("relationship.readiness.score", { rater: name, score: Math.round(of.percent) })}</>;
}
