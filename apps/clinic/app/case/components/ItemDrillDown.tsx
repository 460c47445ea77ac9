import { raterWords } from "@concord/charts";
import type { ItemTable } from "@concord/practice";
import { RaterMark, Table } from "../../ui/index.ts";

/**
 * Every item of one form, session by session, as it was answered. Newest sessions first, so that a phone
 * shows now.
 */
export function ItemDrillDown({ table }: { readonly table: ItemTable }) {
  const order = table.sessions.map((_, index) => index).reverse();
  return (
    <div className="stack">
      <h2 className="row item-title">
        {table.title} <RaterMark rater={table.rater}>{raterWords[table.rater]}</RaterMark>
      </h2>
      <Table
        caption="Answers as given. Items marked “turned” count in the other direction."
        head={
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Range</th>
            {order.map((index) => (
              <th key={table.sessions[index]} scope="col" className="number">
                <span className="visually-hidden">Session </span>
                {table.sessions[index]}
              </th>
            ))}
          </tr>
        }
      >
        {table.rows.map((row) => (
          <tr key={row.item}>
            <th scope="row" className="item-label">
              {row.label}
              {row.reversed && <span className="badge">turned</span>}
            </th>
            <td className="soft">
              {row.minimum}–{row.maximum}
            </td>
            {order.map((index) => (
              <td key={table.sessions[index]} className="number">
                {row.values[index] ?? (
                  <span className="soft">
                    <span aria-hidden="true">·</span>
                    <span className="visually-hidden">not answered</span>
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </Table>
      {table.comments.length > 0 && (
        <>
          <h3>In their own words</h3>
          <ul className="comments">
            {table.comments.map((comment) => (
              <li key={`${comment.session}-${comment.label}`}>
                <p className="soft small">
                  Session {comment.session}, {comment.label}
                </p>
                <blockquote>{comment.text}</blockquote>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
