import type { StaffMessages } from "@concord/messages";

/** A field of the page that says how a file is read. Each is a flag of `concord import` by the same name. */
export interface MappingField {
  readonly name: FieldName;
  readonly hint?: HintId;
  readonly kind: "text" | "number" | "lines";
}

type FieldName =
  | "case"
  | "session"
  | "time"
  | "date"
  | "therapist"
  | "rater"
  | "instrument"
  | "scale"
  | "item"
  | "value"
  | "wide"
  | "missing"
  | "only-missing"
  | "skip"
  | "minimum"
  | "maximum"
  | "recode"
  | "where";

type HintId =
  `import.field.${"time" | "rater" | "instrument" | "scale" | "wide" | "missing" | "only-missing" | "skip" | "recode" | "where"}-hint`;

export const columnFields: readonly MappingField[] = [
  { name: "case", kind: "text" },
  { name: "session", kind: "text" },
  { name: "time", hint: "import.field.time-hint", kind: "text" },
  { name: "date", kind: "text" },
  { name: "therapist", kind: "text" },
  { name: "rater", hint: "import.field.rater-hint", kind: "text" },
  { name: "instrument", hint: "import.field.instrument-hint", kind: "text" },
  { name: "scale", hint: "import.field.scale-hint", kind: "text" },
  { name: "item", kind: "text" },
  { name: "value", kind: "text" },
  { name: "wide", hint: "import.field.wide-hint", kind: "text" },
];

export const valueFields: readonly MappingField[] = [
  { name: "missing", hint: "import.field.missing-hint", kind: "text" },
  { name: "only-missing", hint: "import.field.only-missing-hint", kind: "text" },
  { name: "skip", hint: "import.field.skip-hint", kind: "number" },
  { name: "minimum", kind: "number" },
  { name: "maximum", kind: "number" },
  { name: "recode", hint: "import.field.recode-hint", kind: "lines" },
  { name: "where", hint: "import.field.where-hint", kind: "lines" },
];

/** Returns the label of each field by its name, in the language of the person who reads the page. */
export const fieldLabels = ({ text }: StaffMessages): ReadonlyMap<string, string> =>
  new Map(
    [...[...columnFields, ...valueFields].map(({ name }) => name), "date-order" as const].map(
      (name) => [name, text(`import.field.${name}`)] as const,
    ),
  );
