/** A value of a table; null is missing. */
export type Cell = number | string | null;

/** Columns of a table under their names. */
export type Columns = Readonly<Record<string, readonly Cell[]>>;
