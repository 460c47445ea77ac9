import type { Task } from "@concord/practice";
import { Form, Link } from "react-router";
import { useMessages } from "../frame/messages.ts";
import { Button } from "../index.ts";
import { WeightMark } from "./WeightMark.tsx";

/** A risk answer that needs follow-up. Acknowledging records who saw it and when; it deletes nothing. */
export function TaskCard({ task, named }: { readonly task: Task; readonly named: boolean }) {
  const { of, text } = useMessages();
  const { session, at, due, acknowledged } = task;
  const open = acknowledged === null;
  return (
    <section className={open ? "task task-open" : "task"} aria-label={of(task.message)}>
      <p className="signal-head">
        {open ? (
          <WeightMark weight="urgent" />
        ) : (
          <span className="badge badge-good">{text("tasks.acknowledged")}</span>
        )}
        {task.isOverdue && (
          <span className="badge badge-urgent">
            {text(open ? "tasks.overdue" : "tasks.acknowledged-late")}
          </span>
        )}
        {named && <Link to={`/case/${task.episode}`}>{task.client}</Link>}
        <span className="soft">{text("tasks.about", { session, at })}</span>
      </p>
      <p>{of(task.message)}</p>
      {acknowledged === null ? (
        <Form method="post" action="/tasks" className="row">
          <input type="hidden" name="task" value={task.id} />
          <input type="hidden" name="back" value={named ? "/tasks" : `/case/${task.episode}`} />
          <Button look="grave">{text("tasks.acknowledge")}</Button>
          <span className="soft small">{text(task.isOverdue ? "tasks.was-due" : "tasks.due", { due })}</span>
        </Form>
      ) : (
        <p className="soft small">
          {text("tasks.acknowledged-by", { name: acknowledged.by, at: acknowledged.at })}
        </p>
      )}
    </section>
  );
}
