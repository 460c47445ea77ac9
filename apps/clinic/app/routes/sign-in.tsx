import { clinicContext } from "@concord/clinic/context";
import { data, Form, redirect, useNavigation } from "react-router";
import { callerOf } from "../access/caller.ts";
import { sentSecret, sentText, waitWords } from "../access/sent.ts";
import { visitorOf } from "../access/visitor-of.ts";
import { withCookies } from "../access/with-cookies.ts";
import { localPath } from "../local-path.ts";
import { Button, Card, Field, Notice, Page } from "../parts/index.ts";
import type { PageHandle } from "../shell/bare.ts";
import { roleWords } from "../shell/roles.ts";
import type { Route } from "./+types/sign-in";

export const handle: PageHandle = { plain: true };
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
  const email = sentText(sent, "email").toLowerCase();
  const person = sentText(sent, "person");
  const entry =
    person !== "" && clinic.demo
      ? await clinic.demo.enter(callerOf(asked), person)
      : await clinic.accounts.enter(callerOf(asked), email, sentSecret(sent, "password"));
  switch (entry.kind) {
    case "in":
      throw redirect(to, { headers: withCookies(entry.cookies) });
    case "code-needed":
      throw redirect(`/sign-in/code?${new URLSearchParams({ to })}`, { headers: withCookies(entry.cookies) });
    case "wait":
      return data(
        { email, problem: `Too many tries. Please wait ${waitWords(entry.seconds)}, then try again.` },
        { status: 429, headers: { "Retry-After": String(entry.seconds) } },
      );
    case "refused":
      return data({ email, problem: "E-mail and password do not belong together." }, { status: 401 });
  }
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const busy = useNavigation().state !== "idle";
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
        <Form method="post" className="stack" reloadDocument>
          <input type="hidden" name="to" value={loaderData.to} />
          <Field
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={actionData?.email}
          />
          <Field label="Password" name="password" type="password" autoComplete="current-password" required />
          <Button disabled={busy} wide>
            Sign in
          </Button>
        </Form>
        <p className="soft small">
          Forgotten your password? Whoever runs this machine can make you a link to choose a new one.
        </p>
      </Card>
    </Page>
  );
}
