import type { Change } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { scaleLabel } from "../../ui/course/scale-label.ts";
import { useMessages } from "../../ui/frame/messages.ts";
import { RichText } from "../../ui/frame/RichText.tsx";
import { markup } from "./markup.tsx";

type Known = Extract<Change, { kind: "change" }>;

/** Change since the first assessment, one sentence for each measure, each with its criterion. */
export function ChangeList(props: {
  readonly changes: readonly Change[];
  readonly titles: Readonly<Record<string, string>>;
}) {
  const messages = useMessages();
  const { of, text } = messages;
  if (props.changes.length === 0) return null;
  return (
    <ul className="changes divided">
      {props.changes.map((change) => {
        const instrument = props.titles[change.instrument] ?? change.instrument;
        const title =
          change.scale === "total"
            ? instrument
            : text("case.change.scale", { title: instrument, scale: scaleLabel(change.scale, messages) });
        return (
          <li key={`${change.instrument}-${change.scale}-${change.rater}`}>
            <p>
              <RichText
                id="case.change.line"
                values={{
                  title,
                  rater: change.rater,
                  change: change.kind === "none" ? of(change.reason) : changeText(change, messages),
                }}
                tags={{ strong: markup.strong }}
              />
            </p>
            {change.kind === "change" && (
              <details className="details details-small">
                <summary>{text("case.change.how")}</summary>
                <p className="soft small">{criterionText(change, messages)}</p>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function changeText({ from, to, points, state }: Known, { text }: StaffMessages): string {
  const oneDecimal = (value: number) => Math.round(value * 10) / 10;
  return text("case.change.found", {
    from: oneDecimal(from.value),
    fromSession: from.session,
    to: oneDecimal(to.value),
    toSession: to.session,
    direction: points === 0 ? "same" : points > 0 ? "up" : "down",
    points: oneDecimal(Math.abs(points)),
    classification: text(`case.change.class.${state}`),
  });
}

function criterionText({ criterion, criterionBasis, cutoff }: Known, { text }: StaffMessages): string {
  const source = criterionBasis.replace(/[.\s]*$/, ".");
  return [
    text("case.change.criterion", { points: Math.round(criterion * 10) / 10, source }),
    ...(cutoff === null ? [] : [text("case.change.cut-off", { value: cutoff })]),
    text("case.change.method"),
  ].join(" ");
}
