import type { Rater } from "@concord/course";
import { findInstrument } from "@concord/instruments";
import type { ReevaluationView } from "@concord/practice";
import { useMessages } from "../../ui/frame/messages.ts";
import { Card, Notice } from "../../ui/index.ts";
import { reasonList } from "./reason-list.ts";

type Last = NonNullable<ReevaluationView["last"]>;

/** The results of the last recalculation that was completed. */
export function LastEvaluation({ last }: { readonly last: Last }) {
  const messages = useMessages();
  const { text, format } = messages;
  const seconds = Math.max(1, (Date.parse(last.finishedAt) - Date.parse(last.startedAt)) / 1000);
  return (
    <Card title={text("settings.recalculation.last")}>
      {last.leftOut > 0 && (
        <Notice tone="credible">
          <p>{text("settings.recalculation.left-out", { count: last.leftOut })}</p>
        </Notice>
      )}
      <dl className="facts">
        <dt>{text("settings.recalculation.finished")}</dt>
        <dd>
          {text("settings.recalculation.finished-at", {
            at: format.dateTime(last.finishedAt),
            duration: format.duration(seconds),
          })}
        </dd>
        <dt>{text("settings.recalculation.reason")}</dt>
        <dd>{reasonList(messages, last.reasons)}</dd>
        <dt>{text("settings.recalculation.clients")}</dt>
        <dd>{format.number(last.cases)}</dd>
        {last.scored > 0 && (
          <>
            <dt>{text("settings.recalculation.rescored")}</dt>
            <dd>{text("settings.recalculation.rescored-count", { count: last.scored })}</dd>
          </>
        )}
        <dt>{text("settings.recalculation.rules")}</dt>
        <dd>
          {text(
            last.byTheseRules
              ? "settings.recalculation.rules.current"
              : "settings.recalculation.rules.earlier",
          )}
        </dd>
        <dt>{text("settings.recalculation.expected")}</dt>
        <dd>
          <Expected last={last} />
        </dd>
      </dl>
    </Card>
  );
}

function Expected({ last: { learnt, keptPrior } }: { readonly last: Last }) {
  const { text } = useMessages();
  return (
    <>
      {learnt === 0
        ? text("settings.recalculation.expected.default")
        : text("settings.recalculation.expected.local", { count: learnt })}
      {keptPrior.length > 0 && (
        <details className="details">
          <summary>{text("settings.recalculation.too-few", { count: keptPrior.length })}</summary>
          <ul className="small">
            {keptPrior.map((one) => (
              <li key={`${one.instrument} ${one.rater}`}>
                {text("settings.recalculation.too-few-line", {
                  title: findInstrument(one.instrument)?.title ?? one.instrument,
                  rater: one.rater as Rater,
                  reason: one.reason,
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
