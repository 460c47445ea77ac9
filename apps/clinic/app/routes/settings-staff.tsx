import { clinicContext } from "@concord/clinic/context";
import { addStaff, changeStaff, linkAccount, listStaff, type Role } from "@concord/practice";
import { data } from "react-router";
import { heed } from "../access/heed.ts";
import { requireActor } from "../access/require-actor.ts";
import { sentText } from "../access/sent.ts";
import { Card, Notice, Page } from "../parts/index.ts";
import type { Route } from "./+types/settings-staff";
import { Invitation } from "./settings/Invitation.tsx";
import { NewStaffForm } from "./settings/NewStaffForm.tsx";
import { SettingsHead } from "./settings/SettingsHead.tsx";
import { StaffList } from "./settings/StaffList.tsx";
import { sentRoles } from "./settings/sent-roles.ts";

export const meta: Route.MetaFunction = () => [{ title: "Staff · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = await requireActor(asked, "manage-staff", { kind: "practice" });
  const { house } = asked.context.get(clinicContext);
  return { everyone: await heed(listStaff(house, actor)), self: actor.staff };
}

export async function action(asked: Route.ActionArgs) {
  const actor = await requireActor(asked, "manage-staff", { kind: "practice" });
  const { house, accounts, publicUrl } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const about = sentText(sent, "about");
  const invite = async (staff: string, name: string, email: string) => {
    const { user, token } = await accounts.invite(name, email);
    await heed(linkAccount(house, actor.practice, staff, user));
    return data({ kind: "invited" as const, name, link: `${publicUrl}/welcome/${token}` });
  };

  if (about === "add") {
    const given = { name: sentText(sent, "name"), email: sentText(sent, "email"), roles: sentRoles(sent) };
    const problem = problemOf(given);
    if (problem !== null) return data({ kind: "problem" as const, problem }, { status: 400 });
    return invite(await heed(addStaff(house, actor, given)), given.name, given.email);
  }
  const member = (await heed(listStaff(house, actor))).find(({ staff }) => staff === sentText(sent, "staff"));
  if (member === undefined) throw data(null, { status: 404 });
  if (about === "invite") return invite(member.staff, member.name, member.email);
  if (about === "leave" || about === "return")
    await heed(changeStaff(house, actor, member.staff, { active: about === "return" }));
  if (about === "roles") {
    const roles = sentRoles(sent);
    if (roles.length === 0)
      return data(
        { kind: "problem" as const, problem: "Everyone needs one role at least." },
        { status: 400 },
      );
    await heed(changeStaff(house, actor, member.staff, { roles }));
  }
  return data({ kind: "saved" as const });
}

function problemOf(given: { name: string; email: string; roles: readonly Role[] }): string | null {
  if (given.name === "") return "Please give their name.";
  if (!/^[^\s@]+@[^\s@]+$/.test(given.email)) return "That does not look like an e-mail address.";
  return given.roles.length === 0 ? "Everyone needs one role at least." : null;
}

export default function Staff({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Page width="narrow">
      <SettingsHead current="staff" title="Staff" />
      {actionData?.kind === "problem" && (
        <Notice tone="urgent" announced>
          <p>{actionData.problem}</p>
        </Notice>
      )}
      {actionData?.kind === "saved" && (
        <Notice tone="good" announced>
          <p>Saved.</p>
        </Notice>
      )}
      {actionData?.kind === "invited" && <Invitation {...actionData} />}
      <StaffList everyone={loaderData.everyone} self={loaderData.self} />
      <Card title="Add someone">
        <NewStaffForm />
      </Card>
    </Page>
  );
}
