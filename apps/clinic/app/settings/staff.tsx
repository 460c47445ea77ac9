import { clinicContext } from "@concord/clinic/context";
import type { Message } from "@concord/messages";
import {
  type AccessOutcome,
  addressProblem,
  addStaff,
  changeStaff,
  handOverAll,
  inviteStaff,
  listStaff,
  type Role,
  readAccessNotices,
} from "@concord/practice";
import { data, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, outOfDate, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Card, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/staff";
import { Invitation } from "./components/Invitation.tsx";
import { NewStaffForm } from "./components/NewStaffForm.tsx";
import { SettingsHead } from "./components/SettingsHead.tsx";
import { StaffList } from "./components/StaffList.tsx";
import { sentRoles } from "./sent-roles.ts";

export const handle = { access: { kind: "practice", action: "manage-staff" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const everyone = await mapRefusalTo403(listStaff(appContext, actor));
  const { waiting } = await mapRefusalTo403(readAccessNotices(appContext, actor));
  const alone = everyone.every((one) => one.staff === actor.staff || !one.hasAccount);
  const title = messagesOf(asked.context).text("settings.staff.meta");
  return { title, everyone, self: actor.staff, alone, waiting: waiting.length };
}

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext, publicUrl } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const about = sentText(sent, "about");
  const invite = async (staff: string, name: string) => {
    const token = await mapRefusalTo403(inviteStaff(appContext, actor, staff));
    return data({ kind: "invited" as const, name, link: `${publicUrl}/welcome/${token}` });
  };

  if (about === "add") {
    const given = { name: sentText(sent, "name"), email: sentText(sent, "email"), roles: sentRoles(sent) };
    const problem = problemOf(given);
    if (problem !== null) return data({ kind: "invalid" as const, given, ...problem }, { status: 400 });
    const added = await tried(addStaff(appContext, actor, given));
    if (added.kind === "invalid")
      return data({ ...added, field: added.field ?? "email", given }, { status: 400 });
    return invite(added.value, given.name);
  }
  const member = (await mapRefusalTo403(listStaff(appContext, actor))).find(
    ({ staff }) => staff === sentText(sent, "staff"),
  );
  if (member === undefined) throw data(null, { status: 404 });
  if (about === "invite") return invite(member.staff, member.name);
  if (about === "leave" || about === "return")
    return outcomeOf(
      await mapRefusalTo403(changeStaff(appContext, actor, member.staff, { active: about === "return" })),
    );
  if (about === "name") {
    const name = sentText(sent, "name");
    if (name === "" || name.length > 120)
      return data({ kind: "problem" as const, problem: longName }, { status: 400 });
    await mapRefusalTo403(changeStaff(appContext, actor, member.staff, { name }));
    return data({ kind: "saved" as const });
  }
  if (about === "hand-over") {
    const done = await tried(handOverAll(appContext, actor, member.staff, sentText(sent, "to")));
    if (done.kind === "invalid") return data({ ...done, kind: "problem" as const }, { status: 400 });
    return data({ kind: "handed-over" as const, cases: done.value });
  }
  if (about === "roles") {
    const roles = sentRoles(sent);
    if (roles.length === 0) return data({ kind: "problem" as const, problem: noRole }, { status: 400 });
    return outcomeOf(await mapRefusalTo403(changeStaff(appContext, actor, member.staff, { roles })));
  }
  throw data(outOfDate, { status: 400 });
}

function outcomeOf(outcome: AccessOutcome) {
  if (outcome.kind === "made") return data({ kind: "saved" as const });
  return data({ kind: "asked" as const, from: outcome.from });
}

const longName: Message = { id: "settings.staff.problem.name", values: { most: 120 } };
const noRole: Message = { id: "refusals.staff.role-missing", values: {} };

/** Returns the first input that cannot be used, and why; null if all can. */
function problemOf(given: { name: string; email: string; roles: readonly Role[] }) {
  if (given.name === "" || given.name.length > 120) return { field: "name", problem: longName };
  const address = addressProblem(given.email);
  if (address !== null) return { field: "email", problem: address };
  return given.roles.length === 0 ? { field: "role", problem: noRole } : null;
}

export default function Staff({ loaderData, actionData }: Route.ComponentProps) {
  const { text, written, format } = useMessages();
  return (
    <Page width="narrow">
      <SettingsHead current="staff" title={text("settings.staff.title")} />
      {actionData?.kind === "problem" && (
        <Notice tone="urgent" announced>
          <p>{written(actionData.problem)}</p>
        </Notice>
      )}
      {actionData?.kind === "saved" && (
        <Notice tone="good" announced>
          <p>{text("settings.staff.saved")}</p>
        </Notice>
      )}
      {actionData?.kind === "handed-over" && (
        <Notice tone="good" announced>
          <p>{text("settings.staff.transferred", { count: actionData.cases })}</p>
        </Notice>
      )}
      {actionData?.kind === "asked" && (
        <Notice
          title={text("settings.staff.waits", { names: format.list(actionData.from, "disjunction") })}
          announced
        >
          <p>{text("settings.staff.waits-text")}</p>
        </Notice>
      )}
      {actionData?.kind === "invited" && <Invitation {...actionData} />}
      {loaderData.waiting > 0 && actionData?.kind !== "asked" && (
        <Notice>
          <p>
            {text("settings.staff.waiting", { count: loaderData.waiting })}{" "}
            <Link to="/access">{text("settings.staff.waiting-link")}</Link>
          </p>
        </Notice>
      )}
      {loaderData.alone && (
        <Notice>
          <p>{text("settings.staff.alone")}</p>
        </Notice>
      )}
      <StaffList everyone={loaderData.everyone} self={loaderData.self} />
      <Card title={text("settings.staff.add")}>
        <NewStaffForm invalid={actionData?.kind === "invalid" ? actionData : null} />
      </Card>
    </Page>
  );
}
