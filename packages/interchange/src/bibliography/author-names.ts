/** Initials as databases write them: `J`, `JM`, `J.`, `J. M.`, `J-P`. */
const initials = /^(?:\p{Lu}\.?[\s-]?){1,4}$/u;

/** `Smith J`, `van der Berg JM`, `Smith J.-P.`: a family name, then initials. */
const familyAndInitials = /^(\p{L}[\p{L}\p{Mark}'’.\- ]*?)\s+((?:\p{Lu}-?){1,3}|(?:\p{Lu}\.[ -]?){1,4})$/u;

/**
 * Returns the authors that one field names, each as "Family, Given". A field is meant for one author; some files put
 * several in it: divided by semicolons, by `and` or `&`, or by commas after initials (`Smith J, Jones K` and
 * `Smith, J., Jones, K.`).
 */
export function authorsIn(field: string): readonly string[] {
  return field
    .split(/\s*;\s*/)
    .flatMap(splitAtAnd)
    .flatMap(splitAtCommas)
    .map(familyFirst)
    .filter((name) => name !== "");
}

/** Splits at `and` only where both sides are names of persons: "Barnes and Noble" is one. */
function splitAtAnd(names: string): readonly string[] {
  const parts = names.split(/\s*,?\s+(?:and|&)\s+/i);
  const persons = parts.every((part) => part.includes(",") || familyAndInitials.test(part.trim()));
  return parts.length > 1 && persons ? parts : [names];
}

function splitAtCommas(names: string): readonly string[] {
  const parts = names.split(/\s*,\s*/).filter((part) => part !== "");
  if (parts.length > 1 && parts.every((part) => familyAndInitials.test(part))) return parts;
  const inPairs =
    parts.length >= 4 &&
    parts.length % 2 === 0 &&
    parts.every((part, at) => (at % 2 === 1) === initials.test(part));
  if (!inPairs) return [names];
  return parts.flatMap((part, at) => (at % 2 === 0 ? [`${part}, ${parts[at + 1]!}`] : []));
}

function familyFirst(name: string): string {
  const whole = name.trim().replace(/,$/, "");
  if (whole.includes(",")) return whole.replace(/\s*,\s*/g, ", ");
  const found = familyAndInitials.exec(whole);
  return found === null ? whole : `${found[1]!}, ${found[2]!}`;
}
