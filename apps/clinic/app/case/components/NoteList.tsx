import type { Text } from "@concord/messages";
import type { Note } from "@concord/practice";
import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Field, LongField } from "../../ui/index.ts";

/** Notes of the therapist, newest first. Only their author reads them. */
export function NoteList({ notes }: { readonly notes: readonly Note[] }) {
  const { text } = useMessages();
  if (notes.length === 0) return <p className="soft">{text("case.notes.none")}</p>;
  return (
    <ol className="notes divided">
      {[...notes]
        .sort((a, b) => b.at.localeCompare(a.at))
        .map(({ id, session, at, author, text: note }) => (
          <li key={id}>
            <p className="soft small">
              {session === null
                ? text("case.notes.line", { author, date: at })
                : text("case.notes.line.session", { session, author, date: at })}
            </p>
            <p className="note-text">{note}</p>
          </li>
        ))}
    </ol>
  );
}

export function NoteForm({
  session,
  episode,
  refused = null,
}: {
  readonly session: number | null;
  readonly episode: string;
  /** What was sent and cannot be saved so: it stays in the form. */
  readonly refused?: {
    readonly text: string;
    readonly session: string;
    readonly field: string;
    readonly problem: Text;
  } | null;
}) {
  const { text } = useMessages();
  const problem = (field: string) => (refused?.field === field ? refused.problem : null);
  return (
    <Form method="post" action={`/case/${episode}/notes`} className="stack">
      <LongField
        label={text("case.notes.new")}
        name="text"
        required
        maxLength={10_000}
        defaultValue={refused?.text}
        problem={problem("text")}
        hint={text("case.notes.private")}
      />
      <Field
        label={text("case.notes.session")}
        name="session"
        type="number"
        min={0}
        max={9999}
        defaultValue={refused?.session ?? session ?? ""}
        problem={problem("session")}
        short
      />
      <div>
        <Button look="quiet">{text("case.notes.save")}</Button>
      </div>
    </Form>
  );
}
