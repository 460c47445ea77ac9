import { Form } from "react-router";
import { Button, Choice, Field } from "../index.ts";

/** The session that follows: it took place or it did not. Its forms are asked for in the same step. */
export function SessionForm(props: {
  readonly session: number;
  readonly today: string;
  readonly nextSession: string | null;
}) {
  const { session, today, nextSession } = props;
  return (
    <Form method="post" className="form-row">
      <input type="hidden" name="intent" value="session" />
      <input type="hidden" name="session" value={session} />
      <Choice label={`Session ${session}`} name="attended" defaultValue="yes" short>
        <option value="yes">took place</option>
        <option value="no">did not take place</option>
      </Choice>
      <Field label="On" name="date" type="date" required defaultValue={today} short />
      <Field
        label="The one after"
        name="next"
        type="date"
        defaultValue={nextSession !== null && nextSession > today ? nextSession : ""}
        short
      />
      <Button look="quiet">Keep, and make its links</Button>
    </Form>
  );
}
