import type { SafetyState, Task } from "@concord/practice";
import { Link } from "react-router";
import { useMessages } from "../frame/messages.ts";
import { Badge, ButtonLink } from "../index.ts";
import { WeightMark } from "./WeightMark.tsx";

const tones = {
  unreviewed: "urgent",
  overdue: "urgent",
  "followed-up": "note",
  closed: "good",
} as const satisfies Readonly<Record<SafetyState, string>>;

/** A safety answer and how far its review is. */
export function TaskCard({ task, named }: { readonly task: Task; readonly named: boolean }) {
  const { of, text } = useMessages();
  const { session, at, due, state, reviewed, nextCheck } = task;
  const isOpen = state === "unreviewed" || state === "overdue";
  return (
    <section className={isOpen ? "task task-open" : "task"} aria-label={of(task.message)}>
      <p className="signal-head">
        {isOpen && <WeightMark weight="urgent" />}
        <Badge tone={tones[state]}>{text(`tasks.state.${state}`)}</Badge>
        {named && <Link to={`/case/${task.episode}`}>{task.client}</Link>}
        <span className="soft">{text("tasks.about", { session, at })}</span>
      </p>
      {state !== "closed" && <p>{of(task.message)}</p>}
      <p className="row">
        <ButtonLink to={`/tasks/${task.id}`} look={isOpen ? "grave" : "quiet"}>
          {text(isOpen ? "tasks.open" : "tasks.view")}
        </ButtonLink>
        <span className="soft small">
          {reviewed === null
            ? text(task.wasLate ? "tasks.was-due" : "tasks.due", { due })
            : text("tasks.reviewed-by", { name: reviewed.by, at: reviewed.at })}
          {nextCheck !== null && <> · {text("tasks.answer.next-check", { day: nextCheck })}</>}
        </span>
      </p>
    </section>
  );
}
