import { CommandRefused } from "../terminal.ts";
import { anyColumn } from "./column.ts";
import type { Columns } from "./model-command.ts";
import type { ChosenColumns, StudyTemplate } from "./study-template.ts";

/** `outcome=phq9` for each role; a role's own name needs no word where the file has such a column. */
export function chooseColumns(
  template: StudyTemplate,
  given: readonly string[],
  columns: Columns,
): ChosenColumns {
  const roles = template.columns.map(({ role }) => role);
  const named = given.map((text) => {
    const at = text.indexOf("=");
    const role = text.slice(0, at);
    if (at < 1 || at === text.length - 1 || !roles.includes(role))
      throw new CommandRefused(
        `--column must look like ${roles[0]}=COLUMN, with ${roles.join(", ")} before the sign: ${text}`,
      );
    anyColumn(columns, text.slice(at + 1));
    return [role, text.slice(at + 1)] as const;
  });
  const chosen = new Map(named);
  for (const { role, what, needed } of template.columns) {
    if (chosen.has(role)) continue;
    if (Object.hasOwn(columns, role)) chosen.set(role, role);
    else if (needed === "always")
      throw new CommandRefused(
        `${template.name} needs ${what}: --column ${role}=COLUMN; there are ${Object.keys(columns).join(", ")}.`,
      );
  }
  return Object.fromEntries(chosen);
}
