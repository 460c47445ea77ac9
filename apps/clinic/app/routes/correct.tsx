import { createHash, randomUUID } from "node:crypto";
import { clinicContext } from "@concord/clinic/context";
import { messages } from "@concord/messages";
import { correctForm, openCorrection } from "@concord/practice";
import { data, redirect } from "react-router";
import { heed } from "../access/heed.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { acceptedLocale } from "../form/accepted-locale.ts";
import { FormScreen } from "../form/FormScreen.tsx";
import { Closed } from "../form/FormStates.tsx";
import { documentLanguage, formMessages } from "../form/form-messages.ts";
import { problemTexts } from "../form/problem-texts.ts";
import { sentAnswers } from "../form/sent-answers.ts";
import { variantOf } from "../form/variant.ts";
import { OwnFormSent } from "../parts/clinical/OwnFormSent.tsx";
import type { PageHandle } from "../shell/bare.ts";
import type { Route } from "./+types/correct";

/** The therapist's own form once more, as it was answered. What was kept stays; the new answers stand. */
export const handle: PageHandle = { bare: true };

export const meta: Route.MetaFunction = () => [
  { title: `${messages("en").text("client-form.title.correct")} · Concord` },
];

export async function loader(asked: Route.LoaderArgs) {
  const { view, answers, episode } = await toCorrect(asked);
  const { response } = asked.params;
  const keep = createHash("sha256").update(`corrections of ${response}`).digest("base64url").slice(0, 22);
  const isKept = new URL(asked.request.url).searchParams.has("kept");
  const accepted = acceptedLocale(asked.request.headers);
  const document = documentLanguage(view, accepted);
  return { view, answers, episode, isKept, keep, accepted, document, submission: randomUUID() };
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
  const { view, answers, episode, isKept, keep, accepted, submission } = loaderData;
  if (isKept) return <OwnFormSent {...{ view, keep }} back={`/case/${episode}`} isPrivate={false} />;
  if (view.kind !== "open") return <Closed {...{ view, keep, accepted }} forStaff />;
  const words = formMessages(view.language, variantOf(view.rater, view.ageBand));
  const given = {
    values: actionData?.answers ?? answers,
    problems:
      actionData === undefined
        ? {}
        : problemTexts(words, view.instrument, actionData.problems, actionData.answers),
  };
  const problem = actionData === undefined ? null : words.text("client-form.problem.not-changed");
  return <FormScreen {...{ view, given, problem, keep }} submissionKey={submission} />;
}
