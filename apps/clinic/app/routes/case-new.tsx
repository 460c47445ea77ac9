import { clinicContext } from "@concord/clinic/context";
import { listStaff, openEpisode, rolesOf } from "@concord/practice";
import { data, Form, Link, redirect } from "react-router";
import { heed } from "../access/heed.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { sentText } from "../access/sent.ts";
import { ageWords } from "../parts/clinical/ages.ts";
import { sentDay } from "../parts/clinical/sent-values.ts";
import { Button, Card, Choice, Field, Notice, Page, PageHeader } from "../parts/index.ts";
import type { Route } from "./+types/case-new";

export const meta: Route.MetaFunction = () => [{ title: "New case · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { house } = asked.context.get(clinicContext);
  const administers = rolesOf(actor).includes("administrator");
  const all = administers ? await heed(listStaff(house, actor)) : [];
  return {
    administers,
    self: rolesOf(actor).includes("therapist") ? actor.staff : null,
    therapists: all.filter((one) => one.active && one.roles.includes("therapist")),
    kept: new URL(asked.request.url).searchParams.has("kept"),
    today: house.now().toISOString().slice(0, 10),
  };
}

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { house } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const client = sentText(sent, "client");
  if (client === "" || client.length > 200) {
    return data(
      { problem: "Please give a name, initials or a code, up to 200 characters." },
      { status: 400 },
    );
  }
  const age = sentText(sent, "ageBand");
  const openedOn = sentDay(sent, "openedOn");
  const nextSession = sentDay(sent, "nextSession");
  const therapist = sentText(sent, "therapist");
  const episode = await heed(
    openEpisode(house, actor, {
      client,
      ageBand: age === "child" || age === "adolescent" ? age : "adult",
      ...(therapist === "" ? {} : { therapist }),
      ...(openedOn === null ? {} : { openedOn }),
      ...(nextSession === null ? {} : { nextSession }),
    }),
  );
  // Whoever runs the practice may open a case of somebody else, not look into it.
  const isOwn = rolesOf(actor).includes("therapist") && (therapist === "" || therapist === actor.staff);
  throw redirect(isOwn ? `/case/${episode}` : "/caseload/new?kept");
}

export default function NewCase({ loaderData, actionData }: Route.ComponentProps) {
  const { administers, self, therapists, kept, today } = loaderData;
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
            problem={actionData?.problem ?? null}
          />
          <Choice
            label="Age"
            name="ageBand"
            defaultValue="adult"
            hint="It decides which forms are made for this person."
          >
            {(["adult", "adolescent", "child"] as const).map((band) => (
              <option key={band} value={band}>
                {ageWords[band]}
                {band === "child" ? ", 6 to 10" : band === "adolescent" ? ", 11 to 17" : ", 18 and over"}
              </option>
            ))}
          </Choice>
          {administers && (
            <Choice label="Therapist" name="therapist" required defaultValue={self ?? undefined}>
              {therapists.map(({ staff, name }) => (
                <option key={staff} value={staff}>
                  {name}
                </option>
              ))}
            </Choice>
          )}
          <Field label="Begins on" name="openedOn" type="date" required defaultValue={today} short />
          <Field label="First session on" name="nextSession" type="date" short />
          <Button wide>Open the case</Button>
        </Form>
      </Card>
    </Page>
  );
}
