import { messages } from "@concord/messages";
import { isIdentifier, practices, type Scope, settings, staff } from "@concord/store";
import { type AccessOutcome, changeAccess } from "./access/change-access.ts";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { requireLanguage, requireTimeZone } from "./language.ts";
import { permit } from "./permit.ts";
import { record } from "./record.ts";
import type { HelpText, SafetyMessage } from "./views.ts";

/** What a practice has decided for itself. */
export interface PracticeSettings {
  readonly practiceName: string;
  readonly language: string;
  /** IANA name of the time zone that times on pages are given in. */
  readonly timeZone: string;
  readonly help: HelpText;
  /** Who sees to a risk answer besides the therapist; null where nobody is named. */
  readonly duty: string | null;
  /** Since when; null where nobody is, or where it was not written down yet. */
  readonly dutySince: string | null;
  /** How long a form's link stays open, in days. */
  readonly linkDays: number;
  /** Within how many hours someone must have seen to a risk answer. */
  readonly taskHours: number;
  readonly simulated: boolean;
}

export type SettingsChange = Partial<Omit<PracticeSettings, "simulated" | "dutySince">>;

const english = messages("en");

/** Shown until a practice has put in its own; it names no number because none holds everywhere. */
export const defaultHelp: HelpText = {
  heading: english.text("client-form.help.heading"),
  sentence: english.text("client-form.help.text"),
  contacts: [],
  monitored: english.text("client-form.help.monitored"),
};

/** Returns what is shown with a risk answer: the practice's own words in its language, or that Concord's are to be shown. */
export function safetyMessage({ help, language }: PracticeSettings): SafetyMessage {
  const isOwn =
    help.contacts.length > 0 ||
    help.heading !== defaultHelp.heading ||
    help.sentence !== defaultHelp.sentence ||
    help.monitored !== defaultHelp.monitored;
  return isOwn ? { kind: "own", language, help } : { kind: "built-in" };
}

const defaults = { help: defaultHelp, duty: null, linkDays: 7, taskHours: 24 };
const limits = { linkDays: [1, 60], taskHours: [1, 168] } as const;
const kept = ["help", "duty", "linkDays", "taskHours"] as const;

/** The settings as their page shows them, for whoever manages the practice. */
export async function readSettings(context: AppContext, actor: Actor): Promise<PracticeSettings> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    return settingsOf(scope);
  });
}

/** The settings as other verbs need them, within their own transaction. */
export async function settingsOf(scope: Scope): Promise<PracticeSettings> {
  const practice = await practices.get(scope);
  if (practice === null) throw new RangeError(`settingsOf requires a practice: ${scope.practice}`);
  const all = await settings.all(scope);
  const duty = typeof all.duty === "string" && isIdentifier(all.duty) ? all.duty : defaults.duty;
  return {
    practiceName: practice.name,
    language: practice.language,
    timeZone: practice.timeZone,
    simulated: practice.simulated,
    help: isHelp(all.help) ? all.help : defaults.help,
    duty,
    dutySince: sinceOf(all.dutySince, duty),
    linkDays: typeof all.linkDays === "number" ? all.linkDays : defaults.linkDays,
    taskHours: typeof all.taskHours === "number" ? all.taskHours : defaults.taskHours,
  };
}

/** A time that belongs to whoever is on duty now. */
function sinceOf(value: unknown, duty: string | null): string | null {
  if (typeof value !== "object" || value === null) return null;
  const { staff: whose, since } = value as Record<string, unknown>;
  return whose === duty && typeof since === "string" ? since : null;
}

/**
 * Changes what is named and leaves the rest. Putting somebody on duty is a change of access: an administrator
 * who names themselves needs a second person, and everything else is saved meanwhile.
 */
export async function changeSettings(
  context: AppContext,
  actor: Actor,
  change: SettingsChange,
): Promise<AccessOutcome> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    const before = await settingsOf(scope);
    const { duty, ...others } = change;
    const isNew = typeof duty === "string" && duty !== before.duty;
    await checkChange(scope, change);
    await putSettings(scope, isNew ? others : change);
    await record(scope, actor, `change-settings ${Object.keys(change).sort().join(" ")}`, "practice");
    const member = isNew ? await staff.find(scope, duty) : null;
    if (member === null || actor.kind !== "staff") return { kind: "made", alone: false };
    return changeAccess(scope, actor, member, { duty: true });
  });
}

export async function putSettings(scope: Scope, change: SettingsChange): Promise<void> {
  await checkChange(scope, change);
  const { practiceName, language, timeZone } = change;
  await practices.change(scope, {
    ...(practiceName === undefined ? {} : { name: practiceName.trim() }),
    ...(language === undefined ? {} : { language }),
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  for (const name of kept) {
    const value = change[name];
    // Nothing is deleted: an empty text stands for nobody on duty.
    if (value !== undefined) await settings.put(scope, name, value ?? "");
  }
}

async function checkChange(scope: Scope, change: SettingsChange): Promise<void> {
  if (change.practiceName !== undefined && change.practiceName.trim() === "") {
    throw new RangeError("changeSettings requires a name for the practice");
  }
  if (change.language !== undefined) requireLanguage(change.language);
  if (change.timeZone !== undefined) requireTimeZone(change.timeZone);
  for (const name of ["linkDays", "taskHours"] as const) {
    const value = change[name];
    const [least, most] = limits[name];
    if (value !== undefined && !(Number.isInteger(value) && value >= least && value <= most)) {
      throw new RangeError(`changeSettings requires ${name} from ${least} to ${most}: ${value}`);
    }
  }
  if (change.help !== undefined && !isHelp(change.help)) {
    throw new RangeError(
      "changeSettings requires a help text with heading, sentence, contacts and monitored",
    );
  }
  if (typeof change.duty === "string") {
    const member = isIdentifier(change.duty) ? await staff.find(scope, change.duty) : null;
    const mayHold = member?.roles.some((role) => role === "therapist" || role === "supervisor") ?? false;
    if (member === null || !member.active || !mayHold) {
      throw new RangeError(
        "changeSettings requires a therapist or supervisor who works here as the one on duty",
      );
    }
  }
}

function isHelp(value: unknown): value is HelpText {
  if (typeof value !== "object" || value === null) return false;
  const { heading, sentence, contacts, monitored } = value as Record<string, unknown>;
  const areTexts = [heading, sentence, monitored].every((one) => typeof one === "string");
  return areTexts && Array.isArray(contacts) && contacts.every(isContact);
}

function isContact(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { name, number } = value as Record<string, unknown>;
  return typeof name === "string" && typeof number === "string";
}
