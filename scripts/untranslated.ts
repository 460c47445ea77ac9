/**
 * Finds texts that a person would read in the code of the clinic's pages, where they belong into a message catalogue,
 * and prints each with its place; exits 1 if there is one. `node scripts/untranslated.ts [part of a path]`
 */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "oxc-parser";

const root = path.resolve(import.meta.dirname, "..");
const pages = "apps/clinic/app";

/** Attributes whose text is read by people or by their screen readers, if it is a single word too. */
const readAttributes =
  /^(?:alt|title|placeholder|label|heading|hint|caption|summary|aria-(?:label|description|roledescription|valuetext))$/;
/** Attributes, keys and calls whose strings are for machines. */
const machineAttributes =
  /^(?:class(?:Name)?|style|d|points|viewBox|transform|rel|sizes|media|content|accept|pattern|autoComplete|form|headers|itemProp|key|id|href|to|as)$/;
const machineKeys = /^(?:"?[Cc]ontent-[A-Za-z-]+"?|"?[Cc]ache-[Cc]ontrol"?|style|class(?:Name)?|headers)$/;
const machineCalls =
  /^(?:Error|TypeError|RangeError|RegExp|querySelector(?:All)?|matchMedia|closest|matches|getContext|update)$/;

/** Written the same in every language: names, titles of sources, the first lines of a CSV file; media types, cookies, headers. */
const sameInEveryLanguage = [
  /^(?:Concord|WAI-SR|Markdown|HTML|doi(?: …)?)$/,
  /^Therapeutic Alliance Scale for Children, N = 50$/,
  /\((?:19|20)\d\d\)\. .* \d+\(\d+\): \d+–\d+\.$/,
  /^authors,year,title,/,
  /^[a-z]+\/[a-z.+-]+;/,
  /^Path=\/;/,
  /^https?:\/\/[\w.:/-]+$/,
  // What an SMS gateway or a mail server is told.
  /^(?:Authorization: \w+ \{\w+\}|smtp\.example\.org)$/,
];
/** Parts of a class or an id. */
const machineTemplates = /^(?:button …|…-hint …-problem)$/;
/** Two words, one after the other. */
const severalWords = /\p{L}{2,}[,:;]? +\p{L}+/u;
const aWord = /\p{L}{2,}/u;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** Returns each text of a source that a person would read, as `line:column text`. */
export function untranslatedIn(file: string, source: string): readonly string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: string[] = [];
  const report = (node: Node, text: string) => {
    if (sameInEveryLanguage.some((known) => known.test(text.trim())) || machineTemplates.test(text)) return;
    const before = source.slice(0, node.start).split("\n");
    found.push(`${before.length}:${(before.at(-1) ?? "").length + 1} ${text.replace(/\s+/g, " ").trim()}`);
  };

  const visit = (node: Node, isRead: boolean): void => {
    if (
      /^(?:ImportDeclaration|TS)/.test(node.type) &&
      !/^TS(?:As|Satisfies|NonNull)Expression$/.test(node.type)
    )
      return;
    if (node.type === "JSXText") {
      if (aWord.test(String(node.value))) report(node, String(node.value));
      return;
    }
    if (node.type === "JSXAttribute") {
      const name = nameOf(node.name);
      if (machineAttributes.test(name)) return;
      if (isNode(node.value)) visit(node.value, readAttributes.test(name));
      return;
    }
    if (
      node.type === "Property" &&
      machineKeys.test(source.slice((node.key as Node).start, end(node.key as Node)))
    )
      return;
    if (node.type === "CallExpression" || node.type === "NewExpression") {
      const callee = node.callee as Node;
      const name = callee.type === "MemberExpression" ? nameOf(callee.property) : nameOf(callee);
      if (machineCalls.test(name)) return;
    }
    if (node.type === "TaggedTemplateExpression" && machineCalls.test(nameOf(node.tag))) return;
    if (node.type === "Literal" && typeof node.value === "string") {
      if (severalWords.test(node.value) || (isRead && aWord.test(node.value))) report(node, node.value);
      return;
    }
    if (node.type === "TemplateLiteral") {
      const parts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
      const text = parts.join("…");
      if (parts.some((part) => severalWords.test(part)) || /\p{L}{2,}[,:;]? +…|… +\p{L}{2,}/u.test(text))
        report(node, text);
      for (const each of node.expressions as Node[]) visit(each, false);
      return;
    }
    // The test of a choice is no text: `kind === "not-sent" ? … : …`.
    const isChosen = node.type !== "BinaryExpression";
    visitAll(
      node,
      isRead && isChosen && /^(?:JSXExpressionContainer|Conditional|Logical|Parenthesized)/.test(node.type),
    );
  };
  const visitAll = (node: Node, isRead: boolean) => {
    for (const value of Object.values(node))
      for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) visit(each, isRead);
  };
  visitAll(program as unknown as Node, false);
  return found;
}

const end = (node: Node) => Number(node.end);

function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  if (node.type === "JSXNamespacedName") return `${nameOf(node.namespace)}:${nameOf(node.name)}`;
  return typeof node.name === "string" ? node.name : "";
}

/** Returns the texts in the code of the clinic's pages, by file. */
export function untranslatedFiles(): ReadonlyMap<string, readonly string[]> {
  const files = globSync(`${pages}/**/*.{ts,tsx}`, { cwd: root }).sort();
  const texts = files.map(
    (file) => [file, untranslatedIn(file, readFileSync(path.join(root, file), "utf8"))] as const,
  );
  return new Map(texts.filter(([, found]) => found.length > 0));
}

if (import.meta.main) {
  const faults = [...untranslatedFiles()].flatMap(([file, found]) => found.map((each) => `${file}:${each}`));
  const shown = faults.filter((fault) => fault.includes(process.argv[2] ?? ""));
  for (const fault of shown) console.log(fault);
  if (shown.length > 0) {
    console.log(`${shown.length} texts belong into packages/messages.`);
    process.exitCode = 1;
  }
}
