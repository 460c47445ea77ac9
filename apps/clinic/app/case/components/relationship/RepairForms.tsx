import type { RepairLoop, RepairStepName } from "@concord/practice";
import { Form } from "react-router";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RichText } from "../../../ui/frame/RichText.tsx";
import { Button, Choice, Field } from "../../../ui/index.ts";
import { markup } from "../markup.tsx";

/** Records that a step was taken, and in which session. */
export function RepairStepForm(props: {
  readonly loop: RepairLoop;
  readonly step: RepairStepName;
  readonly sessions: number;
}) {
  const { text } = useMessages();
  const { loop, step, sessions } = props;
  return (
    <Form method="post" className="form-row" preventScrollReset>
      <input type="hidden" name="rupture" value={loop.rupture} />
      <input type="hidden" name="step" value={step} />
      <SessionChoice
        label={text("repair.form.session")}
        name="takenIn"
        sessions={sessionsFrom(loop.rupture, sessions)}
      />
      {step === "agreed" && (
        <Field
          label={text("repair.form.words")}
          name="words"
          maxLength={500}
          hint={text("repair.form.words.hint")}
        />
      )}
      <Button look="quiet" name="intent" value="repair">
        {text(`repair.form.${step}`)}
      </Button>
    </Form>
  );
}

export function RepairTakeBack(props: {
  readonly loop: RepairLoop;
  readonly step: RepairStepName;
  readonly takenIn: number;
}) {
  const { step } = props;
  return (
    <Form method="post" className="inline-form" preventScrollReset>
      <input type="hidden" name="rupture" value={props.loop.rupture} />
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="takenIn" value={props.takenIn} />
      <button type="submit" className="link-button" name="intent" value="repair-back">
        <RichText id="repair.form.undo" values={{ step }} tags={{ hidden: markup.hidden }} />
      </button>
    </Form>
  );
}

/** For a rupture that no rating shows: the therapist noticed it. */
export function RepairOpen(props: { readonly sessions: number; readonly taken: readonly number[] }) {
  const { text } = useMessages();
  const free = sessionsFrom(1, props.sessions).filter((session) => !props.taken.includes(session));
  if (free.length === 0) return null;
  return (
    <details className="details details-small">
      <summary>{text("repair.form.record")}</summary>
      <Form method="post" className="form-row" preventScrollReset>
        <input type="hidden" name="step" value="named" />
        <SessionChoice label={text("repair.form.rupture")} name="rupture" sessions={free} />
        <SessionChoice
          label={text("repair.form.named-in")}
          name="takenIn"
          sessions={sessionsFrom(1, props.sessions)}
        />
        <Button look="quiet" name="intent" value="repair">
          {text("repair.form.save")}
        </Button>
      </Form>
    </details>
  );
}

function SessionChoice(props: {
  readonly label: string;
  readonly name: string;
  readonly sessions: readonly number[];
}) {
  const { format } = useMessages();
  return (
    <Choice label={props.label} name={props.name} short>
      {props.sessions.map((session) => (
        <option key={session} value={session}>
          {format.number(session)}
        </option>
      ))}
    </Choice>
  );
}

/** The latest first: it is the one most often meant. */
function sessionsFrom(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => Math.max(from, to) - index);
}
