import { raterKey } from "@concord/charts";
import type { CaseloadRow } from "@concord/practice";
import { Icon } from "../../ui/clinical/Icon.tsx";
import { useMessages } from "../../ui/frame/messages.ts";

/** Who has not answered: each rater once, with the sessions their questionnaires are for. */
export function AwaitingForms({ awaiting }: { readonly awaiting: CaseloadRow["awaiting"] }) {
  const { text, format } = useMessages();
  if (awaiting.length === 0) return <span className="soft">{text("caseload.row.nothing-outstanding")}</span>;
  const raters = [...new Set(awaiting.map((form) => form.rater))];
  const sessionsOf = (numbers: readonly number[]) => {
    const sorted = [...new Set(numbers)].sort((a, b) => a - b);
    return sorted.length > 3
      ? text("caseload.row.for-sessions", { count: sorted.length })
      : format.list(sorted.map((session) => text("caseload.row.for-session", { session })));
  };
  return (
    <ul className="awaiting">
      {raters.map((rater) => (
        <li key={rater}>
          <Icon svg={raterKey(rater)} />
          {text(`charts.rater.${rater}`)}{" "}
          <span className="soft">
            {sessionsOf(awaiting.filter((form) => form.rater === rater).map((form) => form.session))}
          </span>
        </li>
      ))}
    </ul>
  );
}
