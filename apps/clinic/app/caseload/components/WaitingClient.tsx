import type { WaitingLine } from "@concord/practice";
import { Form } from "react-router";
import { type RejectedForm, useFormFields } from "../../ui/form/rejected-form.ts";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Card, Choice, Confirm, Field } from "../../ui/index.ts";

/** Somebody who waits for a therapist, and what can be decided. */
export function WaitingClient(props: {
  readonly line: WaitingLine;
  readonly therapists: readonly { readonly staff: string; readonly name: string }[];
  readonly administers: boolean;
  readonly isTherapist: boolean;
  /** What was refused of a form of this client. */
  readonly answer: RejectedForm | undefined;
}) {
  const { line, therapists, administers, isTherapist, answer } = props;
  const { text } = useMessages();
  const field = useFormFields<"therapist" | "because">(answer, { therapist: line.preferred?.staff });
  return (
    <Card title={line.client}>
      <p>
        <strong>{text("caseload.waiting.days", { days: line.days })}</strong>
        {" · "}
        <span className="soft">
          {text("caseload.waiting.received", { date: line.receivedOn })}
          {" · "}
          {text(`caseload.new.age.${line.ageBand}`)}
        </span>
      </p>
      {line.referredBy !== null && <p>{text("caseload.waiting.referred-by", { name: line.referredBy })}</p>}
      {line.preferred !== null && <p>{text("caseload.waiting.preferred", { name: line.preferred.name })}</p>}
      {line.note !== null && <p className="waiting-note">{line.note}</p>}
      <div className="row">
        <Confirm
          label={text(administers ? "caseload.waiting.assign" : "caseload.waiting.take")}
          open={answer?.given.intent === "assign"}
        >
          <p className="small">
            {text(administers ? "caseload.waiting.assign.text" : "caseload.waiting.take.text")}
          </p>
          <Form method="post" className="stack stack-tight">
            <input type="hidden" name="intent" value="assign" />
            <input type="hidden" name="referral" value={line.referral} />
            {administers && (
              <Choice label={text("caseload.new.therapist")} {...field("therapist")} required={!isTherapist}>
                {therapists.map(({ staff, name }) => (
                  <option key={staff} value={staff}>
                    {name}
                  </option>
                ))}
              </Choice>
            )}
            <div>
              <Button>{text("caseload.waiting.assign.confirm")}</Button>
            </div>
          </Form>
        </Confirm>
        <Confirm label={text("caseload.waiting.decline")} open={answer?.given.intent === "decline"}>
          <Form method="post" className="stack stack-tight">
            <input type="hidden" name="intent" value="decline" />
            <input type="hidden" name="referral" value={line.referral} />
            <Field
              label={text("caseload.waiting.decline.because")}
              {...field("because")}
              required
              maxLength={500}
              hint={text("caseload.waiting.decline.hint")}
            />
            <div>
              <Button look="grave">{text("caseload.waiting.decline.confirm")}</Button>
            </div>
          </Form>
        </Confirm>
      </div>
    </Card>
  );
}
