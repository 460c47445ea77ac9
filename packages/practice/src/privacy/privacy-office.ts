import {
  type BackupFile,
  clients,
  type Episode,
  episodes,
  erasures,
  listBackups,
  restrictions,
  type Scope,
  settings,
  staff,
} from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { type BackupSettings, readBackupSettings } from "../backups/schedule.ts";
import { addDays, dayOf } from "../calendar.ts";
import { InvalidInput, permit } from "../permit.ts";
import { practiceDay } from "../practice-day.ts";
import { eraseOne, listIt } from "./erase-client.ts";
import { listErased } from "./erased-list.ts";
import { type PrivacySettings, privacySettingsOf } from "./privacy-settings.ts";
import { type Retention, retentionOf } from "./retention.ts";

/** A client as administrators see them: nothing clinical. */
export interface ClientLine {
  readonly client: string;
  readonly label: string;
  /** The newest episode of care, whose page of privacy is the client’s; null for a client without any. */
  readonly episode: string | null;
  readonly therapist: string | null;
  readonly closedOn: string | null;
  readonly isRestricted: boolean;
  readonly retention: Retention;
}

/** A backup that was made before an erasure and still has the client. */
export interface HoldingBackup {
  readonly name: string;
  readonly at: string;
  /** The day by which a daily backup will have replaced it; null where none are made. */
  readonly replacedBy: string | null;
}

export interface ErasureLine {
  readonly erasure: string;
  readonly at: string;
  readonly by: string;
  readonly basis: "request" | "retention" | "restored";
  readonly total: number;
  /** Rows by table, tables without rows left out. */
  readonly rows: readonly { readonly table: string; readonly count: number }[];
  readonly backups: readonly HoldingBackup[];
}

/** What the page about privacy of the whole practice shows. */
export interface PrivacyOffice {
  readonly settings: PrivacySettings;
  readonly search: string;
  readonly clients: readonly ClientLine[];
  /** How many more clients match, which are not shown. */
  readonly more: number;
  readonly counts: { readonly all: number; readonly due: number; readonly birthYearMissing: number };
  readonly due: readonly ClientLine[];
  readonly erasures: readonly ErasureLine[];
  /** Erased clients whom a restored backup has brought back. */
  readonly returned: readonly {
    readonly client: string;
    readonly label: string;
    readonly erasedAt: string;
  }[];
  /** The folder of backups cannot be read, so it is not known which still have erased clients. */
  readonly areBackupsUnknown: boolean;
}

const shownAtOnce = 50;

/** Returns rules, clients, whose period of storage is over, and erasures, for administrators. */
export async function readPrivacyOffice(
  context: AppContext,
  actor: Actor,
  asked: { readonly search?: string } = {},
): Promise<PrivacyOffice> {
  const { backupFolder } = context;
  const files = backupFolder === null ? null : await listBackups(backupFolder).catch(() => null);
  const listed = backupFolder === null ? [] : await listErased(backupFolder, actor.practice).catch(() => []);
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    const rules = await privacySettingsOf(scope);
    const { today } = await practiceDay(scope, context);
    const all = await clientLines(scope, rules, today);
    const search = (asked.search ?? "").trim();
    const found = all.filter(({ label }) => label.toLowerCase().includes(search.toLowerCase()));
    const due = all.filter(({ retention }) => retention.kind === "ends" && retention.isDue);
    const names = new Map((await staff.list(scope)).map((one) => [one.staff, one.name]));
    const backups = readBackupSettings(await settings.get(scope, "backups"));
    return {
      settings: rules,
      search,
      clients: found.slice(0, shownAtOnce),
      more: Math.max(0, found.length - shownAtOnce),
      counts: {
        all: all.length,
        due: due.length,
        birthYearMissing: all.filter(({ retention }) => retention.kind === "birth-year-missing").length,
      },
      due,
      erasures: (await erasures.list(scope)).map((one) => ({
        erasure: one.erasure,
        at: one.erasedAt,
        by: names.get(one.erasedBy) ?? "",
        basis: one.basis,
        total: Object.values(one.rows).reduce((sum, count) => sum + count, 0),
        rows: Object.entries(one.rows)
          .filter(([, count]) => count > 0)
          .map(([table, count]) => ({ table, count })),
        backups: holdingBackups(files ?? [], one.erasedAt, backups, today),
      })),
      returned: listed.flatMap(({ client, at }) => {
        const back = all.find((one) => one.client === client);
        return back === undefined ? [] : [{ client, label: back.label, erasedAt: at }];
      }),
      areBackupsUnknown: files === null,
    };
  });
}

