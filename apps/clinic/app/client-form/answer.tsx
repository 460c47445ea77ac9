import { createHash, randomUUID } from "node:crypto";
import { clinicContext } from "@concord/clinic/context";
import { localeFor, messages } from "@concord/messages";
import { openFormAsStaff, submitAsStaff } from "@concord/practice";
import { data } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { localPath } from "../request/local-path.ts";
import { acceptedLocale } from "../ui/questionnaire/accepted-locale.ts";
import { documentLanguage, formMessages } from "../ui/questionnaire/form-messages.ts";
import { emptyValues } from "../ui/questionnaire/given.ts";
import { variantOf } from "../ui/questionnaire/variant.ts";
import type { Route } from "./+types/answer";
import { FormScreen } from "./components/FormScreen.tsx";
import { Closed } from "./components/FormStates.tsx";
import { OwnFormSent } from "./components/OwnFormSent.tsx";
import { problemTexts } from "./components/problem-texts.ts";
import { sentAnswers } from "./sent-answers.ts";

/** The therapist's own form: the same page a client gets, opened by who is signed in instead of by a link. */
export const handle = { access: { kind: "subject", action: "answer-form" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [
  {
    title:
      loaderData?.view.kind === "open"
        ? loaderData.view.wording.title
        : messages(localeFor(loaderData?.document.lang ?? "en")).text("client-form.title.own"),
  },
];

export async function loader(asked: Route.LoaderArgs) {
  const { view } = await ownForm(asked);
  const accepted = acceptedLocale(asked.request.headers);
  return {
    view,
    accepted,
    document: documentLanguage(view, accepted),
    submission: randomUUID(),
    keep: keepName(asked.params.request),
    back: backOf(asked.request),
  };
}

export async function action(asked: Route.ActionArgs) {
  const { actor, appContext, view } = await ownForm(asked);
  const { answers, submission } = sentAnswers(await asked.request.formData());
  if (Object.keys(answers).length === 0) return data({ kind: "empty" as const }, { status: 400 });
  const outcome = await mapRefusalTo403(
    submitAsStaff(appContext, actor, asked.params.request, answers, submission),
  );
  if (outcome.kind === "rejected") {
    return data({ kind: "rejected" as const, answers, problems: outcome.problems }, { status: 400 });
  }
  if (outcome.kind !== "received") return data({ kind: "closed" as const });
  const isPrivate = view.kind === "open" && view.instrument.seenBy === "therapist-only";
  return data({ kind: "received" as const, isPrivate });
}

async function ownForm(asked: Route.LoaderArgs | Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  return {
    actor,
    appContext,
    view: await mapRefusalTo403(openFormAsStaff(appContext, actor, asked.params.request)),
  };
}

/** Where the browser keeps answers until they are sent. */
function keepName(request: string): string {
  return createHash("sha256").update(`kept answers of ${request}`).digest("base64url").slice(0, 22);
}

/** The page the form was opened from, if it is one of ours. */
function backOf(request: Request): string {
  const back = localPath(new URL(request.url).searchParams.get("back"));
  return back === "/" ? "/caseload" : back;
}

export default function Answer({ loaderData, actionData }: Route.ComponentProps) {
  const { view, submission, keep, back, accepted } = loaderData;
  const isPrivate = actionData?.kind === "received" ? actionData.isPrivate : back === "/reflections";
  if (actionData?.kind === "received" || view.kind === "answered")
    return <OwnFormSent {...{ back, view, accepted, isPrivate, keep }} />;
  if (view.kind !== "open") return <Closed {...{ view, keep, accepted }} forStaff />;
  const words = formMessages(view.language, variantOf(view.rater, view.ageBand));
  const rejected = actionData?.kind === "rejected" ? actionData : null;
  const given =
    rejected === null
      ? emptyValues
      : {
          values: rejected.answers,
          problems: problemTexts(words, view.instrument, rejected.problems, rejected.answers),
        };
  const problem =
    actionData?.kind === "empty"
      ? words.text("client-form.problem.nothing-answered")
      : rejected !== null
        ? words.text("client-form.problem.not-saved")
        : null;
  return <FormScreen {...{ view, given, problem, keep }} submissionKey={submission} />;
}
