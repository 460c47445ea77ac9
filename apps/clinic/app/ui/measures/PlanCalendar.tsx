import { raterKey } from "@concord/charts";
import type { PlanPreview } from "@concord/practice";
import { Icon } from "../clinical/Icon.tsx";
import { useMessages } from "../frame/messages.ts";
import { Table } from "../Table.tsx";

/** What a client is given from the intake to session 12, with the minutes of each person. */
export function PlanCalendar({
  preview,
  caption,
}: {
  readonly preview: PlanPreview;
  readonly caption: string;
}) {
  const { text, written, format } = useMessages();
  const { sessions, lines, leftOut } = preview;
  const people = [...new Set(sessions.flatMap(({ minutes }) => minutes.map(({ rater }) => rater)))];
  return (
    <>
      {lines.length === 0 ? (
        <p>{text("measures.preview.none")}</p>
      ) : (
        <Table
          caption={caption}
          className="measure-calendar"
          head={
            <tr>
              <th scope="col">{text("measures.preview.questionnaire")}</th>
              {sessions.map(({ session }) => (
                <th key={session} scope="col" className="number">
                  <abbr title={text("measures.preview.session", { session })}>
                    {session === 0 ? text("measures.preview.intake-short") : format.number(session)}
                  </abbr>
                </th>
              ))}
            </tr>
          }
        >
          {lines.map((line) => (
            <tr key={line.instrument}>
              <th scope="row">
                <span className="measure-name">
                  <Icon svg={raterKey(line.rater)} />
                  <span>
                    {line.title}
                    <span className="visually-hidden">, {text(`charts.rater.${line.rater}`)}</span>
                  </span>
                </span>
              </th>
              {sessions.map(({ session }) => (
                <td key={session} className="number">
                  {line.sessions.includes(session) ? (
                    <span className="measure-given" role="img" aria-label={text("measures.preview.given")} />
                  ) : line.postponed.includes(session) ? (
                    <span role="img" aria-label={text("measures.preview.postponed")}>
                      →
                    </span>
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
          {people.map((rater) => (
            <tr key={rater} className="measure-minutes">
              <th scope="row">{text("measures.preview.minutes", { rater })}</th>
              {sessions.map(({ session, minutes }) => {
                const own = minutes.find((one) => one.rater === rater);
                return (
                  <td key={session} className="number">
                    {own === undefined ? "" : format.number(own.minutes)}
                  </td>
                );
              })}
            </tr>
          ))}
        </Table>
      )}
      {lines.some(({ postponed }) => postponed.length > 0) && (
        <p className="soft small">{text("measures.preview.legend")}</p>
      )}
      {leftOut.length > 0 && (
        <div className="stack stack-tight">
          <h3>{text("measures.preview.left-out", { count: leftOut.length })}</h3>
          <ul>
            {leftOut.map(({ instrument, why }) => (
              <li key={instrument}>{written(why)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
