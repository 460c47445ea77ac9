/** Writes the types of messages, an argument of each with its type, from the English catalogues. `npm run messages` runs it. */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

const folder = path.resolve(import.meta.dirname, "../packages/messages/src");
export const typesFile = path.join(folder, "message-values.ts");

/** Returns the text of the types file that belongs to the English catalogues as they are now. */
export function messageTypes(): string {
  const lines = globSync("*/en.json", { cwd: folder })
    .sort()
    .flatMap((file) => {
      const catalogue: Record<string, string> = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
      return Object.entries(catalogue).map(([id, message]) => `  "${id}": ${typeOf(id, message)};`);
    });
  return `// Written by \`npm run messages\` from the English catalogues; not edited by hand.

/** The values that each message takes. */
export interface MessageValues {
${lines.join("\n")}
}

export type MessageId = keyof MessageValues;
`;
}

function typeOf(id: string, message: string): string {
  const types = new Map<string, string>();
  addTypes(id, parse(message), types);
  if (types.size === 0) return "Record<never, never>";
  const fields = [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, type]) => `readonly ${name}: ${type};`);
  const line = `{ ${fields.join(" ").slice(0, -1)} }`;
  return id.length + line.length + 7 <= lineWidth ? line : `{\n    ${fields.join("\n    ")}\n  }`;
}

const lineWidth = 110;

/** Adds the arguments of a message. A select whose \`other\` is empty takes its named options only. */
function addTypes(id: string, elements: readonly MessageFormatElement[], types: Map<string, string>): void {
  const add = (name: string, type: string) => {
    const before = types.get(name);
    if (before !== undefined && before !== type && type !== "string")
      throw new RangeError(`message ${id} requires one type for {${name}}: ${before}, ${type}`);
    if (before === undefined) types.set(name, type);
  };
  for (const element of elements) {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        break;
      case TYPE.argument:
        add(element.value, "string");
        break;
      case TYPE.number:
      case TYPE.plural:
        add(element.value, "number");
        break;
      case TYPE.date:
      case TYPE.time:
        add(element.value, "Date");
        break;
      case TYPE.select: {
        const named = Object.keys(element.options).filter((name) => name !== "other");
        const isClosed = element.options.other?.value.length === 0;
        add(element.value, isClosed ? named.map((name) => `"${name}"`).join(" | ") : "string");
        break;
      }
      default:
        throw new RangeError(
          `message ${id} requires text, numbers, dates, plurals and selects: type ${element.type}`,
        );
    }
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const option of Object.values(element.options)) addTypes(id, option.value, types);
  }
}

if (import.meta.main) writeFileSync(typesFile, messageTypes());
