import { clinicContext } from "@concord/clinic/context";
import type { Message } from "@concord/messages";
import { data, Form, redirect, useNavigation } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { visitorOf } from "../access/visitor-of.ts";
import { callerOf } from "../request/caller.ts";
import { sentHeldForm } from "../request/held-form.ts";
import { localPath } from "../request/local-path.ts";
import { sentSecret, sentText, waitMessage } from "../request/sent.ts";
import { mebibytes } from "../request/size.ts";
import { withCookies } from "../request/with-cookies.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { roleNames } from "../ui/frame/roles.ts";
import { HeldEntries } from "../ui/frame/SignInAgain.tsx";
import { SignInForm } from "../ui/frame/SignInForm.tsx";
import { Card, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/sign-in";
import { CodeStep } from "./components/CodeStep.tsx";

/** A form that was sent after the session had ended comes along. */
export const handle = { access: { kind: "open" }, plain: true, maxBody: mebibytes(4) } satisfies RouteHandle;
export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const to = localPath(new URL(request.url).searchParams.get("to"));
  if ((await visitorOf(context)) !== null) throw redirect(to);
  const clinic = context.get(clinicContext);
  if (await clinic.isEmpty()) throw redirect("/set-up");
  const passwordSet = new URL(request.url).searchParams.get("password") === "set";
  const title = messagesOf(context).text("auth.sign-in.meta");
  return { title, to, passwordSet, demo: clinic.demo ? await clinic.demo.people() : [] };
}

export async function action(asked: Route.ActionArgs) {
  const clinic = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const to = localPath(sent.get("to"));
  const held = sentHeldForm(sent, to);
  const email = sentText(sent, "email").toLowerCase();
  const person = sentText(sent, "person");
  const entry =
    person !== "" && clinic.demo
      ? await clinic.demo.enter(callerOf(asked), person)
      : await clinic.accounts.enter(callerOf(asked), email, sentSecret(sent, "password"));
  switch (entry.kind) {
    case "in":
      if (held !== null) return data({ kind: "in" as const, held }, { headers: withCookies(entry.cookies) });
      throw redirect(to, { headers: withCookies(entry.cookies) });
    case "code-needed":
      if (held !== null)
        return data({ kind: "code" as const, to, held }, { headers: withCookies(entry.cookies) });
      throw redirect(`/sign-in/code?${new URLSearchParams({ to })}`, { headers: withCookies(entry.cookies) });
    case "wait":
      return data(
        {
          kind: "problem" as const,
          held,
          email,
          problem: waitMessage(entry.seconds),
        },
        { status: 429, headers: { "Retry-After": String(entry.seconds) } },
      );
    case "refused":
      return data({ kind: "problem" as const, held, email, problem: incorrect }, { status: 401 });
  }
}

const incorrect: Message = { id: "auth.sign-in.problem", values: {} };

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { text, written } = useMessages();
  const busy = useNavigation().state !== "idle";
  if (actionData?.kind === "in") return <HeldEntries held={actionData.held} />;
  if (actionData?.kind === "code")
    return <CodeStep to={actionData.to} held={actionData.held} problem={null} />;
  return (
    <Page width="middle">
      {loaderData.demo.length > 0 && (
        <Card title={text("auth.sign-in.demo.title")}>
          <p className="soft small">{text("auth.sign-in.demo.text")}</p>
          <Form method="post" className="people" reloadDocument>
            <input type="hidden" name="to" value={loaderData.to} />
            {loaderData.demo.map((person) => (
              <button type="submit" key={person.id} className="person" name="person" value={person.id}>
                <span className="person-name">{person.name}</span>
                <span className="soft small">{written(roleNames(person.roles))}</span>
              </button>
            ))}
          </Form>
        </Card>
      )}
      <Card>
        <h1>{text("auth.sign-in.title")}</h1>
        {loaderData.passwordSet && actionData === undefined && (
          <Notice tone="good" title={text("auth.sign-in.password-set.title")} announced>
            <p>{text("auth.sign-in.password-set.text")}</p>
          </Notice>
        )}
        {actionData !== undefined && (
          <Notice tone="urgent" announced>
            <p>{written(actionData.problem)}</p>
          </Notice>
        )}
        <SignInForm
          to={actionData?.held?.action ?? loaderData.to}
          held={actionData?.held}
          email={actionData?.email}
          disabled={busy}
        />
        <p className="soft small">{text("auth.sign-in.forgotten")}</p>
      </Card>
    </Page>
  );
}
