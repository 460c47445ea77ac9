import type { CircumplexReading } from "@concord/course";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Card, Table } from "../../../ui/index.ts";
import { ResponsiveChart } from "../../../ui/ResponsiveChart.tsx";
import type { Between } from "../../between-page.server.ts";

/** The client's interpersonal problems around the circle, with the scores in a table. */
export function CircumplexCard({
  reading,
  between,
}: {
  readonly reading: CircumplexReading | null;
  readonly between: Between;
}) {
  const { text, format } = useMessages();
  if (reading === null || between.circumplex === null) return null;
  const { norms } = reading;
  const number = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  return (
    <Card title={text("relationship.circumplex.title")}>
      <ResponsiveChart drawn={between.circumplex.drawn} />
      <Table
        caption={text("relationship.circumplex.table", { session: reading.session })}
        captionHidden
        stacks
        head={
          <tr>
            <th scope="col">{text("relationship.circumplex.octant")}</th>
            <th scope="col" className="number">
              {text("relationship.circumplex.score")}
            </th>
            {norms !== null && (
              <th scope="col" className="number">
                {text("relationship.circumplex.z")}
              </th>
            )}
          </tr>
        }
      >
        {reading.octants.map((octant, place) => (
          <tr key={octant.scale}>
            <th scope="row">{between.circumplex?.octants[place]}</th>
            <td className="number" data-label={text("relationship.circumplex.score")}>
              {number(octant.value)}
            </td>
            {norms !== null && (
              <td className="number" data-label={text("relationship.circumplex.z")}>
                {octant.z === null ? "" : number(octant.z)}
              </td>
            )}
          </tr>
        ))}
      </Table>
      <p className="small">
        {norms === null
          ? text("relationship.circumplex.no-norms")
          : text("relationship.circumplex.norms", { sample: norms.sample, n: norms.n ?? 0 })}
      </p>
      <p className="soft small">{text("relationship.circumplex.about")}</p>
    </Card>
  );
}
