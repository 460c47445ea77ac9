import { createHash, randomUUID } from "node:crypto";
import { clinicContext } from "@concord/clinic/context";
import { localeFor, messages } from "@concord/messages";
import { correctForm, openCorrection } from "@concord/practice";
import { data, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { acceptedLocale } from "../ui/questionnaire/accepted-locale.ts";
import { documentLanguage, formMessages } from "../ui/questionnaire/form-messages.ts";
import { variantOf } from "../ui/questionnaire/variant.ts";
import type { Route } from "./+types/correct";
import { FormScreen } from "./components/FormScreen.tsx";
import { Closed } from "./components/FormStates.tsx";
import { OwnFormSent } from "./components/OwnFormSent.tsx";
import { problemTexts } from "./components/problem-texts.ts";
import { sentAnswers } from "./sent-answers.ts";

/** The therapist's own form once more, as it was answered. What was kept stays; the new answers stand. */
export const handle = { access: { kind: "subject", action: "write-case" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: messages(localeFor(loaderData?.document.lang ?? "en")).text("client-form.title.correct") },
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
  const { actor, appContext } = await toCorrect(asked);
  const { answers } = sentAnswers(await asked.request.formData());
  const outcome = await mapRefusalTo403(correctForm(appContext, actor, asked.params.response, answers));
  if (outcome.kind === "corrected") return redirect(`/correct/${outcome.response}?kept`);
  return data({ answers, problems: outcome.problems }, { status: 400 });
}

async function toCorrect(asked: Route.LoaderArgs | Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  return {
    actor,
    appContext,
    ...(await mapRefusalTo403(openCorrection(appContext, actor, asked.params.response))),
  };
}

export default function Correct({ loaderData, actionData }: Route.ComponentProps) {
  const { view, answers, episode, isKept, keep, accepted, submission } = loaderData;
  if (isKept)
    return <OwnFormSent {...{ view, accepted, keep }} back={`/case/${episode}`} isPrivate={false} />;
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
