import type { CaseView } from "@concord/practice";
import { useMessages } from "../../ui/frame/messages.ts";
import { FormattedDate } from "../../ui/index.ts";

/** When a treatment began, ended, was resumed or got another therapist, newest first. */
export function TreatmentHistory({ history }: Pick<CaseView, "history">) {
  const { text } = useMessages();
  return (
    <>
      <h4>{text("case.history")}</h4>
      <ol className="case-history">
        {history.toReversed().map((one) => (
          <li key={one.recordedAt ?? one.kind}>
            <FormattedDate at={one.on} />
            <div>
              <p>
                {one.kind === "handed-over"
                  ? text("case.history.handed-over", { from: one.from ?? "", to: one.to ?? "" })
                  : text(`case.history.${one.kind}`)}
              </p>
              {one.kind === "closed" && (
                <p className="small">
                  {one.reason === null
                    ? text("case.history.unknown-reason")
                    : text(`case.ending.reason.${one.reason}`)}
                  {one.outcome !== null && ` · ${text(`case.ending.outcome.${one.outcome}`)}`}
                </p>
              )}
              {one.words !== null && <p className="small">{one.words}</p>}
              {one.by !== null && (
                <p className="small soft">{text("case.history.recorded-by", { name: one.by })}</p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
