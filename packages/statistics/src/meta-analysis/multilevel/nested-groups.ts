import type { Frame } from "../../formula/frame.ts";

/** One level of grouping: the group of each row, and the names of the groups in the order they appear. */
export interface GroupLevel {
  /** The path of names: `study`, `study/effect`. */
  readonly name: string;
  readonly groups: readonly string[];
  /** For each row the position of its group. */
  readonly groupOf: readonly number[];
}

/**
 * The levels along a path of columns, outermost first: `["study", "effect"]` gives studies, and effects within
 * studies. A group of an inner level belongs to one outer group by construction, whatever its label.
 */
export function nestedGroups(
  frame: Frame,
  path: readonly string[],
  rows: readonly number[],
): readonly GroupLevel[] {
  if (path.length === 0) throw new RangeError("nested groups require the name of one or more columns");
  const columns = path.map((name) => {
    const column = Object.hasOwn(frame, name) ? frame[name] : undefined;
    if (column === undefined) {
      throw new RangeError(
        `groups name a column that is not there: ${name}; there are ${Object.keys(frame).join(", ")}`,
      );
    }
    return column;
  });
  return path.map((_, depth) => {
    const positions = new Map<string, number>();
    const groupOf = rows.map((row) => {
      const label = columns
        .slice(0, depth + 1)
        .map((column, level) => {
          const value = column[row];
          if (value === null || value === undefined || value === "") {
            throw new RangeError(`row ${row + 1} requires a value of ${path[level]}, its group`);
          }
          return String(value);
        })
        .join("/");
      const known = positions.get(label);
      if (known !== undefined) return known;
      positions.set(label, positions.size);
      return positions.size - 1;
    });
    return { name: path.slice(0, depth + 1).join("/"), groups: [...positions.keys()], groupOf };
  });
}
