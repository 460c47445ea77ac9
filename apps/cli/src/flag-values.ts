import { InvalidArgumentError } from "commander";

/** A number, at least `least`. */
export function number(least = Number.NEGATIVE_INFINITY): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === "" || !Number.isFinite(value) || value < least)
      throw new InvalidArgumentError(
        `It must be a number${least > -Infinity ? ` of at least ${least}` : ""}.`,
      );
    return value;
  };
}

/** 95, or .95 as metafor also takes it. */
export function percent(text: string): number {
  const value = number(0)(text);
  const share = value < 1 ? 100 * value : value;
  if (!(share > 0 && share < 100)) throw new InvalidArgumentError("It must lie between 0 and 100.");
  return share;
}

/** Numbers by commas. */
export function list(text: string): readonly number[] {
  return text.split(",").map((part) => number()(part));
}

/** Names of columns by commas, as `item1,item2`. */
export function columnNames(text: string): readonly string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.includes("")) throw new InvalidArgumentError("It must be names of columns, as item1,item2.");
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new InvalidArgumentError(`The column ${twice} is named twice.`);
  return names;
}

/** A whole number, at least `least`. */
export function count(least: number): (text: string) => number {
  return (text) => {
    const value = number(least)(text);
    if (!Number.isSafeInteger(value)) throw new InvalidArgumentError("It must be a whole number.");
    return value;
  };
}
