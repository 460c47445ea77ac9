import { clinicContext } from "@concord/clinic/context";
import { beyondTheForm, correctStudy, draftOf, readStudy } from "@concord/practice";
import { data, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { kibibytes } from "../request/size.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/study-correct";
import { StudyForm } from "./components/StudyForm.tsx";
import { sentDraft } from "./page-data/sent-draft.server.ts";

/** Several long texts in one form, in any script. */
export const handle = {
  access: { kind: "practice", action: "write-evidence" },
  maxBody: kibibytes(512),
} satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.pageTitle ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { study, label } = await mapRefusalTo403(readStudy(appContext, actor, asked.params.study));
  const { text } = messagesOf(asked.context);
  return {
    pageTitle: text("evidence.page-title.correct"),
    id: study.id,
    label,
    draft: draftOf(study),
    beyond: beyondTheForm(study).map(({ outcome, figures }) =>
      text("evidence.study-form.fixed.result", {
        statistic: text(`evidence.statistic.${figures.kind}`),
        outcome,
      }),
    ),
  };
}

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const { draft, problems } = sentDraft(sent);
  const why = sentText(sent, "why");
  if (problems.length > 0) return data({ draft, why, problems }, { status: 400 });
  const done = await mapRefusalTo403(correctStudy(appContext, actor, asked.params.study, draft, why));
  if (done.kind === "written") return redirect(`/evidence/change/${done.change}`);
  return data({ draft, why, problems: done.problems }, { status: 400 });
}

export default function CorrectStudy({ loaderData, actionData }: Route.ComponentProps) {
  const { text } = useMessages();
  const { id, label, draft, beyond } = loaderData;
  return (
    <Page width="narrow">
      <PageHeader
        above={<Link to={`/evidence/study/${encodeURIComponent(id)}`}>{label}</Link>}
        title={text("evidence.study-form.correct.title")}
      >
        {text("evidence.study-form.correct.lead")}
      </PageHeader>
      <StudyForm
        draft={actionData?.draft ?? draft}
        problems={actionData?.problems ?? []}
        correction
        why={actionData?.why ?? ""}
        beyond={beyond}
        send={text("evidence.study-form.save")}
      />
    </Page>
  );
}
