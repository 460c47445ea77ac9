import type { Disagreement, Omitted } from "./compare.ts";
import type { Verdict } from "./judge-case.ts";

export interface Judged {
  readonly name: string;
  readonly id: string;
  readonly capability: string;
  readonly functions: Verdict;
  readonly commands: Verdict | null;
}

/** The lines that are printed for one case. */
export function caseLines({ id, functions, commands }: Judged, most: number): readonly string[] {
  const isGood = functions.failures.length === 0 && (commands?.failures.length ?? 0) === 0;
  return [
    `${isGood ? "pass" : "FAIL"} ${id}: ${counted("functions", functions)}${commands === null ? "" : `; ${counted("command line", commands)}`}`,
    ...details("functions", functions, most),
    ...(commands === null ? [] : details("command line", commands, most)),
  ];
}

function counted(way: string, { agreeing, differing, omitted, looser }: Verdict): string {
  const wide = looser.length === 0 ? "" : ` (${looser.length} at a looser limit)`;
  return `${way} compared ${agreeing + differing}, agree ${agreeing}${wide}, differ ${differing}, left out ${omitted}`;
}

function details(
  way: string,
  { disagreements, leftOut, looser, failures }: Verdict,
  most: number,
): readonly string[] {
  const shown = disagreements.slice(0, most).map((one) => `  ${way}: ${differenceLine(one)}`);
  const more = disagreements.length - shown.length;
  return [
    ...failures.filter((one) => one.startsWith("compared 0")).map((one) => `  ${way}: ${one}`),
    ...shown,
    ...(more > 0 ? [`  ${way}: and ${more} more`] : []),
    ...byReason(leftOut).map((one) => `  ${way}: left out ${one}`),
    ...byReason(looser).map((one) => `  ${way}: looser for ${one}`),
  ];
}

function differenceLine({ path, expected, got, limit, reason, values }: Disagreement): string {
  const place = path === "" ? "the whole case" : path;
  if (reason !== undefined)
    return `${place}: no result for ${values} ${values === 1 ? "value" : "values"}: ${reason}`;
  const difference =
    typeof got === "number" && typeof expected === "number" ? `, difference ${Math.abs(got - expected)}` : "";
  return `${place}: expected ${short(expected)}, got ${short(got)}${difference}, tolerance rel ${limit.rel} abs ${limit.abs}`;
}

function short(value: unknown): string {
  if (typeof value === "symbol") return "no result of Concord";
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** How many values each reason is given for, and where the first stands. */
export function byReason(omitted: readonly Omitted[]): readonly string[] {
  const groups = new Map<string, { count: number; first: string }>();
  for (const { path, reason, values } of omitted) {
    const group = groups.get(reason) ?? { count: 0, first: path };
    groups.set(reason, { count: group.count + values, first: group.first });
  }
  return [...groups].map(
    ([reason, { count, first }]) => `${count} (${first}${count > 1 ? " …" : ""}): ${reason}`,
  );
}
