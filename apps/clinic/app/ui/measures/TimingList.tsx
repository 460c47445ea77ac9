import type { Timing } from "@concord/practice";
import { useMessages } from "../frame/messages.ts";

/** When a questionnaire is given, a line for each time. */
export function TimingList({ when }: { readonly when: Timing }) {
  const { text, format } = useMessages();
  const lines = [
    ...(when.intake ? [text("measures.when.intake")] : []),
    ...(when.sessions === null ? [] : [text("measures.when.sessions", when.sessions)]),
    ...(when.at.length === 0
      ? []
      : [text("measures.when.at", { sessions: format.list(when.at.map(String)) })]),
    ...(when.weeks === null ? [] : [text("measures.when.weeks", { weeks: when.weeks })]),
    ...when.phases.map((phase) => text("measures.when.phase", { phase })),
    ...(when.ending ? [text("measures.when.ending")] : []),
  ];
  return (
    <ul className="measure-times">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
