import { Table } from "../../../ui/index.ts";

/** Between a young person and the grown-ups: whose answers reach whom, said before anyone asks. */
export function ConfidentialityTable({ ageBand }: { readonly ageBand: "child" | "adolescent" }) {
  return (
    <details className="details details-small">
      <summary>Who hears what</summary>
      <div className="stack">
        <Table
          caption="Whose answers reach whom"
          captionHidden
          stacks
          head={
            <tr>
              <th scope="col">Answers of</th>
              <th scope="col">reach</th>
              <th scope="col">do not reach</th>
            </tr>
          }
        >
          {rows[ageBand].map(([of, reach, not]) => (
            <tr key={of}>
              <th scope="row">{of}</th>
              <td data-label="reach">{reach}</td>
              <td data-label="do not reach">{not}</td>
            </tr>
          ))}
        </Table>
        <p className="small">
          {ageBand === "adolescent"
            ? "Only if someone is not safe may more have to be said; then with the young person first, whenever possible. Every form says this before its first question. The law on minors’ records differs from place to place: yours goes before this table."
            : "If someone could get hurt, a grown-up who keeps the child safe is told. Every form says this before its first question."}
        </p>
      </div>
    </details>
  );
}

const rows: Readonly<Record<"child" | "adolescent", readonly (readonly [string, string, string])[]>> = {
  adolescent: [
    [
      "the young person",
      "you; the two of you when you look together",
      "parents and carers, unless the young person wants it",
    ],
    ["parents and carers", "you", "the young person, unless the parent wants it"],
    ["you", "you; the young person when you put your view beside theirs", "parents and carers"],
    [
      "all of them",
      "a supervisor by consent: ratings, never your notes",
      "management, and research without consent",
    ],
  ],
  child: [
    ["the child", "you; the two of you when you look together", "nobody else by itself"],
    ["the caregiver", "you", "the child, unless the caregiver wants it"],
    ["you", "you", "child and caregiver, unless you show it"],
    [
      "all of them",
      "a supervisor by the caregiver’s consent: ratings, never your notes",
      "management, and research without consent",
    ],
  ],
};
