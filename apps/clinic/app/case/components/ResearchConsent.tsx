import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Choice } from "../../ui/index.ts";

/** Whether this client’s ratings may be exported for research. The refusal of one, client or caregiver, is enough. */
export function ResearchConsent({ given }: { readonly given: boolean }) {
  const { text } = useMessages();
  return (
    <section className="stack stack-tight">
      <h3>{text("case.settings.research")}</h3>
      <p className="small">{text(given ? "case.settings.research.given" : "case.settings.research.none")}</p>
      <Form method="post" className="form-row">
        <Choice label={text("case.settings.research.by")} name="givenBy" short>
          <option value="client">{text("case.settings.consent.client")}</option>
          <option value="caregiver">{text("case.settings.consent.caregiver")}</option>
        </Choice>
        <Button look="quiet" name="intent" value="research">
          {text("case.settings.research.record")}
        </Button>
        <Button look="plain" name="intent" value="withdraw-research">
          {text("case.settings.research.refuse")}
        </Button>
      </Form>
    </section>
  );
}
