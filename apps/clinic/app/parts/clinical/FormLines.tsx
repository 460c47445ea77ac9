import { raterKey, raterWords } from "@concord/charts";
import type { FormLine } from "@concord/practice";
import { Link } from "react-router";
import { Badge, Table, When } from "../index.ts";
import { Glyph } from "./Glyph.tsx";

const stateWords: Readonly<Record<FormLine["state"], string>> = {
  answered: "Answered",
  waiting: "Waiting",
  expired: "Not answered",
};

/** Which forms came in and which did not, newest session first. */
export function FormLines({
  forms,
  mayAnswer,
}: {
  readonly forms: readonly FormLine[];
  readonly mayAnswer: boolean;
}) {
  if (forms.length === 0) return <p className="soft">No form has been asked for yet.</p>;
  const sorted = [...forms].sort((a, b) => b.session - a.session || a.title.localeCompare(b.title));
  const [recent, earlier] = [sorted.slice(0, recentMost), sorted.slice(recentMost)];
  return (
    <>
      <Lines forms={recent} mayAnswer={mayAnswer} caption="Latest forms" />
      {earlier.length > 0 && (
        <details className="details">
          <summary>{earlier.length} earlier forms</summary>
          <Lines forms={earlier} mayAnswer={mayAnswer} caption="Earlier forms" />
        </details>
      )}
    </>
  );
}

const recentMost = 8;

function Lines(props: {
  readonly forms: readonly FormLine[];
  readonly mayAnswer: boolean;
  readonly caption: string;
}) {
  return (
    <Table
      caption={props.caption}
      captionHidden
      head={
        <tr>
          <th scope="col">Session</th>
          <th scope="col">Form</th>
          <th scope="col">From</th>
          <th scope="col">State</th>
        </tr>
      }
    >
      {props.forms.map((form) => (
        <tr key={`${form.request}-${form.response}-${form.instrument}-${form.session}-${form.rater}`}>
          <th scope="row">{form.session}</th>
          <td>{form.title}</td>
          <td>
            <span className="rater-cell">
              <Glyph svg={raterKey(form.rater)} />
              {raterWords[form.rater]}
            </span>
          </td>
          <td>
            <Badge
              {...(form.state === "answered"
                ? { tone: "good" }
                : form.state === "expired"
                  ? {}
                  : { tone: "note" })}
            >
              {stateWords[form.state]}
            </Badge>{" "}
            {form.at !== null && (
              <span className="soft small">
                <When at={form.at} />
              </span>
            )}
            {props.mayAnswer &&
              form.state === "waiting" &&
              form.rater === "therapist" &&
              form.request !== null && <Link to={`/answer/${form.request}`}>Answer now</Link>}
          </td>
        </tr>
      ))}
    </Table>
  );
}
