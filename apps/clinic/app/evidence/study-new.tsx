import { clinicContext } from "@concord/clinic/context";
import { addStudy, emptyDraft } from "@concord/practice";
import { data, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { kibibytes } from "../request/size.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { RichText } from "../ui/frame/RichText.tsx";
import { Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/study-new";
import { StudyForm } from "./components/StudyForm.tsx";
import { sentDraft } from "./page-data/sent-draft.server.ts";

/** Several long texts in one form, in any script. */
export const handle = {
  access: { kind: "practice", action: "write-evidence" },
  maxBody: kibibytes(512),
} satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.pageTitle ?? "Concord" }];

/** Without a loader the server could refuse nobody. */
export function loader({ context }: Route.LoaderArgs) {
  return { draft: emptyDraft, pageTitle: messagesOf(context).text("evidence.page-title.new") };
}

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { draft, problems } = sentDraft(await asked.request.formData());
  if (problems.length > 0) return data({ draft, problems }, { status: 400 });
  const done = await mapRefusalTo403(addStudy(appContext, actor, draft));
  if (done.kind === "written") return redirect(`/evidence/change/${done.change}`);
  return data({ draft, problems: done.problems }, { status: 400 });
}

export default function NewStudy({ loaderData, actionData }: Route.ComponentProps) {
  const { text } = useMessages();
  return (
    <Page width="narrow">
      <PageHeader
        above={<Link to="/evidence/studies">{text("evidence.head.studies")}</Link>}
        title={text("evidence.study-form.new.title")}
      >
        <RichText
          id="evidence.study-form.new.lead"
          values={{}}
          tags={{ link: (inside) => <Link to="/evidence/import">{inside}</Link> }}
        />
      </PageHeader>
      <StudyForm
        draft={actionData?.draft ?? loaderData.draft}
        problems={actionData?.problems ?? []}
        correction={false}
        why=""
        beyond={[]}
        send={text("evidence.study-form.save")}
      />
    </Page>
  );
}
