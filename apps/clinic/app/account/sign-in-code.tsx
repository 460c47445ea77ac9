import { clinicContext } from "@concord/clinic/context";
import type { Message } from "@concord/messages";
import { data, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { callerOf } from "../request/caller.ts";
import { sentHeldForm } from "../request/held-form.ts";
import { localPath } from "../request/local-path.ts";
import { sentText, waitMessage } from "../request/sent.ts";
import { mebibytes } from "../request/size.ts";
import { withCookies } from "../request/with-cookies.ts";
import { HeldEntries } from "../ui/frame/SignInAgain.tsx";
import type { Route } from "./+types/sign-in-code";
import { CodeStep } from "./components/CodeStep.tsx";

/** A form that was sent after the session had ended comes along. */
export const handle = { access: { kind: "open" }, plain: true, maxBody: mebibytes(4) } satisfies RouteHandle;
export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export function loader({ request, context }: Route.LoaderArgs) {
  return {
    title: messagesOf(context).text("auth.code.meta"),
    to: localPath(new URL(request.url).searchParams.get("to")),
  };
}

export async function action(asked: Route.ActionArgs) {
  const sent = await asked.request.formData();
  const to = localPath(sent.get("to"));
  const held = sentHeldForm(sent, to);
  const { accounts } = asked.context.get(clinicContext);
  const entry = await accounts.enterWithCode(callerOf(asked), sentText(sent, "code"));
  if (entry.kind === "in") {
    const headers = withCookies(entry.cookies);
    if (held !== null) return data({ kind: "in" as const, held }, { headers });
    throw redirect(to, { headers });
  }
  if (entry.kind === "wait")
    return data(
      {
        kind: "problem" as const,
        to,
        held,
        problem: waitMessage(entry.seconds),
      },
      { status: 429, headers: { "Retry-After": String(entry.seconds) } },
    );
  const problem: Message = { id: "auth.account.problem.code", values: {} };
  return data({ kind: "problem" as const, to, held, problem }, { status: 401 });
}

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData?.kind === "in") return <HeldEntries held={actionData.held} />;
  return (
    <CodeStep
      to={actionData?.to ?? loaderData.to}
      held={actionData?.held ?? null}
      problem={actionData?.problem ?? null}
    />
  );
}
