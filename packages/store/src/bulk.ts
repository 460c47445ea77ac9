import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { Scope } from "./scope.ts";

/** Rows to a statement: large enough that parsing dominates, small enough that one parameter stays near a megabyte. */
const rowsPerStatement = 4_000;

/**
 * Adds many rows of one table, a few thousand to a statement, and says how many went in.
 *
 * The rows travel as one JSON parameter that the server turns into rows of the table's own type. `COPY` would
 * be the usual way, but Postgres refuses `COPY … FROM` on tables with row-level security, and these have it.
 * Rows that are there already are left as they are, or take the new values where asked. Columns a row leaves out are null, not their default.
 */
export async function insertMany<Table extends PgTable>(
  scope: Scope,
  table: Table,
  rows: readonly Omit<Table["$inferSelect"], "practiceId">[],
  whatIsThere: "stays" | "is-replaced" = "stays",
): Promise<number> {
  const { schema, primaryKeys } = getTableConfig(table);
  const columns = Object.entries(getTableColumns(table));
  const target = sql`${sql.identifier(schema ?? "public")}.${sql.identifier(getTableName(table))}`;
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const key = primaryKeys[0]?.columns.map((column) => column.name) ?? [];
  const onConflict = whatIsThere === "stays" ? sql`do nothing` : replacing(key, columns);
  let added = 0;
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const chunk = rows.slice(from, from + rowsPerStatement).map((row: Readonly<Record<string, unknown>>) => {
      const record: Record<string, unknown> = {};
      for (const [key, column] of columns) record[column.name] = row[key] ?? null;
      record.practice_id = scope.practice;
      return record;
    });
    const done = await scope.database.execute(
      sql`insert into ${target} (${names})
        select ${names} from json_populate_recordset(null::${target}, ${JSON.stringify(chunk)}::json)
        on conflict ${onConflict}`,
    );
    added += done.rowCount ?? 0;
  }
  return added;
}

/** Everything but the key takes the new row's value. */
function replacing(
  key: readonly string[],
  columns: readonly (readonly [string, { readonly name: string }])[],
): SQL {
  const identifiers = (names: readonly string[]) => names.map((name) => sql.identifier(name));
  const others = columns.map(([, column]) => column.name).filter((name) => !key.includes(name));
  const assignments = identifiers(others).map((name) => sql`${name} = excluded.${name}`);
  return sql`(${sql.join(identifiers(key), sql`, `)}) do update set ${sql.join(assignments, sql`, `)}`;
}
