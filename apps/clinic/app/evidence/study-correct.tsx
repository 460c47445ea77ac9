import { clinicContext } from "@concord/clinic/context";
import { figureWords } from "@concord/evidence";
import { beyondTheForm, correctStudy, draftOf, readStudy } from "@concord/practice";
import { data, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { kibibytes } from "../request/size.ts";
import { Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/study-correct";
import { StudyForm } from "./components/StudyForm.tsx";
import { sentDraft } from "./page-data/sent-draft.server.ts";

/** Several long texts in one form, in any script. */
export const handle = {
  access: { kind: "practice", action: "write-evidence" },
  maxBody: kibibytes(512),
} satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Correct a study · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { study, label } = await mapRefusalTo403(readStudy(appContext, actor, asked.params.study));
  return {
    id: study.id,
    label,
    draft: draftOf(study),
    beyond: beyondTheForm(study).map(({ outcome, figures }) => `${figureWords[figures.kind]} on ${outcome}`),
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
  const { id, label, draft, beyond } = loaderData;
  return (
    <Page width="narrow">
      <PageHeader
        above={<Link to={`/evidence/study/${encodeURIComponent(id)}`}>{label}</Link>}
        title="Correct this study"
      >
        The record as it was stays readable; this becomes its next revision. A figure whose numbers are left
        empty is taken out.
      </PageHeader>
      <StudyForm
        draft={actionData?.draft ?? draft}
        problems={actionData?.problems ?? []}
        correction
        why={actionData?.why ?? ""}
        beyond={beyond}
        send="Correct and see what changes"
      />
    </Page>
  );
}
