import { raterKey, raterWords } from "@concord/charts";
import type { CaseloadRow } from "@concord/practice";
import { Icon } from "../../ui/clinical/Icon.tsx";

/** Who has not answered: each chair once, with the sessions their forms are for. */
export function AwaitingForms({ awaiting }: { readonly awaiting: CaseloadRow["awaiting"] }) {
  if (awaiting.length === 0) return <span className="soft">nobody</span>;
  const raters = [...new Set(awaiting.map((form) => form.rater))];
  return (
    <ul className="awaiting">
      {raters.map((rater) => {
        const sessions = awaiting.filter((form) => form.rater === rater).map((form) => form.session);
        return (
          <li key={rater}>
            <Icon svg={raterKey(rater)} />
            {raterWords[rater]} <span className="soft">{sessionWords(sessions)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function sessionWords(sessions: readonly number[]): string {
  const sorted = [...new Set(sessions)].sort((a, b) => a - b);
  return sorted.length > 3 ? `${sorted.length} sessions` : sorted.join(", ");
}
