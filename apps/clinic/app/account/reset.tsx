import { addressContext, clinicContext, passwordProblem } from "@concord/clinic/context";
import type { Message } from "@concord/messages";
import { data, Form, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { callerOf } from "../request/caller.ts";
import { sentSecret, waitMessage } from "../request/sent.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, NewPasswordField, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/reset";

export const handle = { access: { kind: "token" }, plain: true } satisfies RouteHandle;
export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const title = messagesOf(asked.context).text("auth.reset.meta");
  const { accounts, limits } = asked.context.get(clinicContext);
  const account = await mapRefusalTo403(accounts.ofReset(asked.params.token));
  if (account !== null) return { title, account: { email: account.email, twoFactor: account.twoFactor } };
  const passage = await limits.unknownLinks.take(asked.context.get(addressContext));
  if (passage.kind === "wait")
    throw data(null, { status: 429, headers: { "Retry-After": String(passage.seconds) } });
  return data({ title, account: null }, { status: 404 });
}

export async function action(asked: Route.ActionArgs) {
  const { accounts } = asked.context.get(clinicContext);
  const { token } = asked.params;
  const account = await mapRefusalTo403(accounts.ofReset(token));
  const password = sentSecret(await asked.request.formData(), "password");
  if (account === null) return data({ problem: usedUp }, { status: 400 });
  const { name, email, twoFactor } = account;
  const weak = passwordProblem(password, [name, email], { secondFactor: twoFactor });
  if (weak !== null) return data({ problem: weak }, { status: 400 });
  const done = await accounts.resetPassword(callerOf(asked), token, password);
  if (done.kind === "done") throw redirect("/sign-in?password=set");
  const problem = done.kind === "wait" ? waitMessage(done.seconds) : done.reason;
  return data({ problem }, { status: done.kind === "wait" ? 429 : 400 });
}

const usedUp: Message = { id: "auth.reset.used.text", values: {} };

/** Where the link of `concord account reset` leads: the account's own person chooses a new password. */
export default function Reset({ loaderData, actionData }: Route.ComponentProps) {
  const { text, written } = useMessages();
  const { account } = loaderData;
  if (account === null)
    return (
      <Page width="middle">
        <Card>
          <h1>{text("auth.reset.used.title")}</h1>
          <p>{written(usedUp)}</p>
        </Card>
      </Page>
    );
  return (
    <Page width="middle">
      <Card>
        <h1>{text("auth.reset.title")}</h1>
        <p className="soft">
          {text(account.twoFactor ? "auth.reset.for-two-step" : "auth.reset.for", { email: account.email })}
        </p>
        {actionData !== undefined && (
          <Notice tone="urgent" announced>
            <p>{written(actionData.problem)}</p>
          </Notice>
        )}
        <Form method="post" className="stack" reloadDocument>
          <NewPasswordField secondFactor={account.twoFactor} />
          <Button wide>{text("auth.reset.button")}</Button>
        </Form>
      </Card>
    </Page>
  );
}
