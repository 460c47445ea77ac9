import type { AnalysisDone } from "@concord/evidence";
import { cell } from "../print/cell.ts";
import { textTable } from "../print/table.ts";

/** Results as text: single values by name, parallel lists as tables, blocks under their names. */
export function termLines({ terms, labels }: AnalysisDone): readonly string[] {
  return blockLines(terms, labels, "");
}

function blockLines(
  block: Readonly<Record<string, unknown>>,
  labels: readonly string[],
  indent: string,
): readonly string[] {
  const names = Array.isArray(block.terms) ? block.terms.map(String) : null;
  const singles: [string, string][] = [];
  const byTerm: Column[] = [];
  const byStudy: Column[] = [];
  const below: string[] = [];
  for (const [name, value] of Object.entries(block)) {
    if (name === "terms" || name === "vcov" || (twice.has(name) && "stat" in block)) continue;
    if (Array.isArray(value)) {
      const flat = value.every((one) => typeof one !== "object" || one === null);
      const width = Array.isArray(value[0]) ? value[0].length : 0;
      if (width > 0 && value.length === labels.length) {
        // One list per study: a column for each coefficient.
        for (let at = 0; at < width; at++)
          byStudy.push({
            name: width === 1 ? name : `${name}.${at + 1}`,
            value: value.map((row: readonly unknown[] | null) => row?.[at] ?? null),
          });
        continue;
      }
      if (flat && names !== null && value.length === names.length && !others.has(name))
        byTerm.push({ name, value });
      else if (flat && value.length === labels.length && !others.has(name)) byStudy.push({ name, value });
      else singles.push([name, value.map((one) => cell(one)).join(", ")]);
    } else if (typeof value === "object" && value !== null) {
      below.push(
        "",
        `${indent}${name}`,
        ...blockLines(value as Record<string, unknown>, labels, `${indent}  `),
      );
    } else singles.push([name, cell(value)]);
  }
  const width = Math.max(0, ...singles.map(([name]) => name.length));
  const tables = [
    ...(names === null || byTerm.length === 0 ? [] : table("", names, byTerm)),
    ...(byStudy.length === 0 ? [] : [...(byTerm.length > 0 ? [""] : []), ...table("study", labels, byStudy)]),
  ];
  return [
    ...singles.map(([name, value]) => `${indent}${name.padEnd(width)}  ${value}`),
    ...(tables.length > 0 && singles.length > 0 ? [""] : []),
    ...tables.map((line) => (line === "" ? line : indent + line)),
    ...below,
  ];
}

interface Column {
  readonly name: string;
  readonly value: readonly unknown[];
}

/** Lists whose length says nothing about coefficients or studies. */
const others: ReadonlySet<string> = new Set([
  "QM_df",
  "sigma2",
  "sigma2_names",
  "sigma2_nlevels",
  "I2_levels",
  "levels",
]);

/** clubSandwich's names for what stands beside them under metafor's. */
const twice: ReadonlySet<string> = new Set(["t", "df_satt", "p_satt"]);

function table(title: string, names: readonly string[], columns: readonly Column[]): readonly string[] {
  return textTable(
    [{ title }, ...columns.map(({ name }) => ({ title: name, align: "right" as const }))],
    names.map((name, i) => [name, ...columns.map(({ value }) => cell(value[i]))]),
  );
}
