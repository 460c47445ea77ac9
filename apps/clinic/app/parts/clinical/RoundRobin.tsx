import { numberWords } from "@concord/charts";
import { Table } from "../index.ts";

export interface Perceptions {
  readonly members: readonly { readonly id: string; readonly name: string }[];
  /** `ratings[i][j]`: how member i sees member j, on the form's own metric; null on the diagonal and where missing. */
  readonly ratings: readonly (readonly (number | null)[])[];
}

/** Who perceives whom: a row for each one who rates, a column for each one who is seen. */
export function RoundRobin({ perceptions }: { readonly perceptions: Perceptions }) {
  const { members, ratings } = perceptions;
  return (
    <Table
      caption="Rows: who rates. Columns: who is seen. Latest round; a dot where there is no rating."
      head={
        <tr>
          <th scope="col">Seen by</th>
          {members.map((member) => (
            <th key={member.id} scope="col" className="number">
              {member.name}
            </th>
          ))}
        </tr>
      }
    >
      {members.map((perceiver, row) => (
        <tr key={perceiver.id}>
          <th scope="row">{perceiver.name}</th>
          {members.map((target, column) => {
            const value = ratings[row]?.[column] ?? null;
            return (
              <td key={target.id} className="number">
                {row === column ? <span className="soft">–</span> : value === null ? "·" : numberWords(value)}
              </td>
            );
          })}
        </tr>
      ))}
    </Table>
  );
}
