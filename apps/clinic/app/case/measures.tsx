import { clinicContext } from "@concord/clinic/context";
import {
  type CaseMeasuresChange,
  changeCaseMeasures,
  minutesLimits,
  readCaseMeasures,
  requestForm,
} from "@concord/practice";
import { data, Form, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, outOfDate, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { sentNumber } from "../request/sent-values.ts";
import { rejectForm } from "../ui/form/decode.server.ts";
import type { RejectedForm } from "../ui/form/rejected-form.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Handover } from "../ui/handover/Handover.tsx";
import { askedOf } from "../ui/handover/tickets.server.ts";
import { Badge, Button, Card, Confirm, Field, Notice, Page, PageHeader, Table } from "../ui/index.ts";
import { PlanCalendar } from "../ui/measures/PlanCalendar.tsx";
import { RowFields } from "../ui/measures/RowFields.tsx";
import { sentRow } from "../ui/measures/row-form.server.ts";
import { TimingList } from "../ui/measures/TimingList.tsx";
import type { Route } from "./+types/measures";
import { AskForAny } from "./components/AskForAny.tsx";

export const handle = { access: { kind: "subject", action: "request-form" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { episode } = asked.params;
  const query = new URL(asked.request.url).searchParams;
  const view = await mapRefusalTo403(readCaseMeasures(appContext, actor, episode));
  return {
    ...view,
    episode,
    minutesLimits,
    search: query.get("search")?.trim() ?? "",
    edited: view.offered.find(({ instrument }) => instrument === query.get("edit")) ?? null,
    isSaved: query.has("saved"),
    title: messagesOf(asked.context).text("measures.case.meta"),
  };
}

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext, publicUrl } = asked.context.get(clinicContext);
  const { episode } = asked.params;
  const sent = await asked.request.formData();
  if (sentText(sent, "intent") === "ask") {
    const given = sentRequest(sent);
    if (given.kind === "rejected") return data(given, { status: 400 });
    const done = await tried(requestForm(appContext, actor, { ...given.request, episode }));
    if (done.kind === "invalid")
      return data(rejectForm(sent, { [done.field ?? "session"]: done.problem }), { status: 400 });
    return {
      kind: "asked" as const,
      observer: given.request.observer ?? null,
      asked: askedOf([done.value], publicUrl),
    };
  }
  const change = sentChange(sent);
  if (change.kind === "rejected") return data(change, { status: 400 });
  const plan = sentText(sent, "plan");
  const done = await tried(changeCaseMeasures(appContext, actor, episode, plan === "" ? null : plan, change));
  if (done.kind === "invalid")
    return data(rejectForm(sent, { [done.field ?? ""]: done.problem }), { status: 400 });
  throw redirect(`/case/${episode}/measures?saved`);
}

/** Characters of the name of somebody who answers, as the field declares it. */
const longestName = 100;

function sentRequest(sent: FormData) {
  const session = sentNumber(sent, "session");
  const [instrument, respondent, observer] = ["instrument", "respondent", "observer"].map((name) =>
    sentText(sent, name).trim(),
  ) as [string, string, string];
  if (session === null) return rejectForm(sent, { session: { id: "measures.ask.no-session", values: {} } });
  if (sent.has("respondent") && respondent === "" && observer === "")
    return rejectForm(sent, { respondent: { id: "measures.ask.no-respondent", values: {} } });
  if (respondent.length > longestName)
    return rejectForm(sent, { respondent: { id: "form.problem.too-long", values: { most: longestName } } });
  return {
    kind: "request" as const,
    request: {
      session,
      instrument,
      ...(respondent === "" ? {} : { respondent }),
      ...(observer === "" ? {} : { observer }),
    },
  };
}

function sentChange(sent: FormData): CaseMeasuresChange | RejectedForm {
  const intent = sentText(sent, "intent");
  if (intent === "off" || intent === "as-practice")
    return { kind: intent, instrument: sentText(sent, "instrument") };
  if (intent === "limit") {
    const minutes = sentNumber(sent, "minutes");
    return minutes === null && sentText(sent, "minutes") !== ""
      ? rejectForm(sent, { minutes: { id: "form.problem.whole-number", values: {} } })
      : { kind: "limit", minutes };
  }
  if (intent !== "give") return rejectForm(sent, { "": outOfDate });
  const given = sentRow(sent);
  return given.kind === "rejected" ? given : { kind: "give", row: given.row };
}

