import { Form } from "react-router";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Button, Field } from "../../../ui/index.ts";
import { type Done, problemAt } from "../../case-action-context.ts";

/** Assigns the questionnaires of a recorded session again: what is outstanding or answered stays as it is. */
export function AskForForms({ session, done }: { readonly session: number; readonly done: Done | null }) {
  const { text } = useMessages();
  return (
    <Form method="post" className="form-row" preventScrollReset>
      <input type="hidden" name="intent" value="ask" />
      <Field
        label={text("case.session.again.number")}
        name="session"
        type="number"
        required
        min={0}
        max={9999}
        defaultValue={session}
        hint={text("case.session.again.hint")}
        problem={problemAt(done, "session")}
        short
      />
      <Button look="quiet">{text("case.session.again.create")}</Button>
    </Form>
  );
}
