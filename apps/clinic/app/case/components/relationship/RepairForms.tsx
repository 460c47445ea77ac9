import type { RepairLoop, RepairStepName } from "@concord/practice";
import { Form } from "react-router";
import { Button, Choice, Field } from "../../../ui/index.ts";

const buttons: Readonly<Record<RepairStepName, string>> = {
  named: "We named it",
  explored: "We explored it",
  agreed: "We agreed",
};

/** Writes down that a step was taken, and in which session. */
export function RepairStepForm(props: {
  readonly loop: RepairLoop;
  readonly step: RepairStepName;
  readonly sessions: number;
}) {
  const { loop, step, sessions } = props;
  return (
    <Form method="post" className="form-row" preventScrollReset>
      <input type="hidden" name="rupture" value={loop.rupture} />
      <input type="hidden" name="step" value={step} />
      <SessionChoice from={loop.rupture} to={sessions} />
      {step === "agreed" && (
        <Field
          label="What you agreed"
          name="words"
          maxLength={500}
          hint="A few words. Both of you see them when you look together; a supervisor who was let in sees them, too."
        />
      )}
      <Button look="quiet" name="intent" value="repair">
        {buttons[step]}
      </Button>
    </Form>
  );
}

const takeBackWords: Readonly<Record<RepairStepName, string>> = {
  named: "that the rupture was named",
  explored: "that it was explored",
  agreed: "that a change was agreed on",
};

export function RepairTakeBack(props: {
  readonly loop: RepairLoop;
  readonly step: RepairStepName;
  readonly takenIn: number;
}) {
  return (
    <Form method="post" className="inline-form" preventScrollReset>
      <input type="hidden" name="rupture" value={props.loop.rupture} />
      <input type="hidden" name="step" value={props.step} />
      <input type="hidden" name="takenIn" value={props.takenIn} />
      <button type="submit" className="link-button" name="intent" value="repair-back">
        Take back<span className="visually-hidden"> {takeBackWords[props.step]}</span>
      </button>
    </Form>
  );
}

/** For what no form shows: the therapist felt it, and that is enough to begin. */
export function RepairOpen(props: { readonly sessions: number; readonly taken: readonly number[] }) {
  const free = sessionsFrom(1, props.sessions).filter((session) => !props.taken.includes(session));
  if (free.length === 0) return null;
  return (
    <details className="details details-small">
      <summary>Something that no form shows</summary>
      <Form method="post" className="form-row" preventScrollReset>
        <input type="hidden" name="step" value="named" />
        <Choice label="It went wrong in session" name="rupture" short>
          {free.map((session) => (
            <option key={session} value={session}>
              {session}
            </option>
          ))}
        </Choice>
        <Choice label="You named it in session" name="takenIn" short>
          {sessionsFrom(1, props.sessions).map((session) => (
            <option key={session} value={session}>
              {session}
            </option>
          ))}
        </Choice>
        <Button look="quiet" name="intent" value="repair">
          Write it down
        </Button>
      </Form>
    </details>
  );
}

function SessionChoice({ from, to }: { readonly from: number; readonly to: number }) {
  return (
    <Choice label="In session" name="takenIn" short>
      {sessionsFrom(from, to).map((session) => (
        <option key={session} value={session}>
          {session}
        </option>
      ))}
    </Choice>
  );
}

/** The latest first: that is the one most often meant. */
function sessionsFrom(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => Math.max(from, to) - index);
}
