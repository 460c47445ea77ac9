import { type Analysis, type AnalysisRequest, confidenceLevel, type Outcome } from "../analysis.ts";
import { RequestRefused } from "../refusal.ts";
import type { Columns } from "../table/cells.ts";
import { asNames, asNumbers, asPredictors, type ColumnUse } from "../table/column-use.ts";
import { anyColumn } from "../table/columns.ts";
import type { TablePart } from "../table/model-table.ts";

/** A column that a study needs or may use, by what it means to the study. */
export interface TemplateColumn {
  readonly role: string;
  readonly what: string;
  readonly needed: "always" | "optional";
}

/** What an analysis found, in every form: where one analysis has several models, each brings its own. */
export interface StudyResult {
  /** What `--json` prints. */
  readonly terms: unknown;
  readonly sentence: string;
  readonly table: readonly TablePart[];
  readonly figure: () => string;
}

/** The columns of the file by their role in the study. */
export type ChosenColumns = Readonly<Record<string, string>>;

/** What a study may be asked besides its columns. */
export interface StudyOptions {
  readonly confidenceLevel: number;
  readonly method: "REML" | "ML";
}

/** A study by name: which columns it needs, by their role, and what it makes of them. */
export interface StudyTemplate {
  readonly name: string;
  readonly question: string;
  /** What a row of the file is: "a row for each client". */
  readonly rows: string;
  readonly columns: readonly TemplateColumn[];
  readonly study: (columns: Columns, chosen: ChosenColumns, options: StudyOptions) => Outcome<StudyResult>;
  readonly rProgram: (file: string, chosen: ChosenColumns, options: StudyOptions, columns: Columns) => string;
}

/** `outcome=phq9` for each role; a role's own name needs no word where the file has such a column. */
function chooseColumns(template: StudyTemplate, given: readonly string[], columns: Columns): ChosenColumns {
  const roles = template.columns.map(({ role }) => role);
  const named = given.map((text) => {
    const at = text.indexOf("=");
    const role = text.slice(0, at);
    if (at < 1 || at === text.length - 1 || !roles.includes(role))
      throw new RequestRefused(
        `--column must look like ${roles[0]}=COLUMN, with ${roles.join(", ")} before the sign: ${text}`,
      );
    anyColumn(columns, text.slice(at + 1));
    return [role, text.slice(at + 1)] as const;
  });
  const chosen = new Map(named);
  for (const { role, what, needed } of template.columns) {
    if (chosen.has(role)) continue;
    if (Object.hasOwn(columns, role)) chosen.set(role, role);
    else if (needed === "always")
      throw new RequestRefused(
        `${template.name} needs ${what}: --column ${role}=COLUMN; there are ${Object.keys(columns).join(", ")}.`,
      );
  }
  return Object.fromEntries(chosen);
}

/** A study asked of a table: `role=column` for each column whose name is not its role. */
export interface StudyRequest extends AnalysisRequest {
  readonly column: readonly string[];
  readonly ml?: true;
}

/** Returns the analysis of a study. */
export function studyAnalysis(template: StudyTemplate): Analysis<StudyRequest, StudyResult> {
  const optionsOf = ({ ml, confidenceLevel: level }: StudyRequest): StudyOptions => ({
    confidenceLevel: level,
    method: ml === true ? "ML" : "REML",
  });
  return {
    name: template.name,
    request: (options) => ({ column: [], confidenceLevel, ...options }),
    uses: (request, columns) => studyUses(template, request, columns),
    outcomes: (request, columns) =>
      studyOutcomes
        .flatMap((role) => studyUses(template, request, columns, role))
        .map(({ name }) => ({
          name,
          logistic: (outcome) => `lme4::glmer(${outcome} ~ ..., family = binomial)`,
        })),
    run: (columns, request) =>
      template.study(columns, chooseColumns(template, request.column, columns), optionsOf(request)),
    terms: ({ terms }) => terms,
    sentence: ({ sentence }) => sentence,
    table: ({ table }) => table,
    figure: async ({ figure }) => figure(),
    rProgram: (file, request, columns) =>
      template.rProgram(file, chooseColumns(template, request.column, columns), optionsOf(request), columns),
  };
}

/** Roles of studies that a straight line is fitted to. */
const studyOutcomes = ["outcome", "mediator"];

/** Roles of a study that are names; the others are numbers. */
const nameRoles: ReadonlySet<string> = new Set([
  "client",
  "therapist",
  "dyad",
  "perceiver",
  "target",
  "group",
]);

/** The columns of the table that play a role, or the one role that is asked for. */
function studyUses(
  { name, columns: roles }: StudyTemplate,
  request: StudyRequest,
  columns: readonly string[],
  only?: string,
): readonly ColumnUse[] {
  // In the study of truth and bias the client's and the therapist's columns hold their ratings.
  const areRatings = name === "truth-and-bias" ? new Set(["client", "therapist"]) : new Set<string>();
  return roles.flatMap(({ role, needed }) => {
    const given = request.column.find((text) => text.startsWith(`${role}=`))?.slice(role.length + 1);
    const column = given ?? (columns.includes(role) ? role : undefined);
    if (column === undefined || (only !== undefined && role !== only)) return [];
    const as =
      nameRoles.has(role) && !areRatings.has(role) ? asNames : needed === "always" ? asNumbers : asPredictors;
    return as(column);
  });
}
