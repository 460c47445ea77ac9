import { clinicContext, passwordProblem } from "@concord/clinic/context";
import type { Text } from "@concord/messages";
import { acceptInvitation, Refusal, readInvitation } from "@concord/practice";
import { data, Form, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { callerOf } from "../request/caller.ts";
import { sentSecret, sentText } from "../request/sent.ts";
import { withCookies } from "../request/with-cookies.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, ButtonLink, Card, NewPasswordField, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/welcome";

export const handle = { access: { kind: "token" }, plain: true } satisfies RouteHandle;
export const meta: Route.MetaFunction = () => [{ title: "Invitation · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { appContext, accounts } = asked.context.get(clinicContext);
  const invitation = await mapRefusalTo403(readInvitation(appContext, asked.params.token));
  if (invitation === null) return data({ kind: "none" as const }, { status: 404 });
  const account = await accounts.current(asked.request);
  if (account?.email === invitation.email) return { kind: "accept" as const, ...invitation };
  const kind = (await accounts.idOf(invitation.email)) === null ? ("new" as const) : ("known" as const);
  return { kind, ...invitation, token: asked.params.token, signedInAs: account?.email ?? null };
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
  if (invitation === null) throw redirect(`/welcome/${token}`);
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
  if ((await accounts.idOf(email)) !== null)
    return data({ problem: "This address has an account already. Sign in with it." }, { status: 409 });
  const password = sentSecret(sent, "password");
  const problem = passwordProblem(password, [name, email, practiceName]);
  if (problem !== null) return data({ problem }, { status: 400 });
  const user = await accounts.create(name, email, password);
  const refused = await refusalOf(acceptInvitation(appContext, token, { user, email }));
  if (refused !== null) return data({ problem: refused }, { status: 403 });
  const entry = await accounts.enter(callerOf(asked), email, password);
  throw redirect("/", { headers: withCookies(entry.kind === "in" ? entry.cookies : []) });
}

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
  const { written } = useMessages();
  if (loaderData.kind === "none")
    return (
      <Page width="middle">
        <Card>
          <h1>This invitation cannot be used</h1>
          <p>
            It is used up, expired or was replaced by a newer one. Ask your practice for a new invitation.
          </p>
          <ButtonLink to="/sign-in" look="quiet" wide>
            Sign in
          </ButtonLink>
        </Card>
      </Page>
    );
  const { kind, practiceName, name, email } = loaderData;
  return (
    <Page width="middle">
      <Card>
        <h1>Join {practiceName}</h1>
        <p className="soft">
          This invitation is for {name}, {email}.
        </p>
        {actionData !== undefined && (
          <Notice tone="urgent" announced>
            <p>{written(actionData.problem)}</p>
          </Notice>
        )}
        {kind === "accept" && (
          <Form method="post" className="stack" reloadDocument>
            <p>You are signed in with this address. Your password stays as it is.</p>
            <Button name="about" value="accept" wide>
              Join {practiceName}
            </Button>
          </Form>
        )}
        {kind === "known" && <SignInFirst {...loaderData} />}
        {kind === "new" && (
          <Form method="post" className="stack" reloadDocument>
            <NewPasswordField />
            <Button name="about" value="create" wide>
              Set password and join
            </Button>
          </Form>
        )}
      </Card>
    </Page>
  );
}

function SignInFirst(props: { readonly token: string; readonly signedInAs: string | null }) {
  const back = `/sign-in?${new URLSearchParams({ to: `/welcome/${props.token}` })}`;
  return (
    <div className="stack">
      <p>This address has an account. Sign in with it to accept; its password stays as it is.</p>
      {props.signedInAs === null ? (
        <ButtonLink to={back} wide>
          Sign in
        </ButtonLink>
      ) : (
        <p>
          You are signed in as {props.signedInAs}, which is another account. Sign out, then open this link
          again.
        </p>
      )}
    </div>
  );
}
