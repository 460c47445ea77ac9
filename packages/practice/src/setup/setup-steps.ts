import { clients, listBackups, practices, requests, settings, staff } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { readMessageSettings } from "../messages/message-settings.ts";
import { permit } from "../permit.ts";
import { record } from "../record.ts";
import { safetyGaps } from "../safety/safety-setup.ts";
import { settingsOf } from "../settings.ts";

/** What a practice does before its first questionnaire can come back. */
export type SetupStepName =
  | "address"
  | "staff"
  | "measures"
  | "contacts"
  | "on-call"
  | "mail"
  | "backup"
  | "client"
  | "answer";

export interface SetupStep {
  readonly name: SetupStepName;
  readonly isDone: boolean;
  /** The page on which it is done. */
  readonly to: string;
}

/** What the steps are computed from. */
interface SetupFacts {
  /** Phones can open the links. */
  readonly isReachable: boolean;
  readonly activeStaff: number;
  readonly hasPlan: boolean;
  readonly hasContacts: boolean;
  readonly hasOnCall: boolean;
  readonly hasMail: boolean;
  /** A backup is there that passed its restore test. */
  readonly hasTestedBackup: boolean;
  readonly clients: number;
  readonly hasAnswer: boolean;
}

export interface SetupView {
  readonly steps: readonly SetupStep[];
  readonly isHidden: boolean;
  /** Where links and codes for clients begin at present. */
  readonly address: string;
}

/** Returns the steps in the order in which a practice takes them. */
function setupSteps(facts: SetupFacts): readonly SetupStep[] {
  return [
    { name: "address", isDone: facts.isReachable, to: "/settings/messages" },
    { name: "staff", isDone: facts.activeStaff > 1, to: "/settings/staff" },
    { name: "measures", isDone: facts.hasPlan, to: "/settings/measures" },
    { name: "contacts", isDone: facts.hasContacts, to: "/settings#safety" },
    { name: "on-call", isDone: facts.hasOnCall, to: "/settings#safety" },
    { name: "mail", isDone: facts.hasMail, to: "/settings/messages" },
    { name: "backup", isDone: facts.hasTestedBackup, to: "/settings/backup" },
    { name: "client", isDone: facts.clients > 0, to: "/caseload/new" },
    { name: "answer", isDone: facts.hasAnswer, to: "/caseload" },
  ];
}

/**
 * Returns what is left to set up, for administrators; null once the first questionnaire has come back, and in a
 * simulated practice.
 */
export async function readSetup(context: AppContext, actor: Actor): Promise<SetupView | null> {
  const known = await within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    const own = await settingsOf(scope);
    if (own.simulated || (await requests.anyAnswered(scope))) return null;
    return {
      own,
      activeStaff: (await staff.list(scope)).filter(({ active }) => active).length,
      clients: (await clients.list(scope)).length,
      hasPlan: await practices.hasMeasurePlan(scope),
      isHidden: (await settings.get(scope, "setupHidden")) === true,
    };
  });
  if (known === null) return null;
  const { mail, isReachable, linkAddress } = await readMessageSettings(context, actor);
  const { backupFolder } = context;
  const backups = backupFolder === null ? [] : await listBackups(backupFolder).catch(() => []);
  const gaps = safetyGaps(known.own);
  const steps = setupSteps({
    isReachable,
    activeStaff: known.activeStaff,
    hasPlan: known.hasPlan,
    hasContacts: !gaps.includes("contacts"),
    hasOnCall: !gaps.includes("on-call"),
    hasMail: mail.isOn,
    hasTestedBackup: backups.some(({ drill }) => drill?.result === "passed"),
    clients: known.clients,
    hasAnswer: false,
  });
  return { steps, isHidden: known.isHidden, address: linkAddress };
}

/** Hides the steps, or shows them again. */
export async function hideSetup(context: AppContext, actor: Actor, isHidden: boolean): Promise<void> {
  await within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    await settings.put(scope, "setupHidden", isHidden);
    await record(scope, actor, "change-settings setupHidden", "practice");
  });
}
