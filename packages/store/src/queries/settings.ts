import { and, asc, eq } from "drizzle-orm";
import { setting } from "../schema/setting.ts";
import type { Scope } from "../scope.ts";

/** What is kept under a name, as it was put there; undefined where nothing is. The reader checks its shape. */
export async function get(scope: Scope, name: string): Promise<unknown> {
  const [row] = await scope.database
    .select({ value: setting.value })
    .from(setting)
    .where(and(eq(setting.practiceId, scope.practice), eq(setting.name, name)));
  return row?.value;
}

export async function put(
  scope: Scope,
  name: string,
  value: object | string | number | boolean,
): Promise<void> {
  const set = { value, changedAt: scope.now() };
  await scope.database
    .insert(setting)
    .values({ practiceId: scope.practice, name, ...set })
    .onConflictDoUpdate({ target: [setting.practiceId, setting.name], set });
}

export async function all(scope: Scope): Promise<Readonly<Record<string, unknown>>> {
  const rows = await scope.database
    .select({ name: setting.name, value: setting.value })
    .from(setting)
    .where(eq(setting.practiceId, scope.practice))
    .orderBy(asc(setting.name));
  return Object.fromEntries(rows.map((row) => [row.name, row.value]));
}
