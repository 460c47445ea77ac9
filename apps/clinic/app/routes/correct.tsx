import { createHash, randomUUID } from "node:crypto";
import { clinicContext } from "@concord/clinic/context";
import { correctForm, openCorrection } from "@concord/practice";
import { data, redirect } from "react-router";
import { heed } from "../access/heed.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { FormScreen } from "../form/FormScreen.tsx";
import { Closed } from "../form/FormStates.tsx";
import { sentAnswers } from "../form/sent-answers.ts";
import { OwnFormSent } from "../parts/clinical/OwnFormSent.tsx";
import type { PageHandle } from "../shell/bare.ts";
import type { Route } from "./+types/correct";

/** The therapist's own form once more, as it was answered. What was kept stays; the new answers stand. */
export const handle: PageHandle = { bare: true };

export const meta: Route.MetaFunction = () => [{ title: "Correct your form · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { view, answers, episode } = await toCorrect(asked);
  const { response } = asked.params;
  const keep = createHash("sha256").update(`corrections of ${response}`).digest("base64url").slice(0, 22);
  const isKept = new URL(asked.request.url).searchParams.has("kept");
  return { view, answers, episode, isKept, keep, submission: randomUUID() };
}

export async function action(asked: Route.ActionArgs) {
  const { actor, house } = await toCorrect(asked);
  const { answers } = sentAnswers(await asked.request.formData());
  const outcome = await heed(correctForm(house, actor, asked.params.response, answers));
  if (outcome.kind === "corrected") return redirect(`/correct/${outcome.response}?kept`);
  return data({ answers, problems: outcome.problems }, { status: 400 });
}

async function toCorrect(asked: Route.LoaderArgs | Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { house } = asked.context.get(clinicContext);
  return { actor, house, ...(await heed(openCorrection(house, actor, asked.params.response))) };
}

export default function Correct({ loaderData, actionData }: Route.ComponentProps) {
  const { view, answers, episode, isKept, keep, submission } = loaderData;
  if (isKept) return <OwnFormSent {...{ view, keep }} back={`/case/${episode}`} isPrivate={false} />;
  if (view.kind !== "open") return <Closed {...{ view, keep }} />;
  const problems = actionData?.problems ?? [];
  const given = {
    values: actionData?.answers ?? answers,
    problems: Object.fromEntries(problems.map(({ item, problem }) => [item, problem])),
  };
  const problem = actionData === undefined ? null : "Nothing was changed. Please look at your answers again.";
  return <FormScreen {...{ view, given, problem, keep }} submissionKey={submission} />;
}
