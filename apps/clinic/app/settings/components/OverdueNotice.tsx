import type { OverdueOfTherapist } from "@concord/practice";
import { useMessages } from "../../ui/frame/messages.ts";
import { Notice } from "../../ui/index.ts";

/** Answers that nobody has seen by their time, so that whoever runs the practice can ask: no client is named. */
export function OverdueNotice({ overdue }: { readonly overdue: readonly OverdueOfTherapist[] }) {
  const { text } = useMessages();
  if (overdue.length === 0) return null;
  return (
    <Notice tone="urgent" title={text("settings.overdue.title")}>
      <ul>
        {overdue.map(({ therapist, answers, since }) => (
          <li key={therapist}>{text("settings.overdue.line", { therapist, count: answers, since })}</li>
        ))}
      </ul>
      <p className="small">{text("settings.overdue.text")}</p>
    </Notice>
  );
}
