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
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/self-assessments";
import { CongruenceOutcomeCard } from "./components/CongruenceOutcomeCard.tsx";
import { OwnResults } from "./components/OwnResults.tsx";
import { TherapistComparisonCard } from "./components/TherapistComparisonCard.tsx";
import { followedPage, ownViewPage } from "./own-view.server.ts";

export const handle = { access: { kind: "subject", action: "read-own-reflections" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `${loaderData?.title ?? ""} · Concord` }];

/** The one form that is about the therapist alone; the others are asked for with a case. */
const aboutYou = "concord-attachment-therapist";

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const waiting = await mapRefusalTo403(listOwnForms(appContext, actor));
  const reflections = await mapRefusalTo403(readOwnReflections(appContext, actor));
  const messages = messagesOf(asked.context);
  return {
    title: messages.text("reflections.title"),
    asObserver: waiting.filter((form) => form.isAsObserver),
    waiting: waiting.filter((form) => form.isPrivate && form.instrument !== aboutYou),
    reflections,
    own: ownViewPage(await mapRefusalTo403(readOwnView(appContext, actor)), reflections, messages),
    followed: followedPage(await mapRefusalTo403(readWhatFollowed(appContext, actor)), messages),
  };
}

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const request = await mapRefusalTo403(askOwnForm(appContext, actor, aboutYou));
  return redirect(`/answer/${request}?back=/reflections`);
}

export default function ReflectionsPage({ loaderData }: Route.ComponentProps) {
  const { asObserver, waiting, reflections, own, followed } = loaderData;
  const { text } = useMessages();
  const ofYou = reflections.filter((one) => one.client === null);
  const ofClients = reflections.filter((one) => one.client !== null);
  return (
    <Page width="narrow">
      <PageHeader title={text("reflections.title")}>{text("reflections.intro")}</PageHeader>
      {asObserver.length > 0 && (
        <Card title={text("reflections.observer.title")}>
          <p>{text("reflections.observer.text")}</p>
          <WaitingForms forms={asObserver} />
        </Card>
      )}
      <Notice tone="note" title={text("reflections.private.title")}>
        <p>{text("reflections.private.text")}</p>
      </Notice>
      <TherapistComparisonCard own={own} />
      <CongruenceOutcomeCard followed={followed} />
      <Card title={text("reflections.attachment.title")}>
        <p>{text("reflections.attachment.text")}</p>
        <OwnResults results={ofYou} none={text("reflections.attachment.none")} />
        <Form method="post" reloadDocument>
          <Button look="quiet">
            {text(ofYou.length === 0 ? "reflections.attachment.start" : "reflections.attachment.again")}
          </Button>
        </Form>
      </Card>
      <Card title={text("reflections.readiness.title")}>
        {waiting.length > 0 && <WaitingForms forms={waiting} />}
        <OwnResults results={ofClients} none={text("reflections.readiness.none")} />
      </Card>
    </Page>
  );
}

/** Questionnaires that wait for the therapist’s answers, each with its client. */
function WaitingForms({
  forms,
}: {
  readonly forms: readonly { readonly request: string; readonly title: string; readonly client: string }[];
}) {
  const { text } = useMessages();
  return (
    <ul className="phase-list">
      {forms.map(({ request, title, client }) => (
        <li key={request}>
          <span>{text("reflections.readiness.waiting", { questionnaire: title, client })}</span>
          <Link to={`/answer/${request}?back=/reflections`} reloadDocument>
            {text("reflections.readiness.answer")}
          </Link>
        </li>
      ))}
    </ul>
  );
}
