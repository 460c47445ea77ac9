import type { CaseAppointments } from "@concord/practice";
import { Link } from "react-router";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Badge, ButtonLink, FormattedDate } from "../../../ui/index.ts";

/** The next appointments of a case, and where more are planned. */
export function AppointmentLines({
  of: { next, more },
  episode,
}: {
  readonly of: CaseAppointments;
  readonly episode: string;
}) {
  const { text } = useMessages();
  const shown = next.slice(0, 4);
  const hidden = next.length - shown.length + more;
  return (
    <section className="stack stack-tight" id="appointments">
      <h3>{text("appointments.case.title")}</h3>
      {shown.length === 0 ? (
        <p className="small">{text("appointments.case.none")}</p>
      ) : (
        <ul className="phase-list session-list">
          {shown.map(({ appointment, startsAt, day, group }) => (
            <li key={appointment}>
              <Link to={`/appointments?week=${day}`}>
                <FormattedDate at={startsAt} />
              </Link>
              {group !== null && <Badge>{text("appointments.line.group")}</Badge>}
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && <p className="soft small">{text("appointments.case.more", { count: hidden })}</p>}
      <div>
        <ButtonLink to={`/appointments?with=episode:${episode}#add`} look="quiet">
          {text("appointments.case.plan")}
        </ButtonLink>
      </div>
    </section>
  );
}
