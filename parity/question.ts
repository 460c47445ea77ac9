/** Columns of a table under their names; null is missing. */
export type Columns = Readonly<Record<string, readonly (number | string | null)[]>>;

/** A command line, without `concord` and `--json`; FILE stands for a CSV file of the columns. */
export interface Command {
  readonly words: readonly string[];
  readonly columns: Columns;
  /** Further files by the word that stands for them. */
  readonly files?: Readonly<Record<string, string>>;
  /** Takes the result out of what was printed. */
  readonly pick?: (printed: unknown) => unknown;
  /** Where R gives values and the command must refuse: its words, and why it is right. */
  readonly refusal?: { readonly says: RegExp; readonly reason: string };
}

/** One thing to compute: by the functions of the packages, and by the command line. */
export interface Question {
  readonly ours: () => unknown;
  /** A sentence where no command gives it. */
  readonly command: Command | string;
}

export type Ask = (question: Question) => unknown;
