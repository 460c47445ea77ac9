/** A field of the page that says how a file is read. Each is a flag of `concord import` by the same name. */
export interface MappingField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: "text" | "number" | "lines";
}

export const columnFields: readonly MappingField[] = [
  { name: "case", label: "Column of the case", kind: "text" },
  { name: "session", label: "Column of the session’s number", kind: "text" },
  { name: "time", label: "Column of another time", hint: "Day, week or month of a rating.", kind: "text" },
  { name: "date", label: "Column of the date", kind: "text" },
  { name: "therapist", label: "Column of the therapist", kind: "text" },
  {
    name: "rater",
    label: "Who rated",
    hint: "Client, therapist, observer, caregiver, member, or a column.",
    kind: "text",
  },
  { name: "instrument", label: "Instrument", hint: "Its code, such as phq-9, or a column.", kind: "text" },
  { name: "scale", label: "Scale", hint: "Its code, such as total, or a column.", kind: "text" },
  { name: "item", label: "Column of the item’s number", kind: "text" },
  { name: "value", label: "Column of the scores or answers", kind: "text" },
  {
    name: "wide",
    label: "Several columns at once",
    hint: "wai{1..12} for items, bdi_s{session} for sessions.",
    kind: "text",
  },
];

export const valueFields: readonly MappingField[] = [
  {
    name: "missing",
    label: "Further codes for no answer",
    hint: "By comma, such as 999, -99. Empty fields, NA and the like are known.",
    kind: "text",
  },
  {
    name: "only-missing",
    label: "Only these codes for no answer",
    hint: "By comma; an empty field always is one.",
    kind: "text",
  },
  {
    name: "skip",
    label: "Lines above the heading",
    hint: "Found by itself where left empty.",
    kind: "number",
  },
  { name: "minimum", label: "Lowest possible score or answer", kind: "number" },
  { name: "maximum", label: "Highest possible score or answer", kind: "number" },
  {
    name: "recode",
    label: "Texts to read as others",
    hint: "A line each: rater:P=caregiver, or *:Sometimes=1 for all columns of answers.",
    kind: "lines",
  },
  {
    name: "where",
    label: "Only rows that fit",
    hint: "A line each: arm=TAU, or arm!=TAU.",
    kind: "lines",
  },
];

export const dateOrderLabel = "Order of day and month";

const fields = [...columnFields, ...valueFields];
const labels = new Map([
  ...fields.map(({ name, label }) => [name, label] as const),
  ["date-order", dateOrderLabel],
]);

/** Returns a sentence of the reader with the page's fields named instead of the flags of the command line. */
export const inPageWords = (sentence: string, named: ReadonlyMap<string, string> = labels): string =>
  sentence.replace(/--([a-z-]+)(?: (?:COLUMN|PATTERN))?/g, (flag, name: string) => {
    const label = named.get(name);
    return label === undefined ? flag : `“${label}”`;
  });
