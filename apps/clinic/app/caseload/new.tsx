import { clinicContext, viewerContext } from "@concord/clinic/context";
import { locales } from "@concord/messages";
import { dayIn, listStaff, openEpisode, rolesOf } from "@concord/practice";
import { data, Form, Link, redirect } from "react-router";
import { z } from "zod";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { decodeForm, rejectForm } from "../ui/form/decode.server.ts";
import { day, text } from "../ui/form/fields.server.ts";
import { languageNames } from "../ui/form/language-names.ts";
import { useFormFields } from "../ui/form/rejected-form.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, Choice, Field, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/new";

export const handle = { access: { kind: "practice", action: "write-case" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `${loaderData?.title ?? ""} · Concord` }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const administers = rolesOf(actor).includes("administrator");
  const all = administers ? await mapRefusalTo403(listStaff(appContext, actor)) : [];
  const messages = messagesOf(asked.context);
  return {
    title: messages.text("caseload.new.title"),
    administers,
    self: rolesOf(actor).includes("therapist") ? actor.staff : null,
    therapists: all.filter((one) => one.active && one.roles.includes("therapist")),
    kept: new URL(asked.request.url).searchParams.has("kept"),
    languages: languageNames(messages.locale),
    today: dayIn(appContext.now(), asked.context.get(viewerContext).timeZone),
  };
}

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const decoded = decodeForm(sent, newCase);
  if (decoded.kind === "rejected") return data(decoded, { status: 400 });
  const { therapist } = decoded.value;
  const opened = await tried(openEpisode(appContext, actor, decoded.value));
  if (opened.kind === "invalid") {
    const field = opened.field === "next" ? "nextSession" : (opened.field ?? "client");
    return data(rejectForm(sent, { [field]: opened.problem }), { status: 400 });
  }
  const episode = opened.value;
  // Whoever runs the practice may open a case of somebody else, not look into it.
  const isOwn =
    rolesOf(actor).includes("therapist") && (therapist === undefined || therapist === actor.staff);
  throw redirect(isOwn ? `/case/${episode}` : "/caseload/new?kept");
}

const ageBands = ["adult", "adolescent", "child"] as const;

const newCase = z.object({
  client: text(200),
  ageBand: z.enum(ageBands),
  language: z.enum(locales).optional(),
  openedOn: day,
  nextSession: day.optional(),
  therapist: text(100).optional(),
});

export default function NewCase({ loaderData, actionData }: Route.ComponentProps) {
  const { administers, self, therapists, kept, languages, today } = loaderData;
  const { text: say } = useMessages();
  const field = useFormFields<keyof z.infer<typeof newCase>>(actionData, {
    ageBand: "adult",
    language: "",
    openedOn: today,
    therapist: self ?? undefined,
  });
  return (
    <Page width="middle">
      <PageHeader
        above={self === null ? undefined : <Link to="/caseload">{say("caseload.title")}</Link>}
        title={say("caseload.new.title")}
      >
        {say("caseload.new.intro")}
      </PageHeader>
      {kept && <Notice tone="good" title={say("caseload.new.added")} announced />}
      <Card>
        <Form method="post" className="stack">
          <Field
            label={say("caseload.new.client.label")}
            {...field("client")}
            required
            maxLength={200}
            autoComplete="off"
            hint={say("caseload.new.client.hint")}
          />
          <Choice
            label={say("caseload.new.age.label")}
            {...field("ageBand")}
            hint={say("caseload.new.age.hint")}
          >
            {ageBands.map((band) => (
              <option key={band} value={band}>
                {say(`caseload.new.age.${band}`)}
              </option>
            ))}
          </Choice>
          <Choice
            label={say("caseload.new.language.label")}
            {...field("language")}
            hint={say("caseload.new.language.hint")}
          >
            <option value="">{say("caseload.new.language.practice")}</option>
            {languages.map(({ language, name }) => (
              <option key={language} value={language}>
                {name}
              </option>
            ))}
          </Choice>
          {administers && (
            <Choice label={say("caseload.new.therapist")} {...field("therapist")} required>
              {therapists.map(({ staff, name }) => (
                <option key={staff} value={staff}>
                  {name}
                </option>
              ))}
            </Choice>
          )}
          <Field label={say("caseload.new.start")} {...field("openedOn")} type="date" required short />
          <Field label={say("caseload.new.first-session")} {...field("nextSession")} type="date" short />
          <Button wide>{say("caseload.new.save")}</Button>
        </Form>
      </Card>
    </Page>
  );
}
