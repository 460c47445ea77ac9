import { clinicContext } from "@concord/clinic/context";
import {
  type ClientLine,
  changePrivacySettings,
  type ErasureLine,
  eraseAgain,
  eraseDue,
  type PrivacyOffice,
  privacyLimits,
  readPrivacyOffice,
} from "@concord/practice";
import { data, Form, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { kibibytes } from "../request/size.ts";
import { rejectForm } from "../ui/form/decode.server.ts";
import { type RejectedForm, useFormFields } from "../ui/form/rejected-form.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Badge, Button, Card, Check, Field, Notice, Page, Table } from "../ui/index.ts";
import type { Route } from "./+types/privacy";
import { SettingsHead } from "./components/SettingsHead.tsx";

/** Many clients may be chosen at once. */
export const handle = {
  access: { kind: "practice", action: "manage-practice" },
  maxBody: kibibytes(512),
} satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { searchParams } = new URL(asked.request.url);
  const search = searchParams.get("search") ?? "";
  const office = await mapRefusalTo403(readPrivacyOffice(appContext, actor, { search }));
  const chosen = new Set(searchParams.getAll("choose"));
  const count = (name: string) => {
    const value = searchParams.get(name);
    return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
  };
  return {
    title: messagesOf(asked.context).text("privacy.office.meta"),
    office,
    limits: privacyLimits,
    chosen: office.due.filter(({ client }) => chosen.has(client)),
    saved: searchParams.has("saved"),
    erased: count("erased"),
    isUnlisted: searchParams.has("unlisted"),
    erasedDue: count("due"),
    kept: count("kept"),
  };
}

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const intent = sentText(sent, "intent");
  const refuse = (field: string | null, problem: RejectedForm["problems"][string]) =>
    data({ ...rejectForm(sent, { [field ?? "form"]: problem }), intent }, { status: 400 });
  if (intent === "again") {
    const done = await tried(eraseAgain(appContext, actor, sentText(sent, "client")));
    if (done.kind === "invalid") return refuse(done.field, done.problem);
    throw redirect(`/settings/privacy?erased=${done.value.rows}`);
  }
  if (intent === "erase") {
    const clients = sent.getAll("client").filter((one) => typeof one === "string");
    const done = await tried(eraseDue(appContext, actor, { clients, typed: sentText(sent, "typed") }));
    if (done.kind === "invalid") return refuse(done.field, done.problem);
    throw redirect(`/settings/privacy?due=${done.value.erased}&kept=${done.value.kept.length}`);
  }
  const years = sentText(sent, "retentionYears");
  const changed = await tried(
    changePrivacySettings(appContext, actor, {
      consentRequired: sentText(sent, "consentRequired") !== "",
      consentAge: Number(sentText(sent, "consentAge") || "NaN"),
      retentionYears: years === "" ? null : Number(years),
      majorityAge: Number(sentText(sent, "majorityAge") || "NaN"),
    }),
  );
  if (changed.kind === "invalid") return refuse(changed.field, changed.problem);
  throw redirect("/settings/privacy?saved=");
}

export default function SettingsPrivacy({ loaderData, actionData }: Route.ComponentProps) {
  const { text, written } = useMessages();
  const { office, limits, chosen, saved, erased, isUnlisted, erasedDue, kept } = loaderData;
  return (
    <Page width="middle">
      <SettingsHead current="privacy" title={text("privacy.office.title")} />
      {actionData !== undefined && (
        <Notice tone="urgent" title={text("privacy.not-saved")} announced>
          {Object.values(actionData.problems).map((problem) => (
            <p key={JSON.stringify(problem)}>{written(problem)}</p>
          ))}
        </Notice>
      )}
      {actionData === undefined && (saved || erased !== null || erasedDue !== null) && (
        <Notice tone="good" announced>
          {saved && <p>{text("privacy.office.saved")}</p>}
          {erased !== null && <p>{text("privacy.office.erased", { count: erased })}</p>}
          {erasedDue !== null && <p>{text("privacy.office.erased-due", { count: erasedDue })}</p>}
          {kept !== null && kept > 0 && <p>{text("privacy.office.kept", { count: kept })}</p>}
        </Notice>
      )}
      {isUnlisted && (
        <Notice tone="credible">
          <p>{text("privacy.office.not-listed")}</p>
        </Notice>
      )}
      <Returned office={office} />
      <Rules
        office={office}
        limits={limits}
        answer={actionData?.intent === "save" ? actionData : undefined}
      />
      <Due office={office} chosen={chosen} answer={actionData?.intent === "erase" ? actionData : undefined} />
      <Clients office={office} />
      <Erasures office={office} />
    </Page>
  );
}

