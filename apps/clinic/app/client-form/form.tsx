import { createHash, randomUUID } from "node:crypto";
import { addressContext, clinicContext } from "@concord/clinic/context";
import { localeFor, messages } from "@concord/messages";
import { openForm, submitForm } from "@concord/practice";
import { use } from "react";
import {
  data,
  isRouteErrorResponse,
  type RouterContextProvider,
  useLocation,
  useRouteLoaderData,
} from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import type { RootData } from "../ui/frame/root-data.ts";
import { SentContext } from "../ui/frame/sent-context.ts";
import { acceptedLocale } from "../ui/questionnaire/accepted-locale.ts";
import { documentLanguage, formMessages } from "../ui/questionnaire/form-messages.ts";
import { emptyValues, type Given } from "../ui/questionnaire/given.ts";
import { variantOf } from "../ui/questionnaire/variant.ts";
import type { Route } from "./+types/form";
import { FormScreen } from "./components/FormScreen.tsx";
import { Closed, FormError, Thanks } from "./components/FormStates.tsx";
import { problemTexts } from "./components/problem-texts.ts";
import { sentAnswers } from "./sent-answers.ts";

export const handle = { access: { kind: "token" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title:
      loaderData?.view.kind === "open"
        ? loaderData.view.wording.title
        : messages(localeFor(loaderData?.document.lang ?? "en")).text("client-form.title.questionnaire"),
  },
];

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const view = await viewBehind(params.token, context);
  const keep = keepName(params.token, view.kind === "open" ? view.request : "");
  const accepted = acceptedLocale(request.headers);
  const document = documentLanguage(view, accepted);
  return data({ view, submission: randomUUID(), keep, accepted, document }, { status: statuses[view.kind] });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const sent = await request.formData();
  const before = await viewBehind(params.token, context);
  const { answers, submission, form } = sentAnswers(sent);
  const { appContext } = context.get(clinicContext);
  const outcome = await mapRefusalTo403(submitForm(appContext, params.token, answers, submission, form));
  if (outcome.kind === "rejected") return data({ ...outcome, answers }, { status: 400 });
  if (outcome.kind === "closed") return data({ kind: "closed" as const });
  const of = before.kind === "unknown" ? null : before;
  return data({
    kind: "received" as const,
    help: outcome.help,
    again: outcome.again,
    next: outcome.next,
    practiceName: of?.practiceName ?? null,
    simulated: before.kind === "open" && before.simulated,
    keep: keepName(params.token, form ?? (before.kind === "open" ? before.request : "")),
    language: of?.language ?? acceptedLocale(request.headers),
    variant: of === null ? ("adult" as const) : variantOf(of.rater, of.ageBand),
  });
}

/**
 * What the link opens. Who keeps trying links that open nothing is asked to wait; a link that opens something is
 * let through even then, for a waiting room may share one address and 256 bits are not guessed.
 */
async function viewBehind(token: string, context: Readonly<RouterContextProvider>) {
  const { appContext, limits } = context.get(clinicContext);
  const view = await mapRefusalTo403(openForm(appContext, token));
  if (view.kind !== "unknown") return view;
  const passage = await limits.unknownLinks.take(context.get(addressContext));
  if (passage.kind === "wait")
    throw data(null, { status: 429, headers: { "Retry-After": String(passage.seconds) } });
  return view;
}

const statuses = { open: 200, answered: 200, expired: 410, "no-wording": 503, unknown: 404 } as const;

/** Where the browser keeps answers until they are sent: a name from which the link cannot be told. */
function keepName(token: string, request: string): string {
  return createHash("sha256").update(`kept answers of ${token} ${request}`).digest("base64url").slice(0, 22);
}

export default function FormPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, submission, keep, accepted } = loaderData;
  if (actionData?.kind === "received") return <Thanks {...actionData} />;
  if (view.kind !== "open") return <Closed {...{ view, keep, accepted }} />;
  const words = formMessages(view.language, variantOf(view.rater, view.ageBand));
  const rejected = actionData?.kind === "rejected" ? actionData : null;
  const given: Given =
    rejected === null
      ? emptyValues
      : {
          values: rejected.answers,
          problems: problemTexts(words, view.instrument, rejected.problems, rejected.answers),
        };
  const problem =
    rejected === null ? null : (given.problems.form ?? words.text("client-form.problem.not-sent"));
  return <FormScreen {...{ view, given, problem, keep }} submissionKey={submission} />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const root = useRouteLoaderData<RootData>("root");
  const { pathname, search } = useLocation();
  return (
    <FormError
      status={isRouteErrorResponse(error) ? error.status : 500}
      accepted={root?.accepted ?? "en"}
      sent={use(SentContext)}
      page={pathname + search}
    />
  );
}
