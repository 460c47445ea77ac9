import { clinicContext } from "@concord/clinic/context";
import type { Text } from "@concord/messages";
import { locales } from "@concord/messages";
import { listStaff, openEpisode, rolesOf } from "@concord/practice";
import { data, Form, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { sentDay } from "../request/sent-values.ts";
import { ageWords } from "../ui/clinical/ages.ts";
import { Button, Card, Choice, Field, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/new";

export const handle = { access: { kind: "practice", action: "write-case" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "New case · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const administers = rolesOf(actor).includes("administrator");
  const all = administers ? await mapRefusalTo403(listStaff(appContext, actor)) : [];
  return {
    administers,
    self: rolesOf(actor).includes("therapist") ? actor.staff : null,
    therapists: all.filter((one) => one.active && one.roles.includes("therapist")),
    kept: new URL(asked.request.url).searchParams.has("kept"),
    languages: locales.map((language) => ({ language, name: languageNames.of(language) ?? language })),
    today: appContext.now().toISOString().slice(0, 10),
  };
}

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const client = sentText(sent, "client");
  const ageBand = ageBands.find((band) => band === sentText(sent, "ageBand"));
  const language = sentText(sent, "language");
  const openedOn = sentDay(sent, "openedOn");
  const nextSession = sentDay(sent, "nextSession");
  const therapist = sentText(sent, "therapist");
  const given = { client, ageBand, language, openedOn: sentText(sent, "openedOn"), therapist };
  const refused = (field: string, problem: Text) =>
    data({ ...given, nextSession: sentText(sent, "nextSession"), field, problem }, { status: 400 });
  if (ageBand === undefined) return refused("ageBand", "Choose the age of the client.");
  if (language !== "" && !locales.some((one) => one === language))
    return refused("language", "Choose one of the languages.");
  if (openedOn === null) return refused("openedOn", notADay);
  if (nextSession === null && sentText(sent, "nextSession") !== "") return refused("nextSession", notADay);
  const opened = await tried(
    openEpisode(appContext, actor, {
      client,
      ageBand,
      openedOn,
      ...(language === "" ? {} : { language }),
      ...(therapist === "" ? {} : { therapist }),
      ...(nextSession === null ? {} : { nextSession }),
    }),
  );
  if (opened.kind === "invalid")
    return refused(opened.field === "next" ? "nextSession" : (opened.field ?? "client"), opened.problem);
  const episode = opened.value;
  // Whoever runs the practice may open a case of somebody else, not look into it.
  const isOwn = rolesOf(actor).includes("therapist") && (therapist === "" || therapist === actor.staff);
  throw redirect(isOwn ? `/case/${episode}` : "/caseload/new?kept");
}

const ageBands = ["adult", "adolescent", "child"] as const;
const languageNames = new Intl.DisplayNames("en", { type: "language" });
const notADay = "Enter a day of the calendar.";

export default function NewCase({ loaderData, actionData }: Route.ComponentProps) {
  const { administers, self, therapists, kept, languages, today } = loaderData;
  const problem = (field: string) => (actionData?.field === field ? actionData.problem : null);
  return (
    <Page width="middle">
      <PageHeader above={self === null ? undefined : <Link to="/caseload">Caseload</Link>} title="New case">
        An episode of care begins. Forms follow from the age and the session.
      </PageHeader>
      {kept && (
        <Notice tone="good" title="The case is open. Its therapist finds it in the caseload." announced />
      )}
      <Card>
        <Form method="post" className="stack">
          <Field
            label="Client"
            name="client"
            required
            maxLength={200}
            autoComplete="off"
            hint="A name, initials or a code: what you will recognise in the list."
            defaultValue={actionData?.client}
            problem={problem("client")}
          />
          <Choice
            label="Age"
            name="ageBand"
            defaultValue={actionData?.ageBand ?? "adult"}
            problem={problem("ageBand")}
            hint="It decides which forms are made for this person."
          >
            {ageBands.map((band) => (
              <option key={band} value={band}>
                {ageWords[band]}
                {band === "child" ? ", 6 to 10" : band === "adolescent" ? ", 11 to 17" : ", 18 and over"}
              </option>
            ))}
          </Choice>
          <Choice
            label="Language of the questionnaires"
            name="language"
            defaultValue={actionData?.language ?? ""}
            problem={problem("language")}
            hint="Translations of Concord’s questionnaires are not yet checked by a native clinician."
          >
            <option value="">The practice’s language</option>
            {languages.map(({ language, name }) => (
              <option key={language} value={language}>
                {name}
              </option>
            ))}
          </Choice>
          {administers && (
            <Choice
              label="Therapist"
              name="therapist"
              required
              defaultValue={actionData?.therapist ?? self ?? undefined}
              problem={problem("therapist")}
            >
              {therapists.map(({ staff, name }) => (
                <option key={staff} value={staff}>
                  {name}
                </option>
              ))}
            </Choice>
          )}
          <Field
            label="Begins on"
            name="openedOn"
            type="date"
            required
            defaultValue={actionData?.openedOn ?? today}
            problem={problem("openedOn")}
            short
          />
          <Field
            label="First session on"
            name="nextSession"
            type="date"
            defaultValue={actionData?.nextSession}
            problem={problem("nextSession")}
            short
          />
          <Button wide>Open the case</Button>
        </Form>
      </Card>
    </Page>
  );
}
