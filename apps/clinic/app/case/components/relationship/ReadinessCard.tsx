import type { Readiness, ReadinessReading, ReadinessStanding } from "@concord/course";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Card, Table } from "../../../ui/index.ts";

const rows = [
  { client: "ready", cells: { ready: "both", hesitant: "client" } },
  { client: "hesitant", cells: { ready: "therapist", hesitant: "neither" } },
] as const;

/** How ready both are at intake: where this pair lies among four, and what may follow. */
export function ReadinessCard({
  readiness,
  standing,
  needed,
}: {
  readonly readiness: ReadinessReading | null;
  readonly standing: ReadinessStanding | null;
  readonly needed: number;
}) {
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
      {client !== null && <Expected standing={standing} needed={needed} />}
      <p className="soft small">
        <Score name="client" of={client} /> <Score name="therapist" of={therapist} />{" "}
        {text("relationship.readiness.about")}
      </p>
    </Card>
  );
}

/** What readiness changes in the expected course, or from when on it does. */
function Expected({
  standing,
  needed,
}: {
  readonly standing: ReadinessStanding | null;
  readonly needed: number;
}) {
  const { text } = useMessages();
  if (standing === null) return <p>{text("relationship.readiness.not-expected", { needed })}</p>;
  const { improvement, clients } = standing.model;
  return (
    <p>
      {text("relationship.readiness.expected", {
        z: Math.round(10 * Math.abs(standing.z)) / 10,
        side: standing.z < 0 ? "below" : "above",
        clients,
        correlation: Math.round(100 * improvement.correlation) / 100,
        error: Math.round(100 * improvement.standardError) / 100,
        standing: improvement.standing,
      })}
    </p>
  );
}

function Score({ name, of }: { readonly name: "client" | "therapist"; readonly of: Readiness | null }) {
  const { text } = useMessages();
  if (of === null) return null;
  return <>{text("relationship.readiness.score", { rater: name, score: Math.round(of.percent) })}</>;
}
