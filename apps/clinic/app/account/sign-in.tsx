import { clinicContext } from "@concord/clinic/context";
import { data, Form, redirect, useNavigation } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { visitorOf } from "../access/visitor-of.ts";
import { callerOf } from "../request/caller.ts";
import { sentHeldForm } from "../request/held-form.ts";
import { localPath } from "../request/local-path.ts";
import { sentSecret, sentText, waitWords } from "../request/sent.ts";
import { mebibytes } from "../request/size.ts";
import { withCookies } from "../request/with-cookies.ts";
import { roleWords } from "../ui/frame/roles.ts";
import { HeldEntries } from "../ui/frame/SignInAgain.tsx";
import { SignInForm } from "../ui/frame/SignInForm.tsx";
import { Card, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/sign-in";
import { CodeStep } from "./components/CodeStep.tsx";

/** A form that was sent after the session had ended comes along. */
export const handle = { access: { kind: "open" }, plain: true, maxBody: mebibytes(4) } satisfies RouteHandle;
export const meta: Route.MetaFunction = () => [{ title: "Sign in · Concord" }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const to = localPath(new URL(request.url).searchParams.get("to"));
  if ((await visitorOf(context)) !== null) throw redirect(to);
  const clinic = context.get(clinicContext);
  if (await clinic.isEmpty()) throw redirect("/set-up");
  const passwordSet = new URL(request.url).searchParams.get("password") === "set";
  return { to, passwordSet, demo: clinic.demo ? await clinic.demo.people() : [] };
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
          problem: `Too many tries. Please wait ${waitWords(entry.seconds)}, then try again.`,
        },
        { status: 429, headers: { "Retry-After": String(entry.seconds) } },
      );
    case "refused":
      return data(
        { kind: "problem" as const, held, email, problem: "E-mail and password do not belong together." },
        { status: 401 },
      );
  }
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const busy = useNavigation().state !== "idle";
  if (actionData?.kind === "in") return <HeldEntries held={actionData.held} />;
  if (actionData?.kind === "code")
    return <CodeStep to={actionData.to} held={actionData.held} problem={null} />;
  return (
    <Page width="middle">
      {loaderData.demo.length > 0 && (
        <Card title="Look around">
          <p className="soft small">
            This is a simulated practice. Enter as one of its people; nothing you see is about anyone real.
          </p>
          <Form method="post" className="people" reloadDocument>
            <input type="hidden" name="to" value={loaderData.to} />
            {loaderData.demo.map((person) => (
              <button type="submit" key={person.id} className="person" name="person" value={person.id}>
                <span className="person-name">{person.name}</span>
                <span className="soft small">{person.roles.map((role) => roleWords[role]).join(", ")}</span>
              </button>
            ))}
          </Form>
        </Card>
      )}
      <Card>
        <h1>Sign in</h1>
        {loaderData.passwordSet && actionData === undefined && (
          <Notice tone="good" title="Your password is set" announced>
            <p>Everywhere else this account was signed out.</p>
          </Notice>
        )}
        {actionData !== undefined && (
          <Notice tone="urgent" announced>
            <p>{actionData.problem}</p>
          </Notice>
        )}
        <SignInForm
          to={actionData?.held?.action ?? loaderData.to}
          held={actionData?.held}
          email={actionData?.email}
          disabled={busy}
        />
        <p className="soft small">
          Forgotten your password? Whoever runs this machine can make you a link to choose a new one.
        </p>
      </Card>
    </Page>
  );
}
