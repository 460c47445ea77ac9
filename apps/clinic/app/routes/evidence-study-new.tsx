import { clinicContext } from "@concord/clinic/context";
import { addStudy, emptyDraft } from "@concord/practice";
import { data, Link, redirect } from "react-router";
import { heed } from "../access/heed.ts";
import { requireActor } from "../access/require-actor.ts";
import { StudyForm } from "../parts/evidence/StudyForm.tsx";
import { sentDraft } from "../parts/evidence/sent-draft.server.ts";
import { Page, PageHeader } from "../parts/index.ts";
import { kibibytes } from "../parts/size.ts";
import type { PageHandle } from "../shell/bare.ts";
import type { Route } from "./+types/evidence-study-new";

/** Several long texts in one form, in any script. */
export const handle = { maxBody: kibibytes(512) } satisfies PageHandle;

export const meta: Route.MetaFunction = () => [{ title: "Add a study · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  await requireActor(asked, "write-evidence", { kind: "practice" });
  return { draft: emptyDraft };
}

export async function action(asked: Route.ActionArgs) {
  const actor = await requireActor(asked, "write-evidence", { kind: "practice" });
  const { house } = asked.context.get(clinicContext);
  const { draft, problems } = sentDraft(await asked.request.formData());
  if (problems.length > 0) return data({ draft, problems }, { status: 400 });
  const done = await heed(addStudy(house, actor, draft));
  if (done.kind === "written") return redirect(`/evidence/change/${done.change}`);
  return data({ draft, problems: done.problems }, { status: 400 });
}

export default function NewStudy({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Page width="narrow">
      <PageHeader above={<Link to="/evidence/studies">Studies</Link>} title="Add a study">
        As it is printed: nothing is converted before it is stored. What rests on it is computed again at
        once. Many studies come quicker <Link to="/evidence/import">from a file</Link>.
      </PageHeader>
      <StudyForm
        draft={actionData?.draft ?? loaderData.draft}
        problems={actionData?.problems ?? []}
        correction={false}
        why=""
        beyond={[]}
        send="Add and see what changes"
      />
    </Page>
  );
}
