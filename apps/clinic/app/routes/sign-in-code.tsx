import { clinicContext } from "@concord/clinic/context";
import { data, Form, Link, redirect } from "react-router";
import { callerOf } from "../access/caller.ts";
import { sentText, waitWords } from "../access/sent.ts";
import { withCookies } from "../access/with-cookies.ts";
import { localPath } from "../local-path.ts";
import { Button, Card, Field, Notice, Page } from "../parts/index.ts";
import type { PageHandle } from "../shell/bare.ts";
import type { Route } from "./+types/sign-in-code";

export const handle: PageHandle = { plain: true };
export const meta: Route.MetaFunction = () => [{ title: "Your code · Concord" }];

export function loader({ request }: Route.LoaderArgs) {
  return { to: localPath(new URL(request.url).searchParams.get("to")) };
}

export async function action(asked: Route.ActionArgs) {
  const sent = await asked.request.formData();
  const { accounts } = asked.context.get(clinicContext);
  const entry = await accounts.enterWithCode(callerOf(asked), sentText(sent, "code"));
  if (entry.kind === "in") throw redirect(localPath(sent.get("to")), { headers: withCookies(entry.cookies) });
  if (entry.kind === "wait")
    return data(
      { problem: `Too many tries. Please wait ${waitWords(entry.seconds)}, then try again.` },
      { status: 429, headers: { "Retry-After": String(entry.seconds) } },
    );
  return data(
    { problem: "That code is not right, or it is too old. Try the one shown now." },
    { status: 401 },
  );
}

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Page width="middle">
      <Card>
        <h1>Your second step</h1>
        {actionData !== undefined && (
          <Notice tone="urgent" announced>
            <p>{actionData.problem}</p>
          </Notice>
        )}
        <Form method="post" className="stack" reloadDocument>
          <input type="hidden" name="to" value={loaderData.to} />
          <Field
            label="Code"
            name="code"
            hint="Six digits from your authenticator app, or one of the spare codes you kept."
            autoComplete="one-time-code"
            inputMode="text"
            spellCheck={false}
            required
          />
          <Button wide>Go on</Button>
        </Form>
        <p className="small">
          <Link to="/sign-in">Back to e-mail and password</Link>
        </p>
      </Card>
    </Page>
  );
}
