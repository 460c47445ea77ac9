import type { GroupView, RoundRobinCell } from "@concord/practice";
import { useMessages } from "../../ui/frame/messages.ts";
import { Table } from "../../ui/index.ts";

/** Round-robin ratings: a row for each rater, a column for each member who is rated. */
export function RoundRobin(props: {
  readonly title: string;
  readonly members: GroupView["members"];
  readonly cells: readonly RoundRobinCell[];
}) {
  const { title, members, cells } = props;
  const { text } = useMessages();
  const percentOf = new Map(cells.map((cell) => [`${cell.perceiver} ${cell.target}`, cell.percent]));
  return (
    <Table
      caption={title}
      className="round-robin"
      head={
        <tr>
          <th scope="col">{text("group.ratings.rater")}</th>
          {members.map(({ episode, client }) => (
            <th key={episode} scope="col" className="number round-head">
              <span>{client}</span>
            </th>
          ))}
        </tr>
      }
    >
      {members.map((perceiver) => (
        <tr key={perceiver.episode}>
          <th scope="row">{perceiver.client}</th>
          {members.map((target) => {
            const percent = percentOf.get(`${perceiver.episode} ${target.episode}`);
            return (
              <td key={target.episode} className={`number ${tintOf(percent)}`}>
                <Cell own={perceiver.episode === target.episode} percent={percent} />
              </td>
            );
          })}
        </tr>
      ))}
    </Table>
  );
}

/** Five steps of one colour beside the number, so that rows and columns that stand out are seen before they are read. */
function tintOf(percent: number | undefined): string {
  return percent === undefined ? "" : `round-tint-${Math.min(4, Math.floor(percent / 20))}`;
}

function Cell({ own, percent }: { readonly own: boolean; readonly percent: number | undefined }) {
  const { text, format } = useMessages();
  if (own) return <span className="soft">–</span>;
  if (percent !== undefined) return <span>{format.number(Math.round(percent))}</span>;
  return (
    <span className="soft">
      <span aria-hidden="true">·</span>
      <span className="visually-hidden">{text("group.ratings.none")}</span>
    </span>
  );
}
