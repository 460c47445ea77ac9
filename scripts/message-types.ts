/**
 * Writes the types of messages (the values and tags of each) from the English catalogues, and for each language of
 * staff the module that holds its catalogues. `npm run messages` runs it.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { clientAreas, staffLocales } from "../packages/messages/src/areas.ts";

const folder = path.resolve(import.meta.dirname, "../packages/messages/src");

const header = "// Written by `npm run messages` from the English catalogues; not edited by hand.\n";

/** Returns the areas, which are the folders that hold an English catalogue. */
export function messageAreas(): readonly string[] {
  return globSync("*/en.json", { cwd: folder })
    .map((file) => path.dirname(file))
    .sort();
}

const isClientArea = (area: string) => clientAreas.some((each) => each === area);

/** Returns the text of every file that `npm run messages` writes, by path. */
export function messageFiles(): ReadonlyMap<string, string> {
  const areas = messageAreas();
  const staffAreas = areas.filter((area) => !isClientArea(area));
  return new Map(
    [
      ["message-values.ts", indexOf(areas)],
      ...areas.map((area) => [`${area}/values.ts`, valuesOf(area)] as const),
      ...staffLocales.map(
        (locale) => [`staff-catalogue/${locale}.ts`, catalogueOf(staffAreas, locale)] as const,
      ),
    ].map(([file, text]) => [path.join(folder, file!), text!]),
  );
}

/** "client-form" as the name of a type, `ClientForm`, and of a value, `clientFormTexts` (an area may be `case`). */
const typeName = (area: string) =>
  area
    .split("-")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
const valueName = (area: string) =>
  `${typeName(area).charAt(0).toLowerCase()}${typeName(area).slice(1)}Texts`;

function indexOf(areas: readonly string[]): string {
  const list = (of: readonly string[], line: (area: string) => string) => of.map(line).join("\n");
  const named = (of: readonly string[], suffix: string) => of.map((area) => `${typeName(area)}${suffix}`);
  const extendsLine = (name: string, suffix: string) => {
    const types = named(areas, suffix);
    const line = `export interface ${name} extends ${types.join(", ")} {}`;
    return line.length <= lineWidth
      ? line
      : `export interface ${name}\n  extends ${types.join(",\n    ")} {}`;
  };
  const ids = (of: readonly string[]) => {
    const types = named(of, "Values");
    return types.length === 1 ? `keyof ${types[0]}` : types.map((type) => `\n  | keyof ${type}`).join("");
  };
  return `${header}
// biome-ignore lint/suspicious/noImportCycles: the values of a message may be messages
import type { Moment, Text } from "./message.ts";
${list(areas, (area) => `import type { ${typeName(area)}Tags, ${typeName(area)}Values } from "./${area}/values.ts";`)}

/** The values that each message takes. */
${extendsLine("MessageValues", "Values")}

/** The tags of the messages that hold some. */
${extendsLine("MessageTags", "Tags")}

/** The messages of each area. */
export interface AreaMessages {
${list(areas, (area) => `  readonly ${/-/.test(area) ? `"${area}"` : area}: ${typeName(area)}Values;`)}
}

export type MessageId = keyof MessageValues;

/** Ids by the values that they take: a message as data is of one of these types, few enough for the compiler to compare. */
export interface MessagesByValues {
${shapesOf(areas)}
}

/** Messages that clients, caregivers and group members read. */
export type ClientMessageId = ${ids(areas.filter(isClientArea))};

/** Messages that staff read. */
export type StaffMessageId = ${ids(areas.filter((area) => !isClientArea(area)))};
`;
}

/** Returns a line for each set of values, with the ids that take it. */
function shapesOf(areas: readonly string[]): string {
  const idsOf = new Map<string, string[]>();
  for (const area of areas)
    for (const { id, types } of messagesOf(area)) {
      const fields = [...types]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, type]) => `readonly ${name}: ${type}`);
      const values = fields.length === 0 ? "Record<never, never>" : `{ ${fields.join("; ")} }`;
      idsOf.set(values, [...(idsOf.get(values) ?? []), id]);
    }
  return [...idsOf]
    .map(
      ([values, ids], place) =>
        `  readonly ${place}: {\n    readonly ids:\n${ids.map((id) => `      | "${id}"`).join("\n")};\n    readonly values: ${values};\n  };`,
    )
    .join("\n");
}

