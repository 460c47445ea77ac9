import { clinicContext } from "@concord/clinic/context";
import type { StaffMessage } from "@concord/messages";
import {
  type AppointmentLine,
  type AppointmentWeek,
  addAppointments,
  cancelAppointment,
  moveAppointment,
  readAppointmentWeek,
  restoreAppointment,
} from "@concord/practice";
import { data, Link } from "react-router";
import { z } from "zod";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, outOfDate, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { decodeForm, rejectForm } from "../ui/form/decode.server.ts";
import { day, text, wholeNumber } from "../ui/form/fields.server.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { ButtonLink, Card, EmptyState, Feedback, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/appointments";
import { AddAppointments } from "./components/AddAppointments.tsx";
import { AppointmentItem } from "./components/AppointmentItem.tsx";

export const handle = {
  access: { kind: "practice", action: "plan-appointments" },
} satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `${loaderData?.title ?? ""} · Concord` }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const query = new URL(asked.request.url).searchParams;
  const week = query.get("week");
  return {
    title: messagesOf(asked.context).text("appointments.page.title"),
    week: await mapRefusalTo403(
      readAppointmentWeek(appContext, actor, {
        day: day.safeParse(week).success ? week : null,
        all: query.get("all") === "yes",
      }),
    ),
    chosen: query.get("with"),
  };
}

const newAppointments = z.object({
  with: text(60),
  day,
  time: text(5),
  minutes: wholeNumber(5, 480),
  every: z.enum(["once", "1", "2", "4"]),
  times: wholeNumber(1, 104).optional(),
  until: day.optional(),
});

const moved = z.object({
  appointment: text(60),
  day,
  time: text(5),
  minutes: wholeNumber(5, 480),
  rest: z.string().optional(),
});

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const intent = sentText(sent, "intent");
  const appointment = sentText(sent, "appointment");
  const rest = sentText(sent, "rest") === "yes";
  const answered = (sentence: StaffMessage) => ({ kind: "done" as const, intent, appointment, sentence });
  const refuse = (problems: Parameters<typeof rejectForm>[1]) =>
    data({ ...rejectForm(sent, problems), intent, appointment }, { status: 400 });
  if (intent === "cancel") {
    const done = await tried(cancelAppointment(appContext, actor, { appointment, rest }));
    if (done.kind === "invalid") return refuse({ "": done.problem });
    return answered({ id: "appointments.cancel.done", values: { count: done.value } });
  }
  if (intent === "restore") {
    const done = await tried(restoreAppointment(appContext, actor, appointment));
    if (done.kind === "invalid") return refuse({ "": done.problem });
    return answered({ id: "appointments.restore.done", values: {} });
  }
  if (intent === "move") {
    const decoded = decodeForm(sent, moved);
    if (decoded.kind === "rejected") return refuse(decoded.problems);
    const done = await tried(moveAppointment(appContext, actor, { ...decoded.value, appointment, rest }));
    if (done.kind === "invalid") return refuse({ [done.field ?? ""]: done.problem });
    return answered({ id: "appointments.move.done", values: { count: done.value } });
  }
  if (intent !== "add") return refuse({ "": outOfDate });
  const decoded = decodeForm(sent, newAppointments);
  if (decoded.kind === "rejected") return refuse(decoded.problems);
  const { with: chosen, every, times, until, ...time } = decoded.value;
  const [kind, id = ""] = chosen.split(":");
  if (kind !== "episode" && kind !== "group")
    return refuse({ with: { id: "refusals.appointment.with", values: {} } });
  if (every !== "once" && times === undefined && until === undefined)
    return refuse({ times: { id: "form.problem.empty", values: {} } });
  const done = await tried(
    addAppointments(appContext, actor, {
      ...time,
      with: kind === "episode" ? { episode: id } : { group: id },
      everyWeeks: every === "once" ? null : Number(every),
      end: until === undefined ? { times: times ?? 1 } : { until },
    }),
  );
  if (done.kind === "invalid") return refuse({ [done.field ?? ""]: done.problem });
  return answered({ id: "appointments.add.done", values: done.value });
}

