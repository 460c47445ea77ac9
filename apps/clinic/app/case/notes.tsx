import { clinicContext } from "@concord/clinic/context";
import type { StaffMessage } from "@concord/messages";
import { addNote, readCaseNotes } from "@concord/practice";
import { data, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { sentNumber } from "../request/sent-values.ts";
import { kibibytes } from "../request/size.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Card, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/notes";
import { NoteForm, NoteList } from "./components/NoteList.tsx";

/** A note of 10,000 characters takes up to 90,000 bytes on its way, as scripts beyond Latin do. */
export const handle = {
  access: { kind: "subject", action: "read-notes" },
  maxBody: kibibytes(128),
} satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const notes = await mapRefusalTo403(readCaseNotes(appContext, actor, asked.params.episode));
  return { ...notes, title: messagesOf(asked.context).text("case.page.notes") };
}

const invalidSession = { id: "case.invalid.session", values: {} } as const satisfies StaffMessage;

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const text = sentText(sent, "text");
  const session = sentNumber(sent, "session");
  const given = { text, session: sentText(sent, "session") };
  if (session === null && given.session !== "")
    return data({ ...given, field: "session", problem: invalidSession }, { status: 400 });
  const { episode } = asked.params;
  const added = await tried(
    addNote(appContext, actor, { episode, text, ...(session === null ? {} : { session }) }),
  );
  if (added.kind === "invalid")
    return data({ ...given, field: added.field ?? "text", problem: added.problem }, { status: 400 });
  throw redirect(`/case/${episode}/notes`);
}

export default function Notes({ loaderData, actionData }: Route.ComponentProps) {
  const { text, written } = useMessages();
  const { episode, client, notes, session } = loaderData;
  return (
    <Page width="narrow">
      <PageHeader above={<Link to={`/case/${episode}`}>{client}</Link>} title={text("case.notes.title")}>
        {text("case.notes.about")}
      </PageHeader>
      {actionData !== undefined && (
        <Notice tone="credible" title={text("case.notes.not-saved")} announced>
          <p>{written(actionData.problem)}</p>
        </Notice>
      )}
      <Card>
        <NoteForm session={session} episode={episode} refused={actionData ?? null} />
      </Card>
      <Card title={text("case.notes.saved")}>
        <NoteList notes={notes} />
      </Card>
    </Page>
  );
}
