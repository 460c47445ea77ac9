import { Form } from "react-router";
import { useFormFields } from "../../../ui/form/rejected-form.ts";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Button, Choice, Field } from "../../../ui/index.ts";
import type { PrivacyAnswer, PrivacyData } from "../../privacy-page.server.ts";

type Matter = "measuring" | "supervision" | "research";

/** Records consent to one matter, or that it was withdrawn, with the text that was read in each language. */
export function ConsentForm(props: {
  readonly matter: Matter;
  readonly page: PrivacyData;
  readonly answer: PrivacyAnswer | undefined;
}) {
  const { text } = useMessages();
  const { matter, page } = props;
  const { view, languages } = page;
  const answer = props.answer?.matter === matter ? props.answer : undefined;
  const givers = matter === "measuring" ? giversOf(view) : (["client", "caregiver"] as const);
  const field = useFormFields<"givenBy" | "saidOn" | "language" | "supervisor">(answer, {
    givenBy: givers[0],
    saidOn: page.today,
    language: view.language,
    supervisor: view.supervisors[0]?.staff,
  });
  return (
    <Form method="post" className="form-row" reloadDocument>
      <input type="hidden" name="matter" value={matter} />
      {matter === "supervision" && (
        <Choice label={text("privacy.form.supervisor")} {...field("supervisor")} short>
          {view.supervisors.map(({ staff, name }) => (
            <option key={staff} value={staff}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      <Choice label={text("privacy.form.by")} {...field("givenBy")} short>
        {givers.map((by) => (
          <option key={by} value={by}>
            {text(`privacy.by.${by}`)}
          </option>
        ))}
      </Choice>
      <Field
        label={text("privacy.form.said-on")}
        {...field("saidOn")}
        type="date"
        max={page.today}
        required
        short
      />
      <Choice label={text("privacy.form.language")} {...field("language")} short>
        {languages.map(({ language, name }) => (
          <option key={language} value={language}>
            {name}
          </option>
        ))}
        <option value="none">{text("privacy.form.no-text")}</option>
      </Choice>
      <Button look="quiet" name="intent" value="consent">
        {text("privacy.form.record")}
      </Button>
      <Button look="plain" name="intent" value="withdraw">
        {text("privacy.form.withdraw")}
      </Button>
    </Form>
  );
}

/** Those whose word counts, by age: the client’s own no counts at every age. */
function giversOf({ measuring }: PrivacyData["view"]): readonly ("client" | "caregiver")[] {
  return measuring.rule.required.includes("client")
    ? measuring.rule.required
    : [...measuring.rule.required, "client"];
}