/** Returns the backups from before an erasure, newest first, with the day by which each is replaced. */
export function holdingBackups(
  files: readonly Pick<BackupFile, "name" | "at">[],
  erasedAt: string,
  { daily, keep }: Pick<BackupSettings, "daily" | "keep">,
  today: string,
): readonly HoldingBackup[] {
  const newestFirst = files.toSorted((one, two) => (one.at < two.at ? 1 : -1));
  return newestFirst.flatMap(({ name, at }, index) =>
    at > erasedAt ? [] : [{ name, at, replacedBy: daily ? addDays(today, Math.max(1, keep - index)) : null }],
  );
}

/** What became of clients chosen because their period of storage is over. */
export interface RetentionOutcome {
  readonly erased: number;
  /** Those that were not erased: an answer about safety waits, processing is restricted, or they are in care again. */
  readonly kept: readonly string[];
}

/**
 * Erases clients whose period of storage is over, each in a transaction of its own. `typed` must be their number. Those
 * whose period is not over are kept, as are those under restriction, who may need the data, and those with an answer about safety that waits for review.
 */
export async function eraseDue(
  context: AppContext,
  actor: Actor,
  given: { readonly clients: readonly string[]; readonly typed: string },
): Promise<RetentionOutcome> {
  const chosen = [...new Set(given.clients)];
  if (chosen.length === 0)
    throw new InvalidInput({ id: "refusals.privacy.none-chosen", values: {} }, "choose");
  if (given.typed.trim() !== String(chosen.length))
    throw new InvalidInput({ id: "refusals.privacy.count", values: { count: chosen.length } }, "typed");
  const lines = await within(context, actor, async (scope) => {
    permit(actor, "erase-client", { kind: "practice" });
    const { today } = await practiceDay(scope, context);
    return clientLines(scope, await privacySettingsOf(scope), today);
  });
  const kept: string[] = [];
  let erased = 0;
  for (const client of chosen) {
    const line = lines.find((one) => one.client === client);
    if (line === undefined) continue;
    if (line.isRestricted || line.retention.kind !== "ends" || !line.retention.isDue) {
      kept.push(line.label);
      continue;
    }
    try {
      const made = await within(context, actor, (scope) => eraseOne(scope, actor, client, "retention"));
      await listIt(context, actor.practice, made);
      erased++;
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      kept.push(line.label);
    }
  }
  return { erased, kept };
}

async function clientLines(
  scope: Scope,
  rules: PrivacySettings,
  today: string,
): Promise<readonly ClientLine[]> {
  const restricted = await restrictions.restricted(scope);
  const byClient = Map.groupBy(await episodes.list(scope), (one) => one.client.client);
  return (await clients.list(scope)).map((one) => {
    const own = byClient.get(one.client) ?? [];
    const newest = newestOf(own);
    return {
      client: one.client,
      label: one.label,
      episode: newest?.episode ?? null,
      therapist: newest?.therapist.name ?? null,
      closedOn: newest?.closedOn ?? null,
      isRestricted: restricted.has(one.client),
      retention: retentionOf(
        { ...one, episodes: own, addedOn: dayOf(new Date(one.createdAt)) },
        rules,
        today,
      ),
    };
  });
}

const newestOf = (own: readonly Episode[]): Episode | undefined =>
  own.toSorted((one, two) => (one.openedOn < two.openedOn ? 1 : -1))[0];