type Limits = typeof privacyLimits;

function Returned({ office }: { readonly office: PrivacyOffice }) {
  const { text, format } = useMessages();
  if (office.returned.length === 0) return null;
  return (
    <Notice tone="urgent" title={text("privacy.office.returned")}>
      {office.returned.map(({ client, label, erasedAt }) => (
        <Form key={client} method="post" className="row" reloadDocument>
          <input type="hidden" name="client" value={client} />
          <span>{text("privacy.office.returned-line", { label, at: format.dateTime(erasedAt) })}</span>
          <Button look="grave" name="intent" value="again">
            {text("privacy.office.again")}
          </Button>
        </Form>
      ))}
    </Notice>
  );
}

function Rules(props: {
  readonly office: PrivacyOffice;
  readonly limits: Limits;
  readonly answer: RejectedForm | undefined;
}) {
  const { text } = useMessages();
  const { settings } = props.office;
  const field = useFormFields<"consentAge" | "retentionYears" | "majorityAge">(props.answer, {
    consentAge: String(settings.consentAge),
    retentionYears: settings.retentionYears === null ? "" : String(settings.retentionYears),
    majorityAge: String(settings.majorityAge),
  });
  const range = (name: keyof Limits) => ({
    type: "number",
    min: props.limits[name][0],
    max: props.limits[name][1],
    short: true,
  });
  return (
    <Card title={text("privacy.office.rules")}>
      <Form method="post" className="stack" reloadDocument>
        <div>
          <Check
            label={text("privacy.office.required")}
            name="consentRequired"
            value="on"
            defaultChecked={
              props.answer === undefined
                ? settings.consentRequired
                : props.answer.given.consentRequired !== undefined
            }
          />
          <p className="small soft">{text("privacy.office.required-hint")}</p>
        </div>
        <Field
          label={text("privacy.office.consent-age")}
          {...field("consentAge")}
          {...range("consentAge")}
          required
        />
        <Field
          label={text("privacy.office.retention-years")}
          hint={text("privacy.office.retention-hint")}
          {...field("retentionYears")}
          {...range("retentionYears")}
        />
        <Field
          label={text("privacy.office.majority-age")}
          hint={text("privacy.office.majority-hint")}
          {...field("majorityAge")}
          {...range("majorityAge")}
          required
        />
        <div>
          <Button name="intent" value="save">
            {text("privacy.office.save")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Due(props: {
  readonly office: PrivacyOffice;
  readonly chosen: readonly ClientLine[];
  readonly answer: RejectedForm | undefined;
}) {
  const { text } = useMessages();
  const { office, chosen, answer } = props;
  const { due, counts, settings } = office;
  const field = useFormFields<"typed">(answer, {});
  return (
    <Card title={text("privacy.office.due")} id="due">
      {counts.birthYearMissing > 0 && (
        <p className="small">
          {text("privacy.office.birth-year-missing", { count: counts.birthYearMissing })}
        </p>
      )}
      {due.length === 0 ? (
        <p className="soft">
          {text("privacy.office.due-none", { years: settings.retentionYears === null ? "none" : "set" })}
        </p>
      ) : chosen.length > 0 ? (
        <Form method="post" className="stack" reloadDocument>
          <p>{text("privacy.office.confirm", { count: chosen.length })}</p>
          <ul className="list">
            {chosen.map(({ client, label }) => (
              <li key={client}>
                <input type="hidden" name="client" value={client} />
                {label}
              </li>
            ))}
          </ul>
          <Field
            label={text("privacy.office.typed", { count: chosen.length })}
            {...field("typed")}
            inputMode="numeric"
            autoComplete="off"
            required
            short
          />
          <div>
            <Button look="grave" name="intent" value="erase">
              {text("privacy.erase.button")}
            </Button>
          </div>
        </Form>
      ) : (
        <Form method="get" action="/settings/privacy#due" className="stack" reloadDocument>
          {due.map((line) => (
            <Check
              key={line.client}
              name="choose"
              value={line.client}
              label={`${line.label}: ${storageText(line, text)}`}
            />
          ))}
          <div>
            <Button look="quiet">{text("privacy.office.choose")}</Button>
          </div>
        </Form>
      )}
    </Card>
  );
}

function Clients({ office }: { readonly office: PrivacyOffice }) {
  const { text } = useMessages();
  const { clients, more, search } = office;
  const head = (
    <tr>
      {(["client", "therapist", "storage"] as const).map((column) => (
        <th key={column} scope="col">
          {text(`privacy.office.${column}`)}
        </th>
      ))}
    </tr>
  );
  return (
    <Card title={text("privacy.office.clients")} id="clients">
      <p className="small soft">{text("privacy.office.clients-about")}</p>
      <Form method="get" action="/settings/privacy#clients" className="form-row" reloadDocument>
        <Field
          label={text("privacy.office.search")}
          name="search"
          type="search"
          defaultValue={search}
          maxLength={200}
        />
        <Button look="quiet">{text("privacy.office.find")}</Button>
      </Form>
      {clients.length === 0 ? (
        <p className="soft">{text("privacy.office.none-found")}</p>
      ) : (
        <Table caption={text("privacy.office.table")} captionHidden stacks head={head}>
          {clients.map((line) => (
            <tr key={line.client}>
              <td data-label={text("privacy.office.client")}>
                {line.episode === null ? (
                  line.label
                ) : (
                  <Link to={`/case/${line.episode}/privacy`}>{line.label}</Link>
                )}{" "}
                {line.isRestricted && <Badge>{text("privacy.office.restricted")}</Badge>}
              </td>
              <td data-label={text("privacy.office.therapist")}>{line.therapist ?? "–"}</td>
              <td data-label={text("privacy.office.storage")}>{storageText(line, text)}</td>
            </tr>
          ))}
        </Table>
      )}
      {more > 0 && <p className="small">{text("privacy.office.more", { count: more })}</p>}
    </Card>
  );
}

function storageText({ retention }: ClientLine, text: ReturnType<typeof useMessages>["text"]): string {
  if (retention.kind !== "ends") return text(`privacy.storage.${retention.kind}`);
  return text(retention.isDue ? "privacy.storage.over" : "privacy.storage.until", { on: retention.on });
}

function Erasures({ office }: { readonly office: PrivacyOffice }) {
  const { text, format } = useMessages();
  const { erasures, areBackupsUnknown } = office;
  return (
    <Card title={text("privacy.office.erasures")} id="erasures">
      {erasures.length === 0 && <p className="soft">{text("privacy.office.erasures-none")}</p>}
      {erasures.length > 0 && areBackupsUnknown && <p>{text("privacy.office.backups-unknown")}</p>}
      {erasures.map((one) => (
        <section key={one.erasure} className="stack stack-tight">
          <p>
            {text("privacy.office.erasure", {
              at: format.dateTime(one.at),
              by: one.by,
              basis: one.basis,
              count: one.total,
            })}
          </p>
          {!areBackupsUnknown && <Backups erasure={one} />}
          <details className="details">
            <summary>{text("privacy.office.rows")}</summary>
            <ul className="list small">
              {one.rows.map(({ table, count }) => (
                <li key={table}>
                  {table}: {format.number(count)}
                </li>
              ))}
            </ul>
          </details>
        </section>
      ))}
    </Card>
  );
}

function Backups({ erasure }: { readonly erasure: ErasureLine }) {
  const { text, format } = useMessages();
  const { backups } = erasure;
  if (backups.length === 0) return <p className="small soft">{text("privacy.office.no-backups")}</p>;
  return (
    <div className="small">
      <p>{text("privacy.office.backups", { count: backups.length })}</p>
      <ul className="list">
        {backups.map(({ name, at, replacedBy }) => (
          <li key={name}>
            {text("privacy.office.backup", {
              name,
              at: format.dateTime(at),
              kind: replacedBy === null ? "none" : "daily",
              until: replacedBy ?? at,
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
