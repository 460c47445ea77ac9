import type { OverdueOfTherapist } from "@concord/practice";
import { FormattedDate, Notice } from "../../ui/index.ts";

/** Answers that nobody has seen by their time, so that whoever runs the practice can ask: no client is named. */
export function OverdueNotice({ overdue }: { readonly overdue: readonly OverdueOfTherapist[] }) {
  if (overdue.length === 0) return null;
  return (
    <Notice tone="urgent" title="Answers that speak of danger wait past their time">
      <ul>
        {overdue.map(({ therapist, answers, since }) => (
          <li key={therapist}>
            {therapist}: {answers === 1 ? "one answer" : `${answers} answers`}, since{" "}
            <FormattedDate at={since} />
          </li>
        ))}
      </ul>
      <p className="small">Please ask them, or whoever is on duty, whether the client has been spoken to.</p>
    </Notice>
  );
}
