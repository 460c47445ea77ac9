import type { CaseAppointments } from "@concord/practice";
import type { ReactNode } from "react";
import { Form, useNavigation } from "react-router";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RichText } from "../../../ui/frame/RichText.tsx";
import { Button, Check, Choice, Field } from "../../../ui/index.ts";
import { type Done, problemAt } from "../../case-action-context.ts";

/** The session that follows: held or not held. Its questionnaires are assigned in the same step. */
export function SessionForm(props: {
  readonly session: number;
  readonly today: string;
  readonly openedOn: string;
  readonly nextSession: string | null;
  /** The session already recorded today, if there is one. */
  readonly recordedToday: number | null;
  readonly appointments: CaseAppointments | null;
  readonly done: Done | null;
}) {
  const { text } = useMessages();
  const { session, today, openedOn, nextSession, recordedToday, appointments, done } = props;
  const busy = useNavigation().state !== "idle";
  // The day of the oldest appointment whose session is not recorded, today's included.
  const due =
    appointments?.unrecorded[0] ??
    appointments?.next.find((one) => one.day === today && one.episode !== null) ??
    null;
  const next = appointments?.next.find((one) => one.day > today) ?? null;
  const hasNext = nextSession !== null && nextSession > today;
  return (
    <Form method="post" className="stack stack-tight" preventScrollReset>
      <input type="hidden" name="intent" value="session" />
      <input type="hidden" name="session" value={session} />
      <div className="form-row">
        <Choice label={text("case.session.number", { session })} name="attended" defaultValue="yes" short>
          <option value="yes">{text("case.session.held")}</option>
          <option value="no">{text("case.session.not-held")}</option>
        </Choice>
        <Field
          label={text("case.session.date")}
          name="date"
          type="date"
          required
          min={openedOn}
          defaultValue={due?.day ?? today}
          problem={problemAt(done, "date")}
          short
        />
        {next === null && (
          <Field
            label={text("case.session.next")}
            name="next"
            type="date"
            hint={hasNext ? undefined : text("case.session.next.hint")}
            defaultValue={hasNext ? nextSession : ""}
            problem={problemAt(done, "next")}
            short
          />
        )}
      </div>
      {due !== null && (
        <p className="soft small">
          <RichText
            id="appointments.session.appointment"
            values={{ at: due.startsAt }}
            tags={{ time: timeAt(due.startsAt) }}
          />
        </p>
      )}
      {(recordedToday !== null || problemAt(done, "date") !== null) && (
        <Check name="second" value="yes" label={text("case.session.second")} />
      )}
      <div>
        <Button look="quiet" disabled={busy}>
          {text(busy ? "case.session.saving" : "case.session.save")}
        </Button>
      </div>
    </Form>
  );
}

const timeAt = (at: string) => (inside: ReactNode) => <time dateTime={at}>{inside}</time>;
