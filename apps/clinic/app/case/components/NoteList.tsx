import type { Text } from "@concord/messages";
import type { Note } from "@concord/practice";
import { Form } from "react-router";
import { Button, Field, FormattedDate, LongField } from "../../ui/index.ts";

/** Notes of the therapist, newest first. They stay with their author. */
export function NoteList({ notes }: { readonly notes: readonly Note[] }) {
  if (notes.length === 0) return <p className="soft">No note yet.</p>;
  return (
    <ol className="notes divided">
      {[...notes]
        .sort((a, b) => b.at.localeCompare(a.at))
        .map((note) => (
          <li key={note.id}>
            <p className="soft small">
              {note.session !== null && `Session ${note.session}, `}
              <FormattedDate at={note.at} />, {note.author}
            </p>
            <p className="note-text">{note.text}</p>
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
  const problem = (field: string) => (refused?.field === field ? refused.problem : null);
  return (
    <Form method="post" action={`/case/${episode}/notes`} className="stack">
      <LongField
        label="New note"
        name="text"
        required
        maxLength={10_000}
        defaultValue={refused?.text}
        problem={problem("text")}
        hint="Only you can read it. It is not shown when you review together."
      />
      <Field
        label="About session"
        name="session"
        type="number"
        min={0}
        max={9999}
        defaultValue={refused?.session ?? session ?? ""}
        problem={problem("session")}
        short
      />
      <div>
        <Button look="quiet">Keep this note</Button>
      </div>
    </Form>
  );
}