function catalogueOf(areas: readonly string[], locale: string): string {
  return `${header}
${areas.map((area) => `import ${valueName(area)} from "../${area}/${locale}.json" with { type: "json" };`).join("\n")}
import type { StaffCatalogue } from "../staff-messages.ts";

export const staffCatalogue: StaffCatalogue = { ${areas.map((area) => `...${valueName(area)}`).join(", ")} };
`;
}

/** Returns the messages of an area with the types of their values and their tags. */
function messagesOf(area: string) {
  const catalogue: Record<string, string> = JSON.parse(
    readFileSync(path.join(folder, area, "en.json"), "utf8"),
  );
  const text = isClientArea(area) ? "string" : "Text";
  return Object.entries(catalogue).map(([id, message]) => {
    const types = new Map<string, string>();
    const tags = new Set<string>();
    addTypes(id, parse(message), types, tags, text);
    return { id, types, tags };
  });
}

function valuesOf(area: string): string {
  const found = messagesOf(area);
  const values = found.map(({ id, types }) => `  "${id}": ${fieldsOf(id, types)};`);
  const tagged = found
    .filter(({ tags }) => tags.size > 0)
    .map(
      ({ id, tags }) =>
        `  "${id}": ${[...tags]
          .sort()
          .map((tag) => `"${tag}"`)
          .join(" | ")};`,
    );
  const body = values.join("\n");
  const used = ["Moment", "Text"].filter((name) => new RegExp(`: ${name}[; ]`).test(body));
  return `${header}${used.length === 0 ? "" : `\nimport type { ${used.join(", ")} } from "../message.ts";\n`}
export interface ${typeName(area)}Values {
${body}
}

export ${tagged.length === 0 ? `type ${typeName(area)}Tags = Record<never, never>;` : `interface ${typeName(area)}Tags {\n${tagged.join("\n")}\n}`}
`;
}

function fieldsOf(id: string, types: ReadonlyMap<string, string>): string {
  if (types.size === 0) return "Record<never, never>";
  const fields = [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, type]) => `readonly ${name}: ${type};`);
  const line = `{ ${fields.join(" ").slice(0, -1)} }`;
  return id.length + line.length + 7 <= lineWidth ? line : `{\n    ${fields.join("\n    ")}\n  }`;
}

const lineWidth = 110;

/** Adds the arguments and tags of a message. A select whose \`other\` is empty takes its named options only. */
function addTypes(
  id: string,
  elements: readonly MessageFormatElement[],
  types: Map<string, string>,
  tags: Set<string>,
  text: string,
): void {
  const add = (name: string, type: string) => {
    const before = types.get(name);
    if (before !== undefined && before !== type && type !== text)
      throw new RangeError(`message ${id} requires one type for {${name}}: ${before}, ${type}`);
    if (before === undefined) types.set(name, type);
  };
  for (const element of elements) {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        break;
      case TYPE.argument:
        add(element.value, text);
        break;
      case TYPE.number:
      case TYPE.plural:
        add(element.value, "number");
        break;
      case TYPE.date:
      case TYPE.time:
        add(element.value, "Moment");
        break;
      case TYPE.select: {
        const named = Object.keys(element.options).filter((name) => name !== "other");
        const isClosed = element.options.other?.value.length === 0;
        add(element.value, isClosed ? named.map((name) => `"${name}"`).join(" | ") : "string");
        break;
      }
      case TYPE.tag:
        tags.add(element.value);
        addTypes(id, element.children, types, tags, text);
        break;
    }
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const option of Object.values(element.options)) addTypes(id, option.value, types, tags, text);
  }
}

if (import.meta.main)
  for (const [file, text] of messageFiles()) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
