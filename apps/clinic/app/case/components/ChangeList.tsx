import { numberWords, raterWords, scaleWords } from "@concord/charts";
import type { Change } from "@concord/course";
import { useMessages } from "../../ui/frame/messages.ts";

type Known = Extract<Change, { kind: "change" }>;

const stateWords: Readonly<Record<Known["state"], string>> = {
  recovered: "a reliable change, and across the cut-off into the range of people without the complaint",
  improved: "more than measurement error alone would explain, toward better",
  unchanged: "within what measurement error alone would explain",
  deteriorated: "more than measurement error alone would explain, toward worse",
  "crossed-without-reliable-change":
    "across the cut-off, but within what measurement error alone would explain",
};

/** Change since the beginning, one sentence a measure, each with its criterion. */
export function ChangeList(props: {
  readonly changes: readonly Change[];
  readonly titles: Readonly<Record<string, string>>;
}) {
  const { of } = useMessages();
  if (props.changes.length === 0) return null;
  return (
    <ul className="changes divided">
      {props.changes.map((change) => {
        const title = props.titles[change.instrument] ?? change.instrument;
        const scale = change.scale === "total" ? "" : `, ${scaleWords(change.scale).toLowerCase()}`;
        return (
          <li key={`${change.instrument}-${change.scale}-${change.rater}`}>
            <p>
              <strong>
                {title}
                {scale}
              </strong>{" "}
              ({raterWords[change.rater].toLowerCase()}):{" "}
              {change.kind === "none" ? of(change.reason) : <ChangeSentence change={change} />}
            </p>
            {change.kind === "change" && (
              <details className="details details-small">
                <summary>How this is judged</summary>
                <p className="soft small">
                  A change of {numberWords(change.criterion)} points or more is called reliable.{" "}
                  {change.criterionBasis.replace(/[.\s]*$/, ".")}
                  {change.cutoff !== null && ` The cut-off is ${numberWords(change.cutoff)}.`} After Jacobson
                  and Truax (1991), doi 10.1037/0022-006X.59.1.12.
                </p>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function ChangeSentence({ change }: { readonly change: Known }) {
  const direction =
    change.points === 0
      ? "no change"
      : `${numberWords(Math.abs(change.points))} points ${change.points > 0 ? "up" : "down"}`;
  return (
    <>
      from {numberWords(change.from.value)} in session {change.from.session} to {numberWords(change.to.value)}{" "}
      in session {change.to.session}, {direction}; {stateWords[change.state]}.
    </>
  );
}
