import { nearest, plain } from "../text/nearest.ts";
import { quoted } from "../text/printable.ts";

/** What a table of studies may hold, by the name we give it; the others are how metafor and people call it. */
const columns = {
  study: ["studyid", "id"],
  authors: ["author"],
  year: ["published", "py"],
  title: [],
  citation: ["reference", "source"],
  doi: [],
  topic: ["topics"],
  design: [],
  age_band: ["age", "ageband"],
  country: [],
  setting: [],
  population: ["sample"],
  quality: [],
  stage: [],
  reason: [],
  report: ["effect", "effectid", "es"],
  rater: ["perspective", "alliancerater"],
  instrument: ["measurename", "iv", "scale"],
  timing: [],
  outcome: ["dv"],
  outcome_rater: ["perspective1", "outcomeperspective"],
  toward: ["direction"],
  note: ["notes", "comment"],
  r: ["ri", "cor", "correlation"],
  n: ["ni", "samplesize"],
  rxx: ["reliabilityx"],
  ryy: ["reliabilityy"],
  t: ["ti"],
  f: ["fi"],
  df: [],
  sign: [],
  chi2: ["chisquare", "x2"],
  p: ["pi", "pvalue"],
  tails: [],
  m1: ["m1i", "mean1"],
  sd1: ["sd1i"],
  n1: ["n1i"],
  m2: ["m2i", "mean2"],
  sd2: ["sd2i"],
  n2: ["n2i"],
  a: ["ai"],
  b: ["bi"],
  c: ["ci"],
  d: ["di"],
  yi: ["effectsize"],
  vi: ["variance"],
  measure: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type StudyColumn = keyof typeof columns;

export const studyColumns = Object.keys(columns) as readonly StudyColumn[];

const byName: ReadonlyMap<string, StudyColumn> = new Map(
  studyColumns.flatMap((name) =>
    [plain(name), ...columns[name]].map((written): [string, StudyColumn] => [written, name]),
  ),
);

export interface StudyHeading {
  /** Position of each known column. */
  readonly at: ReadonlyMap<StudyColumn, number>;
  /** Every other column, kept as what may moderate. */
  readonly traits: readonly { readonly name: string; readonly at: number }[];
  readonly notes: readonly string[];
  readonly problem: string | null;
}

/** Reads the heading of a table of studies; says what is not known and what it was probably meant to be. */
export function readStudyHeading(names: readonly string[]): StudyHeading {
  const at = new Map<StudyColumn, number>();
  const traits: { name: string; at: number }[] = [];
  let problem: string | null = null;
  for (const [index, written] of names.entries()) {
    const name = written.replace(/^\uFEFF/, "").trim();
    if (name === "") continue;
    const known = byName.get(plain(name));
    if (known === undefined) {
      traits.push({ name, at: index });
    } else if (at.has(known)) problem ??= `Two columns are called ${known}: ${name} is the second.`;
    else at.set(known, index);
  }
  if (!at.has("year") && problem === null) problem = "A table of studies requires a column year.";
  if (!at.has("study") && !at.has("authors") && !at.has("citation") && problem === null)
    problem = "A table of studies requires a column study, authors or citation.";
  const repeated = new Set(
    traits
      .filter(({ name }, index) => traits.findIndex((other) => other.name === name) !== index)
      .map(({ name }) => name),
  );
  return {
    at,
    traits: traits.filter(({ name }) => !repeated.has(name)),
    notes: [
      ...traits.flatMap(({ name }) => (repeated.has(name) ? [] : [traitNote(name)])),
      ...[...repeated].map((name) => `Several columns are called ${quoted(name)}; none of them was read.`),
    ],
    problem,
  };
}

function traitNote(name: string): string {
  const meant = nearest(name, studyColumns);
  return `The column ${name} is kept as something that may moderate${meant === null ? "" : `; if it is meant to be ${meant}, name it so`}.`;
}
