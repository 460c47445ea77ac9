import type { Column, Frame } from "../formula/frame.ts";

/** What each member gave, one entry a dyad; null where it is missing. */
export interface Pairs {
  /** What the members are called, the first first: client and therapist. */
  readonly roles: readonly [string, string];
  readonly x: readonly [readonly (number | null)[], readonly (number | null)[]];
  readonly y: readonly [readonly (number | null)[], readonly (number | null)[]];
}

/** Pairs of a file with one row for each dyad: the members' columns of the predictor and of the outcome. */
export function pairsOfWide(
  frame: Frame,
  x: readonly [string, string],
  y: readonly [string, string],
  roles: readonly [string, string] = rolesOf(x, y),
): Pairs {
  const own = (names: readonly [string, string]) =>
    [numbersOf(frame, names[0]), numbersOf(frame, names[1])] as const;
  return { roles, x: own(x), y: own(y) };
}

/**
 * Pairs of a file with one row for each member. With a column of roles the first in code-point order comes first; without
 * one the order of a dyad's rows stands, and the members cannot be told apart.
 */
export function pairsOfLong(
  frame: Frame,
  names: { readonly dyad: string; readonly role?: string; readonly x: string; readonly y: string },
): Pairs {
  const dyads = required(frame, names.dyad);
  const x = numbersOf(frame, names.x);
  const y = numbersOf(frame, names.y);
  const roles = names.role === undefined ? undefined : required(frame, names.role);
  const known = roles === undefined ? ["1", "2"] : [...new Set(roles.flatMap(textOf))].sort();
  if (known.length !== 2)
    throw new RangeError(
      `dyads require two roles: ${names.role} has ${known.length} (${known.slice(0, 4).join(", ")})`,
    );
  const place = new Map<string, number>();
  const taken = new Set<string>();
  const gathered = { x: [[], []] as (number | null)[][], y: [[], []] as (number | null)[][] };
  const seats = new Map<string, number>();
  dyads.forEach((dyad, row) => {
    const [id] = textOf(dyad);
    if (id === undefined) return;
    const seat = seats.get(id) ?? 0;
    seats.set(id, seat + 1);
    const member = roles === undefined ? seat : known.indexOf(textOf(roles[row]!)[0] ?? "");
    if (member < 0) return;
    const key = JSON.stringify([id, member]);
    if (member > 1 || taken.has(key))
      throw new RangeError(`a dyad requires two rows, one for each member: dyad ${id} has more`);
    taken.add(key);
    const at = place.get(id) ?? place.size;
    place.set(id, at);
    for (const side of [0, 1]) {
      gathered.x[side]![at] ??= null;
      gathered.y[side]![at] ??= null;
    }
    gathered.x[member]![at] = x[row]!;
    gathered.y[member]![at] = y[row]!;
  });
  return {
    roles: known as [string, string],
    x: [gathered.x[0]!, gathered.x[1]!],
    y: [gathered.y[0]!, gathered.y[1]!],
  };
}

/** `client` and `therapist` from client_x, client_y, therapist_x, therapist_y; 1 and 2 where names say nothing. */
export function rolesOf(
  x: readonly [string, string],
  y: readonly [string, string],
): readonly [string, string] {
  const found = [0, 1].map((member) => {
    const [left, right] = [x[member]!, y[member]!];
    let length = 0;
    while (length < Math.min(left.length, right.length) && left[length] === right[length]) length++;
    return left.slice(0, length).replace(/[_.\s-]+$/u, "");
  });
  const isTelling = found[0] !== found[1] && found.every((role) => role !== "");
  return isTelling ? (found as [string, string]) : ["1", "2"];
}

function numbersOf(frame: Frame, name: string): readonly (number | null)[] {
  return required(frame, name).map((value) => {
    if (typeof value === "number" || value === null) return value;
    throw new RangeError(`ratings of dyads require numbers, and column ${name} holds text: ${value}`);
  });
}

function required(frame: Frame, name: string): Column {
  const column = Object.hasOwn(frame, name) ? frame[name] : undefined;
  if (column === undefined)
    throw new RangeError(
      `dyads require a column that is there: ${name}; there are ${Object.keys(frame).join(", ")}`,
    );
  return column;
}

function textOf(value: Column[number]): readonly string[] {
  return value === null ? [] : [String(value)];
}
