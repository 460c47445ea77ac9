import { clinicContext, passwordProblem } from "@concord/clinic/context";
import type { Message, Text } from "@concord/messages";
import { acceptInvitation, Refusal, readInvitation } from "@concord/practice";
import { data, Form, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { callerOf } from "../request/caller.ts";
import { sentSecret, sentText } from "../request/sent.ts";
import { withCookies } from "../request/with-cookies.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, ButtonLink, Card, NewPasswordField, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/welcome";

export const handle = { access: { kind: "token" }, plain: true } satisfies RouteHandle;
export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const title = messagesOf(asked.context).text("auth.welcome.meta");
  const { appContext, accounts } = asked.context.get(clinicContext);
  const invitation = await mapRefusalTo403(readInvitation(appContext, asked.params.token));
  if (invitation === null) return data({ title, kind: "none" as const }, { status: 404 });
  const account = await accounts.current(asked.request);
  if (account?.email === invitation.email) return { title, kind: "accept" as const, ...invitation };
  const kind = (await accounts.idOf(invitation.email)) === null ? ("new" as const) : ("known" as const);
  return { title, kind, ...invitation, token: asked.params.token, signedInAs: account?.email ?? null };
}

/**
 * Joins the practice: with the account that somebody is signed in to, or with a new one. An account that
 * exists is never given a password here.
 */
export async function action(asked: Route.ActionArgs) {
  const { appContext, accounts } = asked.context.get(clinicContext);
  const { token } = asked.params;
  const sent = await asked.request.formData();
  const invitation = await mapRefusalTo403(readInvitation(appContext, token));
  if (invitation === null) throw redirect(`/welcome/${encodeURIComponent(token)}`);
  const account = await accounts.current(asked.request);
  if (sentText(sent, "about") === "accept") {
    if (account === null) throw redirect(`/sign-in?${new URLSearchParams({ to: `/welcome/${token}` })}`);
    const problem = await refusalOf(
      acceptInvitation(appContext, token, { user: account.user, email: account.email }),
    );
    if (problem !== null) return data({ problem }, { status: 403 });
    throw redirect("/");
  }
  const { name, email, practiceName } = invitation;
  if ((await accounts.idOf(email)) !== null) return data({ problem: known }, { status: 409 });
  const password = sentSecret(sent, "password");
  const problem = passwordProblem(password, [name, email, practiceName]);
  if (problem !== null) return data({ problem }, { status: 400 });
  const user = await accounts.create(name, email, password);
  const refused = await refusalOf(acceptInvitation(appContext, token, { user, email }));
  if (refused !== null) return data({ problem: refused }, { status: 403 });
  const entry = await accounts.enter(callerOf(asked), email, password);
  throw redirect("/", { headers: withCookies(entry.kind === "in" ? entry.cookies : []) });
}

const known: Message = { id: "auth.welcome.problem.known", values: {} };

async function refusalOf(work: Promise<void>): Promise<Text | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

export default function Welcome({ loaderData, actionData }: Route.ComponentProps) {
  const { text, written } = useMessages();
  if (loaderData.kind === "none")
    return (
      <Page width="middle">
        <Card>
          <h1>{text("auth.welcome.none.title")}</h1>
          <p>{text("auth.welcome.none.text")}</p>
          <ButtonLink to="/sign-in" look="quiet" wide>
            {text("auth.sign-in.button")}
          </ButtonLink>
        </Card>
      </Page>
    );
  const { kind, practiceName, name, email } = loaderData;
  return (
    <Page width="middle">
      <Card>
        <h1>{text("auth.welcome.title", { practice: practiceName })}</h1>
        <p className="soft">{text("auth.welcome.for", { name, email })}</p>
        {actionData !== undefined && (
          <Notice tone="urgent" announced>
            <p>{written(actionData.problem)}</p>
          </Notice>
        )}
        {kind === "accept" && (
          <Form method="post" className="stack" reloadDocument>
            <p>{text("auth.welcome.accept")}</p>
            <Button name="about" value="accept" wide>
              {text("auth.welcome.button.join", { practice: practiceName })}
            </Button>
          </Form>
        )}
        {kind === "known" && <SignInFirst {...loaderData} />}
        {kind === "new" && (
          <Form method="post" className="stack" reloadDocument>
            <NewPasswordField />
            <Button name="about" value="create" wide>
              {text("auth.welcome.button.create")}
            </Button>
          </Form>
        )}
      </Card>
    </Page>
  );
}

function SignInFirst(props: { readonly token: string; readonly signedInAs: string | null }) {
  const { text } = useMessages();
  const back = `/sign-in?${new URLSearchParams({ to: `/welcome/${props.token}` })}`;
  return (
    <div className="stack">
      <p>{text("auth.welcome.known")}</p>
      {props.signedInAs === null ? (
        <ButtonLink to={back} wide>
          {text("auth.sign-in.button")}
        </ButtonLink>
      ) : (
        <p>{text("auth.welcome.other-account", { email: props.signedInAs })}</p>
      )}
    </div>
  );
}
