import { clinicContext, viewerContext } from "@concord/clinic/context";
import {
  type ConsentGiven,
  dayIn,
  eraseClient,
  giveConsent,
  liftRestriction,
  readPrivacy,
  restrictProcessing,
  rolesOf,
  withdrawConsent,
} from "@concord/practice";
import { data, Form, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, outOfDate, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { rejectForm } from "../ui/form/decode.server.ts";
import { useFormFields } from "../ui/form/rejected-form.ts";
import { useMessages } from "../ui/frame/messages.ts";
import {
  Button,
  ButtonLink,
  Card,
  Confirm,
  Field,
  LongField,
  Notice,
  Page,
  PageHeader,
  Table,
} from "../ui/index.ts";
import type { Route } from "./+types/privacy";
import { ConsentForm } from "./components/privacy/ConsentForm.tsx";
import { ConsentText } from "./components/privacy/ConsentText.tsx";
import { ViewerList } from "./components/privacy/ViewerList.tsx";
import { type PrivacyAnswer, type PrivacyData, privacyPage } from "./privacy-page.server.ts";

export const handle = { access: { kind: "subject", action: "manage-privacy" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

const acts = ["consent", "withdraw", "restrict", "lift"] as const;

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const view = await mapRefusalTo403(readPrivacy(appContext, actor, asked.params.episode));
  const messages = messagesOf(asked.context);
  const done = new URL(asked.request.url).searchParams.get("done");
  const today = dayIn(appContext.now(), asked.context.get(viewerContext).timeZone);
  return {
    ...privacyPage(view, messages.locale, today),
    isAdministrator: rolesOf(actor).includes("administrator"),
    done: acts.find((one) => one === done) ?? null,
    title: messages.text("privacy.meta"),
  };
}

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const { episode } = asked.params;
  const [intent, reason] = [sentText(sent, "intent"), sentText(sent, "reason")];
  const refuse = (field: string | null, problem: Parameters<typeof rejectForm>[1][string]) =>
    data(
      { ...rejectForm(sent, { [field ?? "matter"]: problem }), matter: sentText(sent, "matter"), intent },
      { status: 400 },
    );
  if (intent === "erase") {
    const done = await tried(eraseClient(appContext, actor, { episode, typed: sentText(sent, "typed") }));
    if (done.kind === "invalid") return refuse(done.field, done.problem);
    const { rows, isListed } = done.value;
    throw redirect(`/settings/privacy?erased=${rows}${isListed ? "" : "&unlisted="}`);
  }
  if (intent === "restrict" || intent === "lift") {
    const change = intent === "restrict" ? restrictProcessing : liftRestriction;
    const done = await tried(change(appContext, actor, { episode, reason }));
    if (done.kind === "invalid") return refuse(done.field, done.problem);
    throw redirect(`/case/${episode}/privacy?done=${intent}`);
  }
  const given = consentOf(episode, sent);
  if (given === null || (intent !== "consent" && intent !== "withdraw")) return refuse("matter", outOfDate);
  const say = intent === "consent" ? giveConsent : withdrawConsent;
  const done = await tried(say(appContext, actor, given));
  if (done.kind === "invalid") return refuse(done.field, done.problem);
  throw redirect(`/case/${episode}/privacy?done=${intent}`);
}

/** Returns what was sent as consent to one matter; null for what the page does not offer. */
function consentOf(episode: string, sent: FormData): ConsentGiven | null {
  const [matter, by] = [sentText(sent, "matter"), sentText(sent, "givenBy")];
  const givenBy = (["client", "caregiver"] as const).find((one) => one === by);
  if (givenBy === undefined) return null;
  const [language, saidOn] = [sentText(sent, "language"), sentText(sent, "saidOn")];
  const how = {
    ...(language === "" || language === "none" ? {} : { language }),
    saidOn,
  };
  if (matter === "measuring" || matter === "research") return { episode, givenBy, about: { matter }, ...how };
  if (matter !== "supervision") return null;
  return { episode, givenBy, about: { matter, supervisor: sentText(sent, "supervisor") }, ...how };
}

export default function CasePrivacy({ loaderData, actionData }: Route.ComponentProps) {
  const { text, of, written } = useMessages();
  const { view, refusal, done, isAdministrator } = loaderData;
  const { episode, client, mayReadCase } = view;
  return (
    <Page width="middle">
      <PageHeader
        above={
          mayReadCase ? (
            <Link to={`/case/${episode}`}>{client.label}</Link>
          ) : (
            <Link to="/settings/privacy">{text("privacy.back")}</Link>
          )
        }
        title={mayReadCase ? text("privacy.title") : `${client.label}: ${text("privacy.title")}`}
      >
        {text("privacy.about")}
      </PageHeader>
      {done !== null && actionData === undefined && (
        <Notice tone="good" announced>
          <p>{text(`privacy.done.${done}`)}</p>
        </Notice>
      )}
      {actionData !== undefined && (
        <Notice tone="urgent" title={text("privacy.not-saved")} announced>
          {Object.values(actionData.problems).map((problem) => (
            <p key={JSON.stringify(problem)}>{written(problem)}</p>
          ))}
        </Notice>
      )}
      {refusal !== null && (
        <Notice tone="credible">
          <p>{of(refusal)}</p>
        </Notice>
      )}
      <Card title={text("privacy.viewers.title")}>
        <p className="small soft">{text("privacy.viewers.about")}</p>
        <ViewerList viewers={view.viewers} />
      </Card>
      <Consents page={loaderData} answer={actionData} />
      <History view={view} languages={loaderData.languages} />
      <Restriction view={view} answer={actionData} />
      {isAdministrator && view.mayErase ? (
        <Erasure view={view} answer={actionData} />
      ) : (
        <p className="small soft">{text("privacy.erase.only-administrators")}</p>
      )}
    </Page>
  );
}

function Consents({
  page,
  answer,
}: {
  readonly page: PrivacyData;
  readonly answer: PrivacyAnswer | undefined;
}) {
  const { text, format } = useMessages();
  const { view, texts } = page;
  const given = view.supervisors.filter((one) => one.given).map(({ name }) => name);
  const states = {
    measuring: <MeasuringState view={view} />,
    supervision: (
      <p>
        {given.length > 0
          ? text("privacy.supervision.given", { names: format.list(given) })
          : text(view.supervisors.length > 0 ? "privacy.supervision.none" : "privacy.supervision.no-one")}
      </p>
    ),
    research: <p>{text(view.research ? "privacy.research.given" : "privacy.research.none")}</p>,
  };
  return (
    <>
      {(["measuring", "supervision", "research"] as const).map((matter) => (
        <Card key={matter} title={text(`privacy.matter.${matter}`)} id={matter}>
          {states[matter]}
          {view.mayRecordConsent && !(matter === "supervision" && view.supervisors.length === 0) && (
            <ConsentForm {...{ matter, page, answer }} />
          )}
          {!view.mayRecordConsent && matter === "measuring" && (
            <p className="small soft">{text("privacy.therapist-records")}</p>
          )}
          <ConsentText texts={texts[matter]} />
        </Card>
      ))}
      <Card title={text("privacy.matter.messages")}>
        <p>{text("privacy.messages.state", view.contacts)}</p>
        <div>
          <ButtonLink to={`/case/${view.episode}/contacts`} look="quiet">
            {text("privacy.messages.link")}
          </ButtonLink>
        </div>
      </Card>
    </>
  );
}

function MeasuringState({ view }: { readonly view: PrivacyData["view"] }) {
  const { text } = useMessages();
  const { consent, rule, isRequired } = view.measuring;
  const by = view.ageBand !== "adolescent" ? view.ageBand : rule.own === "consent" ? "own" : "both";
  return (
    <>
      <p>
        {consent.kind === "given"
          ? text("privacy.measuring.given", { since: consent.since })
          : consent.kind === "withdrawn"
            ? text("privacy.measuring.withdrawn", { by: consent.by, since: consent.since })
            : text("privacy.measuring.missing", {
                of: consent.of.length === 2 ? "both" : (consent.of[0] ?? "client"),
                required: isRequired ? "yes" : "no",
              })}
      </p>
      <p className="small soft">{text(`privacy.rule.${rule.ageUnknown ? "age-unknown" : by}`)}</p>
    </>
  );
}

function History({ view, languages }: Pick<PrivacyData, "view" | "languages">) {
  const { text, format } = useMessages();
  if (view.said.length === 0)
    return (
      <Card title={text("privacy.history.title")}>
        <p className="soft">{text("privacy.history.none")}</p>
      </Card>
    );
  const head = (
    <tr>
      {(["day", "what", "by"] as const).map((column) => (
        <th key={column} scope="col">
          {text(`privacy.history.${column}`)}
        </th>
      ))}
    </tr>
  );
  return (
    <Card title={text("privacy.history.title")}>
      <Table caption={text("privacy.history.caption")} captionHidden stacks head={head}>
        {view.said.map((one) => {
          const matter = text(`privacy.matter.${one.matter}`);
          const who = text(`privacy.by.${one.givenBy}`);
          const what = text(`privacy.history.${one.state}`, { matter, by: who });
          return (
            <tr key={one.consent}>
              <td data-label={text("privacy.history.day")}>
                {format.date(one.saidOn ?? one.recordedAt.slice(0, 10))}
              </td>
              <td data-label={text("privacy.history.what")}>
                {one.supervisorName === null ? what : `${what} (${one.supervisorName})`}
                {one.textVersion !== null && one.language !== null && (
                  <div className="small soft">
                    {text("privacy.history.version", {
                      version: one.textVersion,
                      language:
                        languages.find((each) => each.language === one.language)?.name ?? one.language,
                    })}
                  </div>
                )}
              </td>
              <td data-label={text("privacy.history.by")}>{one.recorder}</td>
            </tr>
          );
        })}
      </Table>
    </Card>
  );
}

function Restriction(props: {
  readonly view: PrivacyData["view"];
  readonly answer: PrivacyAnswer | undefined;
}) {
  const { text, format } = useMessages();
  const { restrictions, measuring } = props.view;
  const intent = measuring.isRestricted ? "lift" : "restrict";
  const answer = props.answer?.intent === intent ? props.answer : undefined;
  const field = useFormFields<"reason">(answer, {});
  return (
    <Card title={text("privacy.restriction.title")} id="restriction">
      <p>{text("privacy.restriction.about")}</p>
      {restrictions.length === 0 ? (
        <p className="soft">{text("privacy.restriction.none")}</p>
      ) : (
        <ul className="list small">
          {restrictions.map((one) => (
            <li key={one.recordedAt}>
              {text(`privacy.restriction.${one.state}`, {
                at: format.dateTime(one.recordedAt),
                by: one.recorder,
                reason: one.reason,
              })}
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="stack" reloadDocument>
        <LongField
          label={text("privacy.restriction.reason")}
          hint={text("privacy.restriction.reason-hint")}
          {...field("reason")}
          rows={2}
          maxLength={500}
          required
        />
        <div>
          <Button look="quiet" name="intent" value={intent}>
            {text(measuring.isRestricted ? "privacy.restriction.lift" : "privacy.restriction.place")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Erasure(props: { readonly view: PrivacyData["view"]; readonly answer: PrivacyAnswer | undefined }) {
  const { text } = useMessages();
  const { client, episodes } = props.view;
  const answer = props.answer?.intent === "erase" ? props.answer : undefined;
  const field = useFormFields<"typed">(answer, {});
  return (
    <Card title={text("privacy.erase.title")} id="erase">
      <p>{text("privacy.erase.about", { episodes })}</p>
      <p className="small soft">{text("privacy.erase.backups")}</p>
      <Confirm label={text("privacy.erase.title")} grave>
        <Form method="post" className="stack" reloadDocument>
          <Field
            label={text("privacy.erase.typed", { label: client.label })}
            {...field("typed")}
            autoComplete="off"
            maxLength={200}
            required
          />
          <div>
            <Button look="grave" name="intent" value="erase">
              {text("privacy.erase.button")}
            </Button>
          </div>
        </Form>
      </Confirm>
    </Card>
  );
}