export default function Appointments({ loaderData, actionData }: Route.ComponentProps) {
  const { text: say } = useMessages();
  const { week, chosen } = loaderData;
  const { unrecorded } = week;
  const isEmpty = week.cases.length === 0 && week.groups.length === 0 && week.lines.length === 0;
  const rejected = actionData?.kind === "rejected" ? actionData : undefined;
  const general = rejected?.problems[""];
  return (
    <Page>
      <PageHeader title={say("appointments.page.title")} />
      {actionData?.kind === "done" && (
        <Feedback answer={actionData} tone="good" sentence={actionData.sentence} />
      )}
      {rejected !== undefined && general !== undefined && (
        <Feedback answer={rejected} tone="credible" sentence={general} />
      )}
      {isEmpty ? (
        <EmptyState
          title={say("appointments.empty.title")}
          action={<ButtonLink to="/caseload/new">{say("appointments.empty.button")}</ButtonLink>}
        >
          {say("appointments.empty.text")}
        </EmptyState>
      ) : (
        <>
          {unrecorded.length > 0 && (
            <Notice
              tone="credible"
              title={say("appointments.unrecorded.title", { count: unrecorded.length })}
            >
              <p>{say("appointments.unrecorded.text")}</p>
              <ul className="appointment-list">
                {unrecorded.map((line) => (
                  <AppointmentItem
                    key={line.appointment}
                    line={line}
                    today={week.today}
                    withDay
                    answer={rejected}
                  />
                ))}
              </ul>
            </Notice>
          )}
          <div className="appointment-columns">
            <Week week={week} answer={rejected} />
            <AddAppointments
              week={week}
              chosen={chosen}
              answer={rejected?.intent === "add" ? rejected : undefined}
            />
          </div>
        </>
      )}
    </Page>
  );
}

function Week({
  week,
  answer,
}: {
  readonly week: AppointmentWeek;
  readonly answer: Parameters<typeof AppointmentItem>[0]["answer"];
}) {
  const { text: say, format } = useMessages();
  const { monday, lines, today, listsAll, mayListAll } = week;
  const days = Map.groupBy(lines, (one: AppointmentLine) => one.day);
  const weekday = (at: string) =>
    format.date(at, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  const to = (start: string) => `/appointments?week=${start}${listsAll && mayListAll ? "&all=yes" : ""}`;
  const after = (days: number) =>
    new Date(Date.parse(`${monday}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return (
    <Card
      title={say("appointments.week.of", { from: monday, to: after(6) })}
      aside={
        <nav className="row week-nav" aria-label={say("appointments.week.label")}>
          <Link to={to(after(-7))}>{say("appointments.week.previous")}</Link>
          <Link to={to(today)}>{say("appointments.week.this")}</Link>
          <Link to={to(after(7))}>{say("appointments.week.next")}</Link>
        </nav>
      }
    >
      {days.size === 0 ? (
        <p>{say("appointments.week.none")}</p>
      ) : (
        [...days].map(([at, some]) => (
          <section key={at} className="stack stack-tight appointment-day">
            <h3>
              <time dateTime={at}>{weekday(at)}</time>
              {at === today && <span className="soft"> · {say("appointments.today")}</span>}
            </h3>
            <ul className="appointment-list">
              {some.map((line) => (
                <AppointmentItem key={line.appointment} line={line} today={today} answer={answer} />
              ))}
            </ul>
          </section>
        ))
      )}
      {mayListAll && (
        <p>
          <Link to={`/appointments?week=${monday}${listsAll ? "" : "&all=yes"}`}>
            {say(listsAll ? "appointments.week.own" : "appointments.week.all")}
          </Link>
        </p>
      )}
    </Card>
  );
}
