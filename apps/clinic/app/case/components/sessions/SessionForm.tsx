import { Form, useNavigation } from "react-router";
import { Button, Check, Choice, Field } from "../../../ui/index.ts";
import { type Done, problemAt } from "../../case-action-context.ts";

/** The session that follows: it took place or it did not. Its questionnaires are requested in the same step. */
export function SessionForm(props: {
  readonly session: number;
  readonly today: string;
  readonly openedOn: string;
  readonly nextSession: string | null;
  /** The session already recorded today, if there is one. */
  readonly recordedToday: number | null;
  readonly done: Done | null;
}) {
  const { session, today, openedOn, nextSession, recordedToday, done } = props;
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="stack stack-tight" preventScrollReset>
      <input type="hidden" name="intent" value="session" />
      <input type="hidden" name="session" value={session} />
      <div className="form-row">
        <Choice label={`Session ${session}`} name="attended" defaultValue="yes" short>
          <option value="yes">took place</option>
          <option value="no">did not take place</option>
        </Choice>
        <Field
          label="Date"
          name="date"
          type="date"
          required
          min={openedOn}
          defaultValue={today}
          problem={problemAt(done, "date")}
          short
        />
        <Field
          label="Next session"
          name="next"
          type="date"
          hint={nextSession !== null && nextSession > today ? undefined : "May stay empty."}
          defaultValue={nextSession !== null && nextSession > today ? nextSession : ""}
          problem={problemAt(done, "next")}
          short
        />
      </div>
      {(recordedToday !== null || problemAt(done, "date") !== null) && (
        <Check name="second" value="yes" label="A second session on this day" />
      )}
      <div>
        <Button look="quiet" disabled={busy}>
          {busy ? "Saving …" : "Save and create links"}
        </Button>
      </div>
    </Form>
  );
}
