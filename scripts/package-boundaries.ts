/** The packages and what each may import: the table of ARCHITECTURE.md as data. */

export interface PackageRule {
  readonly folder: string;
  readonly mayImport: readonly string[];
  /** Packages of which it only names types. */
  readonly typesOnly: readonly string[];
  /** Pure packages do no input or output: no node:*, no clock, no Math.random. */
  readonly pure: boolean;
  /** Further public entry points of a package: `table` for `@concord/interchange/table`. Its manifest exports the same. */
  readonly subpaths: readonly string[];
}

const rule = (
  folder: string,
  mayImport: readonly string[],
  pure = true,
  typesOnly: readonly string[] = [],
  subpaths: readonly string[] = [],
): PackageRule => ({
  folder,
  mayImport,
  typesOnly,
  pure,
  subpaths,
});

const packages = [
  "numerics",
  "statistics",
  "messages",
  "instruments",
  "library",
  "course",
  "evidence",
  "signals",
  "charts",
  "interchange",
  "analysis",
  "store",
  "practice",
] as const;

export const packageRules: readonly PackageRule[] = [
  rule("packages/numerics", []),
  rule(
    "packages/statistics",
    ["numerics"],
    true,
    [],
    [
      "change",
      "dyad",
      "effect-size",
      "formula",
      "growth",
      "mediation",
      "meta-analysis",
      "moderation",
      "multilevel",
      "regression",
      "reliability",
      "social-relations",
      "structure",
    ],
  ),
  rule("packages/messages", []),
  rule("packages/instruments", [], true, ["messages"]),
  rule("packages/library", [], true, ["messages"]),
  rule("packages/course", ["instruments", "statistics"], true, ["messages"]),
  rule("packages/evidence", ["statistics"], true, ["messages"], ["export", "pooled-mean"]),
  rule("packages/signals", ["course", "evidence", "statistics"], true, ["messages"]),
  rule("packages/charts", [], true, [
    "messages",
    "statistics",
    "instruments",
    "course",
    "evidence",
    "signals",
    "library",
  ]),
  rule("packages/interchange", ["instruments", "course", "evidence", "library"], true, [], ["table"]),
  rule(
    "packages/analysis",
    ["numerics", "statistics", "messages", "evidence", "charts", "interchange"],
    true,
    [],
    [
      "choices",
      "change",
      "dyad",
      "fit",
      "mediate",
      "moderate",
      "reliability",
      "srm",
      "structure",
      "study",
      "synthesize",
    ],
  ),
  rule("packages/store", [], false, packages.slice(0, 11)),
  rule("packages/practice", packages.slice(0, 12), false),
  rule("apps/clinic", packages, false),
  rule("apps/cli", [...packages, "clinic"], false),
  rule("parity", ["numerics", "statistics", "cli"], false),
  rule("bench", [...packages, "clinic", "cli"], false),
];

/** One line of an import, wherever it stands. */
export interface ImportLine {
  readonly file: string;
  readonly line: number;
  readonly from: string;
  readonly typeOnly: boolean;
}

const importPattern =
  /(?:^|\n)[ \t]*(?:(import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?|.*?\b(import)\s*\(\s*)["']([^"'\n]+)["']/g;

/** The imports of one source text. Comments are not code. */
export function importsOf(file: string, text: string): readonly ImportLine[] {
  const bare = text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/(^|\s)\/\/.*$/gm, "$1");
  return [...bare.matchAll(importPattern)].map((match) => ({
    file,
    line: bare.slice(0, (match.index ?? 0) + match[0].length).split("\n").length,
    from: match[4] ?? "",
    typeOnly: match[2] !== undefined,
  }));
}

/** What is wrong with one file of a package, a line each. */
export function faultsOf(home: PackageRule, file: string, text: string): readonly string[] {
  const faults: string[] = [];
  const isTest = file.includes("/test/") || file.endsWith("testing.ts");
  for (const { line, from, typeOnly } of importsOf(file, text)) {
    const where = `${file}:${line}`;
    const named = /^@concord\/([\w-]+)(\/.*)?$/.exec(from);
    if (named) {
      const [, target = "", deeper] = named;
      const isSelf = home.folder.endsWith(`/${target}`);
      const allowed = home.mayImport.includes(target) || (typeOnly && home.typesOnly.includes(target));
      if (!allowed && !isSelf && !isTest) {
        const typesHint = home.typesOnly.includes(target) ? " (types of it may be named: import type)" : "";
        faults.push(`${where} ${home.folder} may not import ${target}${typesHint}`);
      }
      // A package may import its own entry points: the bundle and the server must share one module.
      const subpaths = packageRules.find(({ folder }) => folder.endsWith(`/${target}`))?.subpaths ?? [];
      const isPublic = deeper !== undefined && subpaths.includes(deeper.slice(1));
      if (deeper !== undefined && deeper !== "/testing" && !isPublic && !isSelf)
        faults.push(`${where} enters ${target} by a side door: ${from}`);
      if (deeper === "/testing" && !isTest && home.folder !== "bench")
        faults.push(`${where} testing support belongs in tests: ${from}`);
      continue;
    }
    if (/^(\.\.\/)+(packages|apps)\//.test(from))
      faults.push(`${where} imports another package by its path: ${from}`);
    if (home.pure && !isTest && from.startsWith("node:"))
      faults.push(`${where} a pure package does no input or output: ${from}`);
  }
  if (home.pure && !isTest) {
    const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
    for (const chance of [
      "Math.random(",
      "Date.now(",
      "new Date()",
      "performance.now(",
      "process.env",
      "fetch(",
    ])
      if (code.includes(chance))
        faults.push(`${file} a pure package takes time and chance as arguments: ${chance}`);
  }
  return faults;
}

const pages = "apps/clinic/app/";
/** What several areas of the clinic share. */
const sharedFolders = new Set(["ui", "access", "request", "styles"]);

/**
 * Returns what is wrong with the imports of a file of the clinic's pages, a line each. An area (a folder of the app) is
 * imported by nobody else; what two areas use is in `ui`, and what they share imports no area.
 */
export function areaFaultsOf(file: string, text: string): readonly string[] {
  if (!file.startsWith(pages)) return [];
  const areaOf = (name: string) => {
    const [first = "", ...deeper] = name.slice(pages.length).split("/");
    return deeper.length === 0 ? null : first;
  };
  const own = areaOf(file);
  if (own === null) return [];
  return importsOf(file, text).flatMap(({ line, from }) => {
    if (!from.startsWith(".") || from.startsWith("./+types/")) return [];
    const parts = file.split("/").slice(0, -1);
    for (const part of from.split("/")) {
      if (part === "..") parts.pop();
      else if (part !== ".") parts.push(part);
    }
    const target = parts.join("/");
    if (!target.startsWith(pages)) return [];
    const area = areaOf(target);
    if (area === null || area === own || sharedFolders.has(area)) return [];
    return [`${file}:${line} ${own} may not import from the area ${area}: ${from}`];
  });
}
