import { clinicContext } from "@concord/clinic/context";
import {
  ageBands,
  careSettings,
  changeMeasures,
  type MeasuresChange,
  minutesLimits,
  previewMeasures,
  readMeasures,
  templateNames,
} from "@concord/practice";
import { data, Form, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, outOfDate, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { sentNumber } from "../request/sent-values.ts";
import { rejectForm } from "../ui/form/decode.server.ts";
import type { RejectedForm } from "../ui/form/rejected-form.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, Choice, Confirm, Field, Notice, Page, Table } from "../ui/index.ts";
import { PlanCalendar } from "../ui/measures/PlanCalendar.tsx";
import { RowFields } from "../ui/measures/RowFields.tsx";
import { sentRow } from "../ui/measures/row-form.server.ts";
import { TimingList } from "../ui/measures/TimingList.tsx";
import type { Route } from "./+types/measures";
import { SettingsHead } from "./components/SettingsHead.tsx";

export const handle = { access: { kind: "practice", action: "manage-practice" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const query = new URL(asked.request.url).searchParams;
  const template = templateNames.find((name) => name === query.get("template")) ?? null;
  const view = await mapRefusalTo403(readMeasures(appContext, actor));
  const preview = await mapRefusalTo403(
    previewMeasures(appContext, actor, {
      ageBand: ageBands.find((band) => band === query.get("age")) ?? "adult",
      setting: careSettings.find((setting) => setting === query.get("setting")) ?? "individual",
      template,
    }),
  );
  return {
    ...view,
    preview,
    template,
    templates: templateNames,
    ageBands,
    careSettings,
    minutesLimits,
    added: view.offered.find(({ instrument }) => instrument === query.get("add")) ?? null,
    edited: query.has("edit") ? Number(query.get("edit")) : null,
    isSaved: query.has("saved"),
    title: messagesOf(asked.context).text("measures.meta"),
  };
}

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const change = sentChange(sent);
  if (change.kind === "rejected") return data(change, { status: 400 });
  const plan = sentText(sent, "plan");
  const done = await tried(changeMeasures(appContext, actor, plan === "" ? null : plan, change));
  if (done.kind === "invalid")
    return data(rejectForm(sent, { [done.field ?? ""]: done.problem }), { status: 400 });
  throw redirect("/settings/measures?saved");
}

function sentChange(sent: FormData): MeasuresChange | RejectedForm {
  const intent = sentText(sent, "intent");
  const index = sentNumber(sent, "index");
  if (intent === "template") {
    const template = templateNames.find((name) => name === sentText(sent, "template"));
    if (template !== undefined) return { kind: "template", template };
  }
  if (intent === "minutes") {
    const minutes = sentNumber(sent, "minutes");
    return minutes === null
      ? rejectForm(sent, { minutes: { id: "form.problem.whole-number", values: {} } })
      : { kind: "minutes", minutes };
  }
  if (intent === "remove" && index !== null) return { kind: "remove", index };
  if (intent === "add" || (intent === "change" && index !== null)) {
    const given = sentRow(sent);
    if (given.kind === "rejected") return given;
    return index === null ? { kind: "add", row: given.row } : { kind: "change", index, row: given.row };
  }
  return rejectForm(sent, { "": outOfDate });
}

export default function SettingsMeasures({ loaderData, actionData }: Route.ComponentProps) {
  const { text, written } = useMessages();
  const { plan, content, preview, template, rows, history, isSaved } = loaderData;
  const { ageBand, setting } = preview;
  const current = history[0];
  return (
    <Page width="wide">
      <SettingsHead current="measures" title={text("measures.title")} />
      {isSaved && actionData === undefined && (
        <Notice tone="good" announced>
          <p>{text("measures.saved")}</p>
        </Notice>
      )}
      {actionData !== undefined && (
        <Notice tone="urgent" title={text("measures.not-saved")} announced>
          {Object.values(actionData.problems).map((problem) => (
            <p key={JSON.stringify(problem)}>{written(problem)}</p>
          ))}
        </Notice>
      )}
      <Card
        title={
          template === null
            ? text("measures.preview.title", { ageBand, setting })
            : text("measures.preview.title-template", { ageBand, setting, template })
        }
        id="preview"
      >
        <p className="soft">
          {template !== null
            ? text(`measures.template.${template}.text`)
            : current === undefined
              ? text("measures.since-start")
              : text("measures.since", { at: current.at, by: current.by })}
        </p>
        <Form method="get" className="form-row" preventScrollReset>
          {template !== null && <input type="hidden" name="template" value={template} />}
          <Choice label={text("measures.preview.age")} name="age" defaultValue={preview.ageBand} short>
            {loaderData.ageBands.map((band) => (
              <option key={band} value={band}>
                {text(`measures.age.${band}`)}
              </option>
            ))}
          </Choice>
          <Choice label={text("measures.row.setting")} name="setting" defaultValue={preview.setting} short>
            {loaderData.careSettings.map((setting) => (
              <option key={setting} value={setting}>
                {text(`measures.setting.${setting}`)}
              </option>
            ))}
          </Choice>
          <Button look="quiet">{text("measures.preview.show")}</Button>
        </Form>
        <PlanCalendar preview={preview} caption={text("measures.preview.caption")} />
        {template !== null && (
          <Form method="post" className="row">
            <Based plan={plan} />
            <input type="hidden" name="template" value={template} />
            <Confirm label={text("measures.template.use", { template })} open>
              <p>{text("measures.template.question")}</p>
              <div className="row">
                <Button name="intent" value="template">
                  {text("measures.template.yes")}
                </Button>
                <Link to="/settings/measures">{text("measures.template.no")}</Link>
              </div>
            </Confirm>
          </Form>
        )}
      </Card>
      <Card title={text("measures.template.title")} id="templates">
        <p className="soft">{text("measures.template.about")}</p>
        <ul className="group-list measure-templates">
          {loaderData.templates.map((name) => (
            <li key={name}>
              <span>
                <strong>{text("measures.template.name", { template: name })}</strong>
                <br />
                <span className="soft small">{text(`measures.template.${name}.text`)}</span>
              </span>
              {current?.template === name && template === null ? (
                <span className="soft small">{text("measures.template.current")}</span>
              ) : (
                <Link to={`/settings/measures?template=${name}`}>
                  {text("measures.template.preview", { template: name })}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={text("measures.rows.title", { count: rows.length })} id="rows">
        <Form method="post" className="form-row">
          <Based plan={plan} />
          <Field
            label={text("measures.minutes.label")}
            hint={text("measures.minutes.hint")}
            name="minutes"
            type="number"
            required
            min={loaderData.minutesLimits.least}
            max={loaderData.minutesLimits.most}
            defaultValue={content.minutes}
            problem={actionData?.problems.minutes ?? null}
            short
          />
          <Button look="quiet" name="intent" value="minutes">
            {text("measures.minutes.save")}
          </Button>
        </Form>
        <RowTable loaderData={loaderData} />
        <EditRow loaderData={loaderData} answer={actionData} />
      </Card>
      {history.length > 0 && (
        <Card title={text("measures.history.title")}>
          <ul className="group-list">
            {history.map((one) => (
              <li key={one.plan}>
                <span>{text("measures.since", { at: one.at, by: one.by })}</span>
                <span className="soft small">
                  {text("measures.history.line", {
                    template: one.template ?? "other",
                    instruments: one.instruments,
                    minutes: one.minutes,
                  })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

const priorityNames = { 1: "first", 2: "second", 3: "third" } as const;

/** The plan that a form was made from: another one that came in between is not overwritten. */
function Based({ plan }: { readonly plan: string | null }) {
  return <input type="hidden" name="plan" value={plan ?? ""} />;
}

function RowTable({ loaderData }: { readonly loaderData: Route.ComponentProps["loaderData"] }) {
  const { text, written, format } = useMessages();
  const { rows, plan } = loaderData;
  return (
    <Table
      caption={text("measures.rows.caption")}
      captionHidden
      className="measure-rows"
      stacks
      head={
        <tr>
          <th scope="col">{text("measures.preview.questionnaire")}</th>
          <th scope="col">{text("measures.rows.who")}</th>
          <th scope="col">{text("measures.row.when")}</th>
          <th scope="col" className="number">
            {text("measures.rows.seconds")}
          </th>
          <th scope="col">{text("measures.row.priority")}</th>
          <th scope="col">
            <span className="visually-hidden">{text("measures.rows.change")}</span>
          </th>
        </tr>
      }
    >
      {rows.map((row, index) => (
        <tr key={`${row.setting} ${row.instrument} ${row.ageBands.join(" ")}`}>
          <th scope="row">
            {row.title}
            {row.why !== null && <p className="small soft">{written(row.why)}</p>}
          </th>
          <td data-label={text("measures.rows.who")}>
            {text("measures.rows.people", {
              rater: row.rater,
              setting: row.setting,
              ages: format.list(row.ageBands.map((band) => text(`measures.age.${band}`))),
            })}
          </td>
          <td data-label={text("measures.row.when")}>
            <TimingList when={row.when} />
          </td>
          <td className="number" data-label={text("measures.rows.seconds")}>
            {format.number(Math.round(row.seconds / 6) / 10)}
          </td>
          <td data-label={text("measures.row.priority")}>
            {text(`measures.priority.${priorityNames[row.priority]}`)}
          </td>
          <td className="measure-acts">
            <Link to={`/settings/measures?edit=${index}#edit`}>
              {text("measures.rows.edit")}
              <span className="visually-hidden"> {row.title}</span>
            </Link>
            <Form method="post" preventScrollReset>
              <Based plan={plan} />
              <input type="hidden" name="index" value={index} />
              <Confirm label={text("measures.rows.off")} link>
                <p>{text("measures.rows.off-question", { title: row.title })}</p>
                <Button name="intent" value="remove" look="grave">
                  {text("measures.rows.off-yes")}
                </Button>
              </Confirm>
            </Form>
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** The form of the questionnaire that is changed or added, or the choice of one to add. */
function EditRow(props: {
  readonly loaderData: Route.ComponentProps["loaderData"];
  readonly answer: RejectedForm | undefined;
}) {
  const { text, written } = useMessages();
  const { plan, rows, offered, added, edited } = props.loaderData;
  const row = edited === null ? null : (rows[edited] ?? null);
  const instrument =
    row === null ? added : (offered.find((one) => one.instrument === row.instrument) ?? null);
  if (instrument === null) {
    return (
      <Form method="get" action="/settings/measures#edit" className="form-row" id="edit">
        <Choice label={text("measures.add.label")} name="add" required defaultValue="">
          <option value="" disabled>
            {text("measures.add.choose")}
          </option>
          {offered.map((one) => (
            <option key={one.instrument} value={one.instrument}>
              {text("measures.add.option", {
                title: one.title,
                rater: one.rater,
                can: one.why === null ? "yes" : "no",
              })}
            </option>
          ))}
        </Choice>
        <Button look="quiet">{text("measures.add.next")}</Button>
      </Form>
    );
  }
  return (
    <section id="edit" className="stack" aria-labelledby="edit-title">
      <h3 id="edit-title">
        {text(row === null ? "measures.add.title" : "measures.edit.title", { title: instrument.title })}
      </h3>
      {instrument.why !== null && (
        <Notice tone="credible">
          <p>{written(instrument.why)}</p>
        </Notice>
      )}
      <Form method="post" className="stack" key={instrument.instrument}>
        <Based plan={plan} />
        {row !== null && <input type="hidden" name="index" value={edited ?? ""} />}
        <RowFields instrument={instrument} row={row} answer={props.answer} />
        <div className="row">
          <Button name="intent" value={row === null ? "add" : "change"}>
            {text("measures.edit.save")}
          </Button>
          <Link to="/settings/measures#rows">{text("measures.edit.cancel")}</Link>
        </div>
      </Form>
    </section>
  );
}
