import { clinicContext, passwordProblem } from "@concord/clinic/context";
import { addressProblem, firstRun } from "@concord/practice";
import { data, Form, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { callerOf } from "../request/caller.ts";
import { sentSecret, sentText } from "../request/sent.ts";
import { withCookies } from "../request/with-cookies.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, Field, NewPasswordField, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/set-up";

export const handle = { access: { kind: "open" }, plain: true } satisfies RouteHandle;
export const meta: Route.MetaFunction = () => [{ title: "Set up your practice · Concord" }];

export async function loader({ context }: Route.LoaderArgs) {
  if (!(await context.get(clinicContext).isEmpty())) throw redirect("/sign-in");
  return null;
}

export async function action(asked: Route.ActionArgs) {
  const { accounts, appContext, isEmpty } = asked.context.get(clinicContext);
  if (!(await isEmpty())) throw redirect("/sign-in");
  const sent = await asked.request.formData();
  const practiceName = sentText(sent, "practice");
  const name = sentText(sent, "name");
  const email = sentText(sent, "email").toLowerCase();
  const password = sentSecret(sent, "password");
  const problem = problemOf(practiceName, name, email, password);
  if (problem !== null) return data({ practiceName, name, email, ...problem }, { status: 400 });
  const user = await accounts.create(name, email, password);
  await mapRefusalTo403(firstRun(appContext, { practiceName, name, email, user }));
  const entry = await accounts.enter(callerOf(asked), email, password);
  const cookies = entry.kind === "in" ? entry.cookies : [];
  throw redirect("/settings", { headers: withCookies(cookies) });
}

/** Returns the first input that cannot be used, and why; null if all can. */
function problemOf(practiceName: string, name: string, email: string, password: string) {
  const longest = 120;
  if (practiceName === "" || practiceName.length > longest)
    return { field: "practice", problem: `The practice needs a name of up to ${longest} characters.` };
  if (name === "" || name.length > longest)
    return { field: "name", problem: `Enter your name, up to ${longest} characters.` };
  const address = addressProblem(email);
  if (address !== null) return { field: "email", problem: address };
  const weak = passwordProblem(password, [practiceName, name, email]);
  return weak === null ? null : { field: "password", problem: weak };
}

/** The first visit: a name for the practice, and the first person in it. */
export default function SetUp({ actionData }: Route.ComponentProps) {
  const { written } = useMessages();
  const problem = (field: string) => (actionData?.field === field ? actionData.problem : null);
  return (
    <Page width="middle">
      <Card>
        <h1>Set up your practice</h1>
        <p className="soft">
          Everything stays on this machine. You will be its administrator and a therapist in it; others can be
          invited afterwards.
        </p>
        {actionData !== undefined && (
          <Notice tone="urgent" announced>
            <p>{written(actionData.problem)}</p>
          </Notice>
        )}
        <Form method="post" className="stack" reloadDocument>
          <Field
            label="Name of the practice"
            hint="Clients see it above their form."
            name="practice"
            autoComplete="organization"
            maxLength={120}
            required
            defaultValue={actionData?.practiceName}
            problem={problem("practice")}
          />
          <Field
            label="Your name"
            name="name"
            autoComplete="name"
            maxLength={120}
            required
            defaultValue={actionData?.name}
            problem={problem("name")}
          />
          <Field
            label="Your e-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={actionData?.email}
            problem={problem("email")}
          />
          <NewPasswordField label="A password" problem={problem("password")} />
          <Button wide>Set up</Button>
        </Form>
      </Card>
    </Page>
  );
}
