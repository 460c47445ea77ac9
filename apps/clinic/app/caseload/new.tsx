import { clinicContext } from "@concord/clinic/context";
import { locales } from "@concord/messages";
import { listStaff, openEpisode, rolesOf } from "@concord/practice";
import { data, Form, Link, redirect } from "react-router";
import { z } from "zod";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { ageWords } from "../ui/clinical/ages.ts";
import { decodeForm, rejectForm } from "../ui/form/decode.server.ts";
import { day, text } from "../ui/form/fields.server.ts";
import { useFormFields } from "../ui/form/rejected-form.ts";
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
const languageNames = new Intl.DisplayNames("en", { type: "language" });

export default function NewCase({ loaderData, actionData }: Route.ComponentProps) {
  const { administers, self, therapists, kept, languages, today } = loaderData;
  const field = useFormFields<keyof z.infer<typeof newCase>>(actionData, {
    ageBand: "adult",
    language: "",
    openedOn: today,
    therapist: self ?? undefined,
  });
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
            {...field("client")}
            required
            maxLength={200}
            autoComplete="off"
            hint="A name, initials or a code: what you will recognise in the list."
          />
          <Choice label="Age" {...field("ageBand")} hint="It decides which forms are made for this person.">
            {ageBands.map((band) => (
              <option key={band} value={band}>
                {ageWords[band]}
                {band === "child" ? ", 6 to 10" : band === "adolescent" ? ", 11 to 17" : ", 18 and over"}
              </option>
            ))}
          </Choice>
          <Choice
            label="Language of the questionnaires"
            {...field("language")}
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
            <Choice label="Therapist" {...field("therapist")} required>
              {therapists.map(({ staff, name }) => (
                <option key={staff} value={staff}>
                  {name}
                </option>
              ))}
            </Choice>
          )}
          <Field label="Begins on" {...field("openedOn")} type="date" required short />
          <Field label="First session on" {...field("nextSession")} type="date" short />
          <Button wide>Open the case</Button>
        </Form>
      </Card>
    </Page>
  );
}
