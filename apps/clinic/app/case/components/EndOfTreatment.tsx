import type { CaseView, EndingOutcome, EndingReason } from "@concord/practice";
import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Check, Choice, Confirm, Field } from "../../ui/index.ts";
import { type Done, problemAt } from "../case-action-context.ts";

/** The reasons and outcomes that can be chosen, in order. */
export interface Endings {
  readonly reasons: readonly EndingReason[];
  readonly outcomes: readonly EndingOutcome[];
}

/** Ends a treatment: when, why, and how far its goals were reached. */
export function EndOfTreatment(props: {
  readonly view: CaseView;
  readonly today: string;
  readonly endings: Endings;
  readonly done: Done | null;
}) {
  const { text, format } = useMessages();
  const { view, today, endings } = props;
  const done = props.done?.intent === "close" ? props.done : null;
  return (
    <Confirm label={text("case.settings.treatment.end")} open={done !== null}>
      <p className="small">{text("case.settings.treatment.end.text")}</p>
      <Form method="post" className="stack stack-tight" preventScrollReset>
        <div className="form-row">
          <Choice
            label={text("case.ending.reason")}
            name="reason"
            required
            defaultValue=""
            problem={problemAt(done, "reason")}
          >
            <option value="">{text("case.ending.reason.choose")}</option>
            {endings.reasons.map((reason) => (
              <option key={reason} value={reason}>
                {text(`case.ending.reason.${reason}`)}
              </option>
            ))}
          </Choice>
          <Choice
            label={text("case.ending.outcome")}
            name="outcome"
            required
            defaultValue=""
            problem={problemAt(done, "outcome")}
          >
            <option value="">{text("case.ending.outcome.choose")}</option>
            {endings.outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {text(`case.ending.outcome.${outcome}`)}
              </option>
            ))}
          </Choice>
          <Field
            label={text("case.ending.on")}
            name="on"
            type="date"
            required
            defaultValue={today}
            problem={problemAt(done, "on")}
            short
          />
        </div>
        <Field
          label={text("case.ending.words")}
          name="words"
          maxLength={500}
          hint={text("case.ending.words.hint")}
          problem={problemAt(done, "words")}
        />
        {view.groups.length > 0 && (
          <>
            <Check
              name="leavesGroups"
              value="yes"
              defaultChecked
              label={text("case.ending.groups", {
                groups: format.list(view.groups.map((one) => one.name)),
              })}
            />
            <p className="small soft">{text("case.ending.groups.hint")}</p>
          </>
        )}
        <div>
          <Button look="grave" name="intent" value="close">
            {text("case.settings.treatment.end.confirm")}
          </Button>
        </div>
      </Form>
    </Confirm>
  );
}