export default function CaseMeasures({ loaderData, actionData }: Route.ComponentProps) {
  const { text, written } = useMessages();
  const { episode, client, plan, own, rows, off, preview, history, isSaved, observers } = loaderData;
  const rejected = actionData?.kind === "rejected" ? actionData : undefined;
  const asked = actionData?.kind === "asked" ? actionData : undefined;
  const observer = observers.find(({ staff }) => staff === asked?.observer);
  return (
    <Page width="wide">
      <PageHeader above={<Link to={`/case/${episode}`}>{client}</Link>} title={text("measures.case.title")}>
        {text("measures.case.about")}
      </PageHeader>
      {isSaved && actionData === undefined && (
        <Notice tone="good" announced>
          <p>{text("measures.saved")}</p>
        </Notice>
      )}
      {rejected !== undefined && (
        <Notice tone="urgent" title={text("measures.not-saved")} announced>
          {Object.values(rejected.problems).map((problem) => (
            <p key={JSON.stringify(problem)}>{written(problem)}</p>
          ))}
        </Notice>
      )}
      {asked !== undefined && (
        <Notice tone="good" title={text("measures.ask.done")} announced>
          {observer === undefined ? (
            <Handover asked={asked.asked} back={`/case/${episode}/measures`} />
          ) : (
            <p>{text("measures.ask.observer-done", { name: observer.name })}</p>
          )}
        </Notice>
      )}
      <AskForAny loaderData={loaderData} answer={rejected} />
      <Card title={text("measures.case.preview")}>
        <PlanCalendar preview={preview} caption={text("measures.preview.caption")} />
      </Card>
      <Card title={text("measures.case.rows")} id="rows">
        {history[0] !== undefined && (
          <p className="soft">{text("measures.case.since", { at: history[0].at, by: history[0].by })}</p>
        )}
        <Form method="post" className="form-row">
          <input type="hidden" name="plan" value={plan ?? ""} />
          <Field
            label={text("measures.case.limit")}
            hint={text("measures.case.limit-hint", { minutes: loaderData.minutes })}
            name="minutes"
            type="number"
            min={loaderData.minutesLimits.least}
            max={loaderData.minutesLimits.most}
            defaultValue={own?.minutes ?? ""}
            problem={rejected?.problems.minutes ?? null}
            short
          />
          <Button look="quiet" name="intent" value="limit">
            {text("measures.minutes.save")}
          </Button>
        </Form>
        <Table
          caption={text("measures.rows.caption")}
          captionHidden
          className="measure-rows"
          stacks
          head={
            <tr>
              <th scope="col">{text("measures.preview.questionnaire")}</th>
              <th scope="col">{text("measures.row.when")}</th>
              <th scope="col">
                <span className="visually-hidden">{text("measures.rows.change")}</span>
              </th>
            </tr>
          }
        >
          {rows.map((row) => (
            <tr key={row.instrument}>
              <th scope="row">
                {row.title} {row.isOwn && <Badge tone="note">{text("measures.case.own")}</Badge>}
                {row.why !== null && <p className="small soft">{written(row.why)}</p>}
              </th>
              <td data-label={text("measures.row.when")}>
                <TimingList when={row.when} />
              </td>
              <td className="measure-acts">
                <Link to={`/case/${episode}/measures?edit=${row.instrument}#edit`}>
                  {text("measures.rows.edit")}
                  <span className="visually-hidden"> {row.title}</span>
                </Link>
                <Form method="post" className="stack stack-tight" preventScrollReset>
                  <input type="hidden" name="plan" value={plan ?? ""} />
                  <input type="hidden" name="instrument" value={row.instrument} />
                  {row.isOwn && (
                    <Button look="plain" name="intent" value="as-practice">
                      {text("measures.case.as-practice")}
                    </Button>
                  )}
                  <Confirm label={text("measures.rows.off")} link>
                    <p>{text("measures.rows.off-question", { title: row.title })}</p>
                    <Button name="intent" value="off" look="grave">
                      {text("measures.rows.off-yes")}
                    </Button>
                  </Confirm>
                </Form>
              </td>
            </tr>
          ))}
        </Table>
        {off.length > 0 && (
          <>
            <h3>{text("measures.case.off")}</h3>
            <ul className="group-list">
              {off.map(({ instrument, title }) => (
                <li key={instrument}>
                  <span>{title}</span>
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="plan" value={plan ?? ""} />
                    <input type="hidden" name="instrument" value={instrument} />
                    <Button look="plain" name="intent" value="as-practice">
                      {text("measures.case.as-practice")}
                    </Button>
                  </Form>
                </li>
              ))}
            </ul>
          </>
        )}
        <EditRow loaderData={loaderData} answer={rejected} />
      </Card>
    </Page>
  );
}

/** The form of the questionnaire that this client gets at other times, or besides. */
function EditRow(props: {
  readonly loaderData: Route.ComponentProps["loaderData"];
  readonly answer: RejectedForm | undefined;
}) {
  const { text } = useMessages();
  const { episode, plan, rows, edited, setting, ageBand } = props.loaderData;
  if (edited === null) return null;
  const row = rows.find(({ instrument }) => instrument === edited.instrument) ?? null;
  return (
    <section id="edit" className="stack" aria-labelledby="edit-title">
      <h3 id="edit-title">
        {text(row === null ? "measures.add.title" : "measures.edit.title", { title: edited.title })}
      </h3>
      <Form method="post" className="stack" key={edited.instrument}>
        <input type="hidden" name="plan" value={plan ?? ""} />
        <RowFields instrument={edited} row={row} answer={props.answer} fixed={{ setting, ageBand }} />
        <div className="row">
          <Button name="intent" value="give">
            {text("measures.edit.save")}
          </Button>
          <Link to={`/case/${episode}/measures#rows`}>{text("measures.edit.cancel")}</Link>
        </div>
      </Form>
    </section>
  );
}
