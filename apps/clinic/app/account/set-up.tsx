import { clinicContext, passwordProblem } from "@concord/clinic/context";
import { locales, type Message } from "@concord/messages";
import { addressProblem, firstRun, timeZones } from "@concord/practice";
import { data, Form, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, outOfDate } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { callerOf } from "../request/caller.ts";
import { sentSecret, sentText } from "../request/sent.ts";
import { withCookies } from "../request/with-cookies.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, Field, NewPasswordField, Notice, Page } from "../ui/index.ts";
import { PracticeLanguageFields } from "../ui/PracticeLanguageFields.tsx";
import type { Route } from "./+types/set-up";

export const handle = { access: { kind: "open" }, plain: true } satisfies RouteHandle;
export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader({ context }: Route.LoaderArgs) {
  if (!(await context.get(clinicContext).isEmpty())) throw redirect("/sign-in");
  const title = messagesOf(context).text("auth.set-up.meta");
  return { title, timeZones: timeZones(), timeZone: ownTimeZone() };
}

/** The time zone of the machine that Concord runs on: as a rule that of the practice. */
function ownTimeZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return timeZones().includes(timeZone) ? timeZone : "UTC";
}

export async function action(asked: Route.ActionArgs) {
  const { accounts, appContext, isEmpty } = asked.context.get(clinicContext);
  if (!(await isEmpty())) throw redirect("/sign-in");
  const sent = await asked.request.formData();
  const practiceName = sentText(sent, "practice");
  const name = sentText(sent, "name");
  const email = sentText(sent, "email").toLowerCase();
  const password = sentSecret(sent, "password");
  const language = sentText(sent, "language") || "en";
  const timeZone = sentText(sent, "timeZone") || ownTimeZone();
  const given = { practiceName, name, email, language, timeZone };
  const problem = problemOf(practiceName, name, email, password);
  if (problem !== null) return data({ ...given, ...problem }, { status: 400 });
  if (!locales.some((one) => one === language) || !timeZones().includes(timeZone))
    throw data(outOfDate, { status: 400 });
  const user = await accounts.create(name, email, password);
  await mapRefusalTo403(firstRun(appContext, { ...given, user }));
  const entry = await accounts.enter(callerOf(asked), email, password);
  const cookies = entry.kind === "in" ? entry.cookies : [];
  throw redirect("/settings", { headers: withCookies(cookies) });
}

const longest = 120;

function problemOfName(field: "practice" | "name"): Message {
  return { id: `auth.set-up.problem.${field}`, values: { most: longest } };
}

/** Returns the first input that cannot be used, and why; null if all can. */
function problemOf(practiceName: string, name: string, email: string, password: string) {
  if (practiceName === "" || practiceName.length > longest)
    return { field: "practice", problem: problemOfName("practice") };
  if (name === "" || name.length > longest) return { field: "name", problem: problemOfName("name") };
  const address = addressProblem(email);
  if (address !== null) return { field: "email", problem: address };
  const weak = passwordProblem(password, [practiceName, name, email]);
  return weak === null ? null : { field: "password", problem: weak };
}

/** The first visit: a name for the practice, and the first person in it. */
export default function SetUp({ loaderData, actionData }: Route.ComponentProps) {
  const { text, written, locale } = useMessages();
  const problem = (field: string) => (actionData?.field === field ? actionData.problem : null);
  return (
    <Page width="middle">
      <Card>
        <h1>{text("auth.set-up.title")}</h1>
        <p className="soft">{text("auth.set-up.text")}</p>
        {actionData !== undefined && (
          <Notice tone="urgent" announced>
            <p>{written(actionData.problem)}</p>
          </Notice>
        )}
        <Form method="post" className="stack" reloadDocument>
          <Field
            label={text("auth.set-up.practice")}
            hint={text("auth.set-up.practice-hint")}
            name="practice"
            autoComplete="organization"
            maxLength={120}
            required
            defaultValue={actionData?.practiceName}
            problem={problem("practice")}
          />
          <PracticeLanguageFields
            language={actionData?.language ?? locale}
            timeZone={actionData?.timeZone ?? loaderData.timeZone}
            timeZones={loaderData.timeZones}
            problem={problem}
          />
          <Field
            label={text("auth.set-up.name")}
            name="name"
            autoComplete="name"
            maxLength={120}
            required
            defaultValue={actionData?.name}
            problem={problem("name")}
          />
          <Field
            label={text("auth.set-up.email")}
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={actionData?.email}
            problem={problem("email")}
          />
          <NewPasswordField label={text("auth.field.password")} problem={problem("password")} />
          <Button wide>{text("auth.set-up.button")}</Button>
        </Form>
      </Card>
    </Page>
  );
}
