import { useMessages } from "../../../ui/frame/messages.ts";
import { Table } from "../../../ui/index.ts";

const people = ["own", "caregiver", "therapist", "all"] as const;

/** Who sees whose answers, between a young person and the adults. */
export function ConfidentialityTable({ ageBand }: { readonly ageBand: "child" | "adolescent" }) {
  const { text } = useMessages();
  const visible = text("relationship.confidentiality.visible");
  const hidden = text("relationship.confidentiality.hidden");
  return (
    <details className="details details-small">
      <summary>{text("relationship.confidentiality.title")}</summary>
      <div className="stack">
        <Table
          caption={text("relationship.confidentiality.caption")}
          captionHidden
          stacks
          head={
            <tr>
              <th scope="col">{text("relationship.confidentiality.from")}</th>
              <th scope="col">{visible}</th>
              <th scope="col">{hidden}</th>
            </tr>
          }
        >
          {people.map((who) => (
            <tr key={who}>
              <th scope="row">{text(`relationship.confidentiality.${ageBand}.${who}`)}</th>
              <td data-label={visible}>{text(`relationship.confidentiality.${ageBand}.${who}.visible`)}</td>
              <td data-label={hidden}>{text(`relationship.confidentiality.${ageBand}.${who}.hidden`)}</td>
            </tr>
          ))}
        </Table>
        <p className="small">{text(`relationship.confidentiality.limits.${ageBand}`)}</p>
      </div>
    </details>
  );
}
