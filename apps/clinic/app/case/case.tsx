import { clinicContext, viewerContext } from "@concord/clinic/context";
import {
  dayIn,
  endingOutcomes,
  endingReasons,
  listSupervisors,
  listTherapists,
  readCase,
  readCaseAppointments,
  rolesOf,
} from "@concord/practice";
import { data, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { TaskCard } from "../ui/clinical/TaskCard.tsx";
import { languageNames } from "../ui/form/language-names.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Handover } from "../ui/handover/Handover.tsx";
import { ButtonLink, Card, Feedback, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/case";
import { handleCaseAction } from "./case-action.server.ts";
import { type Done, doneBy } from "./case-action-context.ts";
import { casePage } from "./case-page.server.ts";
import { CaseHeader } from "./components/CaseHeader.tsx";
import { CaseSettings, settingIntents } from "./components/CaseSettings.tsx";
import { CaseTableOfContents } from "./components/CaseTableOfContents.tsx";
import { ChangeList } from "./components/ChangeList.tsx";
import { CourseCard } from "./components/CourseCard.tsx";
import { FirstLastNow } from "./components/FirstLastNow.tsx";
import { focusOf } from "./components/focus.ts";
import { NoteForm, NoteList } from "./components/NoteList.tsx";
import { AttachmentCard } from "./components/relationship/AttachmentCard.tsx";
import { CircumplexCard } from "./components/relationship/CircumplexCard.tsx";
import { DistanceCard } from "./components/relationship/DistanceCard.tsx";
import { InformantsCard } from "./components/relationship/InformantsCard.tsx";
import { PerfectionismCard } from "./components/relationship/PerfectionismCard.tsx";
import { RaterComparisonCard } from "./components/relationship/RaterComparisonCard.tsx";
import { ReadinessCard } from "./components/relationship/ReadinessCard.tsx";
import { RepairCard } from "./components/relationship/RepairCard.tsx";
import { FormLines } from "./components/sessions/FormLines.tsx";
import { SessionsCard } from "./components/sessions/SessionsCard.tsx";
import { AttentionCard } from "./components/signals/AttentionCard.tsx";
import { GuidanceCards } from "./components/signals/GuidanceCards.tsx";
import { PanelTable } from "./components/signals/PanelTable.tsx";
import { SignalList } from "./components/signals/SignalList.tsx";

export const handle = { access: { kind: "subject", action: "read-case" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const view = await mapRefusalTo403(readCase(appContext, actor, asked.params.episode));
  const own = rolesOf(actor).includes("therapist") && view.therapist.staff === actor.staff;
  const messages = messagesOf(asked.context);
  return {
    title: messages.text("case.page.title", { client: view.client }),
    ...casePage(view, focusOf(new URL(asked.request.url).searchParams), messages),
    own,
    supervisors: own ? await mapRefusalTo403(listSupervisors(appContext, actor)) : [],
    therapists: own ? await mapRefusalTo403(listTherapists(appContext, actor)) : [],
    languages: own ? languageNames(messages.locale) : [],
    endings: { reasons: endingReasons, outcomes: endingOutcomes },
    appointments: own
      ? await mapRefusalTo403(readCaseAppointments(appContext, actor, asked.params.episode))
      : null,
    today: dayIn(appContext.now(), asked.context.get(viewerContext).timeZone),
  };
}

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext, publicUrl } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const done = await mapRefusalTo403(
    handleCaseAction({ appContext, actor, publicUrl, episode: asked.params.episode, sent }),
  );
  return data(done, { status: done.tone === "credible" ? 400 : 200 });
}

export default function Case({ loaderData, actionData }: Route.ComponentProps) {
  const { text, of } = useMessages();
  const { view, own, explained, titles, supervisors, therapists, languages, endings, today, between } =
    loaderData;
  const { appointments } = loaderData;
  const { relationship, client } = view;
  const open = view.tasks.filter((task) => task.state !== "closed");
  const session = Math.max(1, view.course.sessions);
  const mayWrite = own && view.closedOn === null;
  const forLinks = doneBy(actionData, "renew", "withdraw");
  const ofClient = (
    <>
      <AttachmentCard {...{ relationship, between, mayWrite }} />
      <ReadinessCard
        readiness={relationship.readiness}
        standing={relationship.readinessStanding}
        needed={relationship.readinessNeeds}
      />
      <CircumplexCard reading={relationship.circumplex} between={between} />
      <DistanceCard {...{ relationship, between }} suspended={view.attention.suspended} />
    </>
  );
  return (
    <Page>
      <CaseHeader view={view} mayWrite={own} mayReview={own} />
      {actionData !== undefined && !isShownBeside(actionData, mayWrite, own) && (
        <Feedback answer={actionData} tone={actionData.tone} sentence={actionData.sentence} />
      )}
      {view.notAsked !== null && (
        <Notice tone="credible">
          <p>{of(view.notAsked)}</p>
          {own && (
            <p>
              <Link to={`/case/${view.episode}/privacy`}>{text("case.privacy.link")}</Link>
            </p>
          )}
        </Notice>
      )}
      {open.map((task) => (
        <TaskCard key={task.id} task={task} named={false} />
      ))}
      <AttentionCard attention={view.attention} />
      <FirstLastNow summary={view.summary} />
      <CaseTableOfContents {...{ own, mayWrite }} />
      <CourseCard {...loaderData} />
      {relationship.chairs !== null && <InformantsCard chairs={relationship.chairs} client={client} />}
      <div className="case-columns">
        <div>
          <Card id="think" title={text("case.card.guidance")}>
            <GuidanceCards advice={view.attention.advice} paused={view.attention.paused.length} />
          </Card>
          <section id="repair">
            <RepairCard loops={view.repairs} sessions={session} mayWrite={mayWrite} client={client} />
          </section>
          <RaterComparisonCard {...{ relationship, own }} drawn={between.two} />
          <Card id="signals" title={text("case.card.signals")}>
            <SignalList explained={explained} />
            <details className="details">
              <summary>{text("case.card.compare-rules")}</summary>
              <PanelTable panel={view.panel} />
            </details>
          </Card>
          {own && ofClient}
        </div>
        <div>
          {mayWrite && (
            <section id="ask">
              <SessionsCard view={view} today={today} appointments={appointments} done={actionData} />
              <p>
                <ButtonLink to={`/case/${view.episode}/contacts`} look="quiet">
                  {text("messages.contact.title")}
                </ButtonLink>{" "}
                <ButtonLink to={`/case/${view.episode}/measures`} look="quiet">
                  {text("measures.case.title")}
                </ButtonLink>
              </p>
            </section>
          )}
          {own && (
            <section id="notes">
              <Card
                title={text("case.card.notes")}
                aside={
                  <ButtonLink to={`/case/${view.episode}/notes`} look="plain">
                    {text("case.card.all-notes")}
                  </ButtonLink>
                }
              >
                <NoteForm session={session} episode={view.episode} />
                <NoteList notes={view.notes.slice(0, 3)} />
              </Card>
            </section>
          )}
          <Card
            id="came-in"
            title={text("case.card.responses")}
            aside={
              <ButtonLink to={`/case/${view.episode}/items`} look="plain">
                {text("case.card.items")}
              </ButtonLink>
            }
          >
            {forLinks !== null && (
              <Feedback answer={forLinks} tone={forLinks.tone} sentence={forLinks.sentence}>
                {forLinks.asked !== null && (
                  <Handover asked={forLinks.asked} back={`/case/${view.episode}`} />
                )}
              </Feedback>
            )}
            <FormLines forms={view.forms} mayAnswer={mayWrite} episode={view.episode} />
          </Card>
          {view.course.changes.length > 0 && (
            <Card title={text("case.card.change")}>
              <ChangeList changes={view.course.changes} titles={titles} />
            </Card>
          )}
          {own && (
            <CaseSettings
              {...{ view, supervisors, therapists, languages, endings, today }}
              done={actionData}
            />
          )}
          <PerfectionismCard {...{ relationship, mayWrite }} />
          {!own && ofClient}
        </div>
      </div>
    </Page>
  );
}

/** Forms of the session card, of the settings and of the list of questionnaires show their answer themselves. */
function isShownBeside({ intent }: Done, mayWrite: boolean, own: boolean): boolean {
  if (["session", "ask", "ask-first", "correct-session"].includes(intent)) return mayWrite;
  if (intent === "renew" || intent === "withdraw") return true;
  return own && settingIntents.includes(intent);
}
