import { clinicContext, passwordProblem, practiceCookie } from "@concord/clinic/context";
import type { Message, Text } from "@concord/messages";
import { changeOwnPhone, readOwnPhone } from "@concord/practice";
import { data, Form, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { callerOf } from "../request/caller.ts";
import { sentSecret, sentText, waitMessage } from "../request/sent.ts";
import { withCookies } from "../request/with-cookies.ts";
import { codeSquares } from "../ui/code-squares.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { roleNames } from "../ui/frame/roles.ts";
import { Button, Card, Field, NewPasswordField, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/account";
import { LanguageCard } from "./components/LanguageCard.tsx";
import { TwoFactorSetup } from "./components/TwoFactorSetup.tsx";

export const handle = { access: { kind: "staff" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const visitor = await requireVisitor(asked);
  const { name, email, practiceName, language, roles, twoFactor, twoStep, otherPractices } = visitor;
  const shared = asked.context.get(clinicContext).demo !== null && visitor.simulated;
  const title = messagesOf(asked.context).text("auth.account.meta");
  const { appContext } = asked.context.get(clinicContext);
  const phone = await mapRefusalTo403(readOwnPhone(appContext, visitor.actor));
  return {
    title,
    phone,
    name,
    email,
    practiceName,
    language,
    roles,
    twoFactor,
    twoStep,
    otherPractices,
    shared,
  };
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
      reason: { id: "auth.account.problem.demo", values: {} },
    });
  if (about === "phone") {
    const { appContext } = asked.context.get(clinicContext);
    const saved = await tried(changeOwnPhone(appContext, visitor.actor, sentText(sent, "phone")));
    if (saved.kind === "invalid")
      return data(
        {
          kind: "refused" as const,
          about: "phone" as const,
          problem: saved.problem,
          phone: sentText(sent, "phone"),
        },
        { status: 400 },
      );
    return data({
      kind: "done" as const,
      message: { id: "messages.phone.saved", values: {} } satisfies Message,
    });
  }
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
      reason: { id: "auth.account.problem.required", values: {} },
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
    { kind: "done" as const, message: doneMessages[about] },
    { headers: withCookies(done.cookies) },
  );
}

const doneMessages: Readonly<Record<"password" | "confirm" | "end", Message>> = {
  password: { id: "auth.account.password.done", values: {} },
  confirm: { id: "auth.two-step.done.on", values: {} },
  end: { id: "auth.two-step.done.off", values: {} },
};

type Refusal =
  | { readonly kind: "refused"; readonly reason: Message }
  | { readonly kind: "wait"; readonly seconds: number };

function refused(about: "password" | "two-factor", refusal: Refusal) {
  const problem = refusal.kind === "wait" ? waitMessage(refusal.seconds) : refusal.reason;
  return data({ kind: "refused" as const, about, problem }, { status: refusal.kind === "wait" ? 429 : 400 });
}

export default function AccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const { text, written } = useMessages();
  const problem = (about: "password" | "two-factor" | "phone"): Text | null =>
    actionData?.kind === "refused" && actionData.about === about ? actionData.problem : null;
  return (
    <Page width="narrow">
      <PageHeader title={text("auth.account.title")}>
        {text("auth.account.who", {
          name: loaderData.name,
          roles: roleNames(loaderData.roles),
          practice: loaderData.practiceName,
          email: loaderData.email,
        })}
      </PageHeader>
      {actionData?.kind === "done" && (
        <Notice tone="good" announced>
          <p>{written(actionData.message)}</p>
        </Notice>
      )}
      {loaderData.shared && (
        <Notice>
          <p>{text("auth.account.demo")}</p>
        </Notice>
      )}
      {loaderData.otherPractices.length > 0 && (
        <Card title={text("auth.account.practices.title")}>
          <p className="soft">{text("auth.account.practices.text")}</p>
          {loaderData.otherPractices.map((one) => (
            <Form method="post" key={one.practice} reloadDocument>
              <input type="hidden" name="practice" value={one.practice} />
              <Button look="quiet" name="about" value="practice">
                {text("auth.account.practices.button", { practice: one.name })}
              </Button>
            </Form>
          ))}
        </Card>
      )}
      <LanguageCard language={loaderData.language} />
      <Card title={text("messages.phone.title")}>
        <p className="soft">{text("messages.phone.about")}</p>
        <Form method="post" className="stack" reloadDocument>
          <Field
            label={text("messages.phone.label")}
            name="phone"
            type="tel"
            autoComplete="tel"
            maxLength={30}
            defaultValue={
              actionData?.kind === "refused" && "phone" in actionData ? actionData.phone : loaderData.phone
            }
            problem={problem("phone")}
          />
          <div>
            <Button look="quiet" name="about" value="phone">
              {text("messages.phone.save")}
            </Button>
          </div>
        </Form>
      </Card>
      <Card title={text("auth.account.password.title")}>
        <Form method="post" className="stack" reloadDocument>
          <Field
            label={text("auth.field.current-password")}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            problem={problem("password")}
          />
          <NewPasswordField name="next" secondFactor={loaderData.twoFactor} />
          <div>
            <Button look="quiet" name="about" value="password">
              {text("auth.account.password.button")}
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
