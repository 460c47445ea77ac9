import { clinicContext, passwordProblem, practiceCookie } from "@concord/clinic/context";
import { data, Form, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { callerOf } from "../request/caller.ts";
import { sentSecret, sentText, waitWords } from "../request/sent.ts";
import { withCookies } from "../request/with-cookies.ts";
import { codeSquares } from "../ui/code-squares.ts";
import { roleWords } from "../ui/frame/roles.ts";
import { Button, Card, Field, NewPasswordField, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/account";
import { TwoFactorSetup } from "./components/TwoFactorSetup.tsx";

export const handle = { access: { kind: "staff" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Your account · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const visitor = await requireVisitor(asked);
  const { name, email, practiceName, roles, twoFactor, twoStep, otherPractices } = visitor;
  const shared = asked.context.get(clinicContext).demo !== null && visitor.simulated;
  return { name, email, practiceName, roles, twoFactor, twoStep, otherPractices, shared };
}

export async function action(asked: Route.ActionArgs) {
  const visitor = await requireVisitor(asked);
  const { accounts, demo, publicUrl } = asked.context.get(clinicContext);
  const caller = callerOf(asked);
  const sent = await asked.request.formData();
  const about = sentText(sent, "about");
  const password = sentSecret(sent, "password");
  const elsewhere = visitor.otherPractices.find((one) => one.practice === sentText(sent, "practice"));
  if (about === "practice" && elsewhere !== undefined)
    throw redirect("/", {
      headers: { "Set-Cookie": practiceCookie(elsewhere.practice, publicUrl.startsWith("https:")) },
    });
  if (demo !== null && visitor.simulated)
    return refused("password", {
      kind: "refused",
      reason: "This account belongs to the demonstration, and everybody who looks around uses it.",
    });
  if (about === "password") {
    const { name, email, practiceName, twoFactor } = visitor;
    const weak = passwordProblem(sentSecret(sent, "next"), [name, email, practiceName], {
      secondFactor: twoFactor,
    });
    if (weak !== null) return refused("password", { kind: "refused", reason: weak });
  }
  if (about === "end" && visitor.roles.some((one) => one === "administrator" || one === "researcher"))
    return refused("two-factor", {
      kind: "refused",
      reason:
        "Administrators and researchers sign in with a second factor. It can be replaced, not turned off.",
    });
  if (about === "begin") {
    const begun = await accounts.beginTwoFactor(caller, password);
    if ("kind" in begun) return refused("two-factor", begun);
    return data({ kind: "begun" as const, ...begun, squares: codeSquares(begun.uri) });
  }
  // Whatever is not named here does nothing: least of all end a second factor.
  if (about !== "password" && about !== "confirm" && about !== "end") throw data(null, { status: 400 });
  const done =
    about === "password"
      ? await accounts.changePassword(caller, password, sentSecret(sent, "next"))
      : about === "confirm"
        ? await accounts.confirmTwoFactor(caller, sentText(sent, "code"))
        : await accounts.endTwoFactor(caller, password);
  if (done.kind !== "done") return refused(about === "password" ? "password" : "two-factor", done);
  return data(
    { kind: "done" as const, sentence: sentences[about] ?? "Done." },
    { headers: withCookies(done.cookies) },
  );
}

const sentences: Readonly<Record<string, string>> = {
  password: "Your password is changed. Other devices are signed out.",
  confirm: "From now on, signing in asks for a code from your app.",
  end: "Signing in no longer asks for a code.",
};

type Refusal =
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "wait"; readonly seconds: number };

function refused(about: "password" | "two-factor", refusal: Refusal) {
  const problem =
    refusal.kind === "wait" ? `Too many tries. Please wait ${waitWords(refusal.seconds)}.` : refusal.reason;
  return data({ kind: "refused" as const, about, problem }, { status: refusal.kind === "wait" ? 429 : 400 });
}

export default function AccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const problem = (about: "password" | "two-factor") =>
    actionData?.kind === "refused" && actionData.about === about ? actionData.problem : null;
  return (
    <Page width="narrow">
      <PageHeader title="Your account">
        {loaderData.name}, {loaderData.roles.map((role) => roleWords[role]).join(" and ")} at{" "}
        {loaderData.practiceName}. You sign in as {loaderData.email}.
      </PageHeader>
      {actionData?.kind === "done" && (
        <Notice tone="good" announced>
          <p>{actionData.sentence}</p>
        </Notice>
      )}
      {loaderData.shared && (
        <Notice>
          <p>This account belongs to the demonstration: its password and second factor cannot be changed.</p>
        </Notice>
      )}
      {loaderData.otherPractices.length > 0 && (
        <Card title="Other practices">
          <p className="soft">You work in several practices. What you see belongs to one of them.</p>
          {loaderData.otherPractices.map((one) => (
            <Form method="post" key={one.practice} reloadDocument>
              <input type="hidden" name="practice" value={one.practice} />
              <Button look="quiet" name="about" value="practice">
                Go to {one.name}
              </Button>
            </Form>
          ))}
        </Card>
      )}
      <Card title="Password">
        <Form method="post" className="stack" reloadDocument>
          <Field
            label="Current password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            problem={problem("password")}
          />
          <NewPasswordField name="next" secondFactor={loaderData.twoFactor} />
          <div>
            <Button look="quiet" name="about" value="password">
              Change password
            </Button>
          </div>
        </Form>
      </Card>
      <TwoFactorSetup
        on={loaderData.twoFactor}
        state={loaderData.twoStep}
        required={loaderData.roles.some((one) => one === "administrator" || one === "researcher")}
        begun={actionData?.kind === "begun" ? actionData : null}
        problem={problem("two-factor")}
      />
    </Page>
  );
}
