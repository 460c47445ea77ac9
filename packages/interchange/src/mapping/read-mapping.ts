import { nearest } from "../text/nearest.ts";
import { quoted } from "../text/printable.ts";
import { constructs, type Mapping } from "./mapping.ts";

/** A mapping from a file, or everything that is wrong with it. */
export type MappingReading =
  | { readonly kind: "mapping"; readonly mapping: Mapping }
  | { readonly kind: "faulty"; readonly sentences: readonly string[] };

type Check = (value: unknown) => string | null;

const text: Check = (value) =>
  typeof value === "string" && value !== "" ? null : "must be a word in quotation marks";
const number: Check = (value) =>
  typeof value === "number" && Number.isFinite(value) ? null : "must be a number";
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.includes(String(value)) ? null : `must be one of ${words.join(", ")}`;
const count: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 0 ? null : "must be a whole number, 0 or more";
const texts: Check = (value) =>
  Array.isArray(value) && value.every((each) => text(each) === null) ? null : "must be a list of words";

const measureKeys: Readonly<Record<string, Check>> = {
  value: text,
  wide: text,
  scale: text,
  item: text,
  instrument: text,
  rater: text,
  minimum: number,
  maximum: number,
  better: oneOf("higher", "lower", "neither"),
  construct: oneOf(...constructs),
  reliableChange: number,
  cutoff: number,
};

const keys: Readonly<Record<string, Check>> = {
  case: text,
  session: text,
  time: text,
  date: text,
  therapist: text,
  missing: texts,
  onlyMissing: texts,
  dateOrder: oneOf("day-first", "month-first"),
  skip: count,
  fractions: oneOf("refused", "allowed"),
  ageBand: oneOf("child", "adolescent", "adult"),
};

const lists: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  measures: measureKeys,
  where: { column: text, is: oneOf("equal", "not-equal"), value: text },
  recode: { column: text, from: text, to: text },
  risks: { column: text, atLeast: number, about: text },
};

const required: Readonly<Record<string, readonly string[]>> = {
  measures: [],
  where: ["column", "is", "value"],
  recode: ["column", "from", "to"],
  risks: ["column", "atLeast", "about"],
};

/**
 * Reads a mapping file: JSON with the keys of `Mapping`. A file with one measure may give the keys of that measure
 * beside the others. Unknown keys are faults, because a misspelt one would be passed over in silence.
 */
export function readMapping(json: string): MappingReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch {
    return { kind: "faulty", sentences: ["The mapping is not JSON."] };
  }
  if (!isObject(parsed)) return { kind: "faulty", sentences: ["The mapping must be a JSON object: { … }."] };
  const sentences: string[] = [];
  const own: Record<string, unknown> = {};
  const measure: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(parsed)) {
    if (Object.hasOwn(lists, key)) {
      sentences.push(...listFaults(key, value));
      own[key] = value;
      continue;
    }
    const check = checkOf(key, keys) ?? checkOf(key, measureKeys);
    if (check === null)
      sentences.push(
        unknownKey(key, [...Object.keys(keys), ...Object.keys(lists), ...Object.keys(measureKeys)]),
      );
    else {
      const fault = check(value);
      if (fault !== null) sentences.push(`In the mapping, ${quoted(key)} ${fault}.`);
      if (checkOf(key, keys) === null) measure[key] = value;
      else own[key] = value;
    }
  }
  if (Object.keys(measure).length > 0 && own.measures !== undefined) {
    sentences.push("In the mapping, give either the keys of one measure or a list of measures, not both.");
  }
  if (sentences.length > 0) return { kind: "faulty", sentences };
  const measures = Object.keys(measure).length > 0 ? { measures: [measure] } : {};
  // Every key was checked against the type above.
  return { kind: "mapping", mapping: { ...own, ...measures } as Mapping };
}

function listFaults(name: string, value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [`In the mapping, ${quoted(name)} must be a list: [ … ].`];
  return value.flatMap((entry: unknown, index): readonly string[] => {
    const place = `In the mapping, ${name} ${index + 1}`;
    if (!isObject(entry)) return [`${place} must be an object: { … }.`];
    const missing = required[name]!.filter((key) => entry[key] === undefined);
    return [
      ...missing.map((key) => `${place} needs ${quoted(key)}.`),
      ...Object.entries(entry).flatMap(([key, given]) => {
        const check = checkOf(key, lists[name]!);
        if (check === null) return [unknownKey(key, Object.keys(lists[name]!))];
        const fault = check(given);
        return fault === null ? [] : [`${place}: ${quoted(key)} ${fault}.`];
      }),
    ];
  });
}

/** Keys that every object inherits are no keys of a mapping. */
function checkOf(key: string, checks: Readonly<Record<string, Check>>): Check | null {
  return Object.hasOwn(checks, key) ? checks[key]! : null;
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  return `The mapping has an unknown key ${quoted(key)}.${meant === null ? ` Known are ${known.join(", ")}.` : ` Did you mean ${meant}?`}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
