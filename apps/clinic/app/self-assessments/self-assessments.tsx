import { clinicContext } from "@concord/clinic/context";
import {
  askOwnForm,
  listOwnForms,
  readOwnReflections,
  readOwnView,
  readWhatFollowed,
} from "@concord/practice";
import { Form, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { Button, Card, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/self-assessments";
import { CongruenceOutcomeCard } from "./components/CongruenceOutcomeCard.tsx";
import { OwnResults } from "./components/OwnResults.tsx";
import { TherapistComparisonCard } from "./components/TherapistComparisonCard.tsx";
import { followedPage, ownViewPage } from "./own-view.server.ts";

export const handle = { access: { kind: "subject", action: "read-own-reflections" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "For yourself · Concord" }];

/** The one form that is about the therapist alone; the others are asked for with a case. */
const aboutYou = "concord-attachment-therapist";

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const waiting = await mapRefusalTo403(listOwnForms(appContext, actor));
  const reflections = await mapRefusalTo403(readOwnReflections(appContext, actor));
  return {
    waiting: waiting.filter((form) => form.isPrivate && form.instrument !== aboutYou),
    reflections,
    own: ownViewPage(await mapRefusalTo403(readOwnView(appContext, actor)), reflections),
    followed: followedPage(await mapRefusalTo403(readWhatFollowed(appContext, actor))),
  };
}

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const request = await mapRefusalTo403(askOwnForm(appContext, actor, aboutYou));
  return redirect(`/answer/${request}?back=/reflections`);
}

export default function ReflectionsPage({ loaderData }: Route.ComponentProps) {
  const { waiting, reflections, own, followed } = loaderData;
  const ofYou = reflections.filter((one) => one.client === null);
  const ofClients = reflections.filter((one) => one.client !== null);
  return (
    <Page width="narrow">
      <PageHeader title="For yourself">
        What you bring into the room, as you see it. You may look, or leave it.
      </PageHeader>
      <Notice tone="note" title="Nobody else sees this page.">
        <p>Not your clients, not your supervisor, not those who run the practice. No export contains it.</p>
      </Notice>
      <TherapistComparisonCard own={own} />
      <CongruenceOutcomeCard followed={followed} />
      <Card title="Close to others">
        <p>
          How you are with the people closest to you: eight questions, about a minute. Low on both is
          security. There is no cut-off here, and no right answer.
        </p>
        <OwnResults results={ofYou} none="You have not answered this yet." />
        <Form method="post" reloadDocument>
          <Button look="quiet">{ofYou.length === 0 ? "Answer for yourself" : "Answer once more"}</Button>
        </Form>
      </Card>
      <Card title="Before you start with a client">
        {waiting.length > 0 && (
          <ul className="phase-list">
            {waiting.map(({ request, title, client }) => (
              <li key={request}>
                <span>
                  {title}, {client}
                </span>
                <Link to={`/answer/${request}?back=/reflections`} reloadDocument>
                  Answer now
                </Link>
              </li>
            ))}
          </ul>
        )}
        <OwnResults
          results={ofClients}
          none="Nothing here yet. These questions come with the forms of an intake."
        />
      </Card>
    </Page>
  );
}
