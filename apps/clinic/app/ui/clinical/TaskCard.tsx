import type { Task } from "@concord/practice";
import { Form, Link } from "react-router";
import { useMessages } from "../frame/messages.ts";
import { Button, FormattedDate } from "../index.ts";
import { WeightMark } from "./WeightMark.tsx";

/** An answer that must be seen by a person. Acknowledging says who saw it and when; it deletes nothing. */
export function TaskCard({ task, named }: { readonly task: Task; readonly named: boolean }) {
  const { of } = useMessages();
  const open = task.acknowledged === null;
  return (
    <section
      className={open ? "task task-open" : "task"}
      aria-label={`Session ${task.session}: ${of(task.message)}`}
    >
      <p className="signal-head">
        {open ? <WeightMark weight="urgent" /> : <span className="badge badge-good">Seen</span>}
        {task.isOverdue && <span className="badge badge-urgent">{open ? "Overdue" : "Seen late"}</span>}
        {named && <Link to={`/case/${task.episode}`}>{task.client}</Link>}
        <span className="soft">
          Session {task.session}, <FormattedDate at={task.at} />
        </span>
      </p>
      <p>{of(task.message)}</p>
      {task.acknowledged === null ? (
        <Form method="post" action="/tasks" className="row">
          <input type="hidden" name="task" value={task.id} />
          <input type="hidden" name="back" value={named ? "/tasks" : `/case/${task.episode}`} />
          <Button look="grave">I have seen this and will act on it</Button>
          <span className="soft small">
            {task.isOverdue ? "Was due" : "Due"} <FormattedDate at={task.due} />
          </span>
        </Form>
      ) : (
        <p className="soft small">
          Acknowledged by {task.acknowledged.by}, <FormattedDate at={task.acknowledged.at} />
        </p>
      )}
    </section>
  );
}
