import { clinicContext } from "@concord/clinic/context";
import { data, Form, Link } from "react-router";
import { callerOf } from "../access/caller.ts";
import { sentSecret, waitWords } from "../access/sent.ts";
import { Button, ButtonLink, Card, Field, Notice, Page } from "../parts/index.ts";
import type { PageHandle } from "../shell/bare.ts";
import type { Route } from "./+types/welcome";

export const handle: PageHandle = { plain: true };
export const meta: Route.MetaFunction = () => [{ title: "Welcome · Concord" }];

export async function action(asked: Route.ActionArgs) {
  const sent = await asked.request.formData();
  const { accounts } = asked.context.get(clinicContext);
  const done = await accounts.setPassword(callerOf(asked), asked.params.token, sentSecret(sent, "password"));
  if (done.kind === "done") return data({ done: true, problem: null });
  const problem =
    done.kind === "wait" ? `Too many tries. Please wait ${waitWords(done.seconds)}.` : done.reason;
  return data({ done: false, problem }, { status: done.kind === "wait" ? 429 : 400 });
}

/** Where an invitation leads: choose a password, then sign in with it. */
export default function Welcome({ actionData }: Route.ComponentProps) {
  if (actionData?.done)
    return (
      <Page width="middle">
        <Card>
          <h1>Your password is set</h1>
          <ButtonLink to="/sign-in" wide>
            Sign in
          </ButtonLink>
        </Card>
      </Page>
    );
  return (
    <Page width="middle">
      <Card>
        <h1>Welcome</h1>
        <p className="soft">
          Choose a password that you use nowhere else. A few unrelated words make a good one.
        </p>
        {actionData !== undefined && (
          <Notice tone="urgent" announced>
            <p>{actionData.problem}</p>
          </Notice>
        )}
        <Form method="post" className="stack" reloadDocument>
          <Field
            label="New password"
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={10}
            hint="At least ten characters."
            required
          />
          <Button wide>Set password</Button>
        </Form>
        <p className="small">
          <Link to="/sign-in">I have one already</Link>
        </p>
      </Card>
    </Page>
  );
}
