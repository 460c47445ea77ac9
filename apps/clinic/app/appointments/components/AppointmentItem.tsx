import type { AppointmentLine } from "@concord/practice";
import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { type RejectedForm, useFormFields } from "../../ui/form/rejected-form.ts";
import { useMessages } from "../../ui/frame/messages.ts";
import { RichText } from "../../ui/frame/RichText.tsx";
import { Badge, Button, ButtonLink, Check, Confirm, Field, FormattedDate } from "../../ui/index.ts";

type Answer = (RejectedForm & { readonly intent: string; readonly appointment: string }) | undefined;

/** One appointment: when, with whom, what became of it, and how it can be changed. */
export function AppointmentItem(props: {
  readonly line: AppointmentLine;
  readonly today: string;
  readonly withDay?: boolean;
  readonly answer: Answer;
}) {
  const { text } = useMessages();
  const { line, today, withDay, answer } = props;
  const { label, state, episode, group } = line;
  const to = episode === null ? `/group/${group}` : `/case/${episode}#ask`;
  const own = answer?.intent === "move" && answer.appointment === line.appointment ? answer : undefined;
  return (
    <li className={state === "cancelled" ? "appointment appointment-cancelled" : "appointment"}>
      <span className="appointment-time">
        {withDay === true && (
          <>
            <FormattedDate at={line.day} />{" "}
          </>
        )}
        <time dateTime={line.startsAt}>{line.time}</time>{" "}
        <span className="soft small">{text("appointments.line.duration", { minutes: line.minutes })}</span>
      </span>
      <span className="appointment-with">
        {line.therapist === null ? (
          <Link to={to}>{label}</Link>
        ) : (
          // Those of all therapists are listed for administrators, who see no client’s page.
          <>
            <span>{label}</span>
            <span className="soft small">{line.therapist}</span>
          </>
        )}
        {group !== null && <Badge>{text("appointments.line.group")}</Badge>}
        {line.isSeries && state === "planned" && <Badge>{text("appointments.line.series")}</Badge>}
        {state !== "planned" && <Badge>{text(`appointments.state.${state}`)}</Badge>}
        {line.overlaps && state === "planned" && (
          <Badge tone="credible">{text("appointments.line.overlaps")}</Badge>
        )}
      </span>
      <span className="appointment-acts">
        {state === "planned" && line.day <= today && line.therapist === null && (
          <ButtonLink to={to} look="quiet">
            {text("appointments.line.record")}
          </ButtonLink>
        )}
        {state === "cancelled" && line.day >= today && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="appointment" value={line.appointment} />
            <Button look="plain" name="intent" value="restore">
              {text("appointments.restore")}
            </Button>
          </Form>
        )}
      </span>
      {state === "planned" && <Change line={line} answer={own} />}
    </li>
  );
}

function Change({ line, answer }: { readonly line: AppointmentLine; readonly answer: Answer }) {
  const { text } = useMessages();
  const field = useFormFields<"day" | "time" | "minutes">(answer, {
    day: line.day,
    time: line.time,
    minutes: String(line.minutes),
  });
  const { label, startsAt } = line;
  const hidden = (inside: ReactNode) => <span className="visually-hidden">{inside}</span>;
  const rest = line.isSeries && <Check name="rest" value="yes" label={text("appointments.rest")} />;
  return (
    <details className="details details-small appointment-change" open={answer !== undefined || undefined}>
      <summary>
        <RichText id="appointments.change" values={{ label, at: startsAt }} tags={{ hidden }} />
      </summary>
      <div className="stack">
        <Form method="post" className="stack stack-tight" preventScrollReset key={line.startsAt}>
          <input type="hidden" name="appointment" value={line.appointment} />
          <div className="form-row">
            <Field label={text("appointments.add.day")} {...field("day")} type="date" required short />
            <Field label={text("appointments.add.time")} {...field("time")} type="time" required short />
            <Field
              label={text("appointments.add.minutes")}
              {...field("minutes")}
              type="number"
              min={5}
              max={480}
              required
              short
            />
          </div>
          {rest}
          <div>
            <Button look="quiet" name="intent" value="move">
              {text("appointments.move")}
            </Button>
          </div>
        </Form>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="appointment" value={line.appointment} />
          <Confirm label={text("appointments.cancel")}>
            {rest}
            <div>
              <Button look="grave" name="intent" value="cancel">
                {text("appointments.cancel.confirm")}
              </Button>
            </div>
          </Confirm>
        </Form>
      </div>
    </details>
  );
}
