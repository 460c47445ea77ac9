import { addressContext, clinicContext, passwordProblem } from "@concord/clinic/context";
import { data, Form, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { callerOf } from "../request/caller.ts";
import { sentSecret, waitWords } from "../request/sent.ts";
import { Button, Card, NewPasswordField, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/reset";

export const handle = { access: { kind: "token" }, plain: true } satisfies RouteHandle;
export const meta: Route.MetaFunction = () => [{ title: "New password · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { accounts, limits } = asked.context.get(clinicContext);
  const account = await mapRefusalTo403(accounts.ofReset(asked.params.token));
  if (account !== null) return { email: account.email, twoFactor: account.twoFactor };
  const passage = await limits.unknownLinks.take(asked.context.get(addressContext));
  if (passage.kind === "wait")
    throw data(null, { status: 429, headers: { "Retry-After": String(passage.seconds) } });
  return data(null, { status: 404 });
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
  const problem =
    done.kind === "wait" ? `Too many tries. Please wait ${waitWords(done.seconds)}.` : done.reason;
  return data({ problem }, { status: done.kind === "wait" ? 429 : 400 });
}

const usedUp = "This link is used up or expired. Ask whoever runs Concord for a new one.";

/** Where the link of `concord account reset` leads: the account's own person chooses a new password. */
export default function Reset({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData === null)
    return (
      <Page width="middle">
        <Card>
          <h1>This link cannot be used</h1>
          <p>{usedUp}</p>
        </Card>
      </Page>
    );
  return (
    <Page width="middle">
      <Card>
        <h1>New password</h1>
        <p className="soft">
          For {loaderData.email}.{loaderData.twoFactor && " Signing in asks for your code as before."}
        </p>
        {actionData !== undefined && (
          <Notice tone="urgent" announced>
            <p>{actionData.problem}</p>
          </Notice>
        )}
        <Form method="post" className="stack" reloadDocument>
          <NewPasswordField secondFactor={loaderData.twoFactor} />
          <Button wide>Set password</Button>
        </Form>
      </Card>
    </Page>
  );
}
