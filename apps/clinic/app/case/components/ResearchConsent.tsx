import { Form } from "react-router";
import { Button, Choice } from "../../ui/index.ts";

/** Whether this case may go into research. The no of one, client or caregiver, closes it. */
export function ResearchConsent({ given }: { readonly given: boolean }) {
  return (
    <section className="stack stack-tight">
      <h3>Research</h3>
      <p className="small">
        {given
          ? "De-identified ratings of this case may go into research, as was agreed."
          : "Nothing of this case goes into research. With the client’s agreement, ratings may, without anything that points at a person."}
      </p>
      <Form method="post" className="form-row">
        <Choice label="Who has answered" name="givenBy" short>
          <option value="client">the client</option>
          <option value="caregiver">the caregiver</option>
        </Choice>
        <Button look="quiet" name="intent" value="research">
          Keep their yes to research
        </Button>
        <Button look="plain" name="intent" value="withdraw-research">
          Keep their no to research
        </Button>
      </Form>
    </section>
  );
}
