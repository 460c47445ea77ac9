import type { ItemTable } from "@concord/practice";
import { useMessages } from "../../ui/frame/messages.ts";
import { RichText } from "../../ui/frame/RichText.tsx";
import { RaterMark, Table } from "../../ui/index.ts";
import { markup } from "./markup.tsx";

/**
 * Every item of one questionnaire, session by session, as it was answered. Latest sessions first, so that a phone
 * shows them.
 */
export function ItemDrillDown({ table }: { readonly table: ItemTable }) {
  const { text, format } = useMessages();
  const order = table.sessions.map((_, index) => index).reverse();
  return (
    <div className="stack">
      <h2 className="row item-title">
        {table.title} <RaterMark rater={table.rater} />
      </h2>
      <Table
        caption={text("case.items.caption")}
        head={
          <tr>
            <th scope="col">{text("case.items.item")}</th>
            <th scope="col">{text("case.items.range")}</th>
            {order.map((index) => (
              <th key={table.sessions[index]} scope="col" className="number">
                <RichText
                  id="case.items.session"
                  values={{ session: table.sessions[index] ?? 0 }}
                  tags={{ hidden: markup.hidden }}
                />
              </th>
            ))}
          </tr>
        }
      >
        {table.rows.map((row) => (
          <tr key={row.item}>
            <th scope="row" className="item-label">
              {row.label}
              {row.reversed && <span className="badge">{text("case.items.reversed")}</span>}
            </th>
            <td className="soft">
              {format.number(row.minimum)}–{format.number(row.maximum)}
            </td>
            {order.map((index) => {
              const value = row.values[index] ?? null;
              return (
                <td key={table.sessions[index]} className="number">
                  {value !== null ? (
                    format.number(value)
                  ) : (
                    <span className="soft">
                      <span aria-hidden="true">·</span>
                      <span className="visually-hidden">{text("case.items.not-answered")}</span>
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </Table>
      {table.comments.length > 0 && (
        <>
          <h3>{text("case.items.comments")}</h3>
          <ul className="comments">
            {table.comments.map(({ session, label, text: comment }) => (
              <li key={`${session}-${label}`}>
                <p className="soft small">{text("case.items.comment", { session, item: label })}</p>
                <blockquote>{comment}</blockquote>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
