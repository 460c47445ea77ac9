import type { Reference } from "./reference.ts";

/** `Farber, Doolin (2011). Positive regard. Psychotherapy 48, 58–64`: enough to find it again. */
export function citationOf(reference: Reference): string {
  const { authors, year, title, container, volume, pages } = reference;
  const families = authors.map(familyOf);
  const names = families.length > 6 ? `${families.slice(0, 5).join(", ")} et al.` : families.join(", ");
  const place = [container, volume].filter((part) => part !== null).join(" ");
  const where = [place, pages].filter((part) => part !== null && part !== "").join(", ");
  const head = `${names === "" ? "Anonymous" : names}${year === null ? "" : ` (${year})`}`;
  return [head, title.replace(/\.$/, ""), where].filter((part) => part !== "").join(". ");
}

function familyOf(author: string): string {
  return (author.split(",")[0] ?? "").trim();
}

/**
 * A short name for a study, from its first author and year: `farber-2011`, then `farber-2011-b` where that is
 * taken. `taken` grows by the name given.
 */
export function nameStudy(author: string, year: number, taken: Set<string>): string {
  const family = familyOf(author)
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[ø]/g, "o")
    .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  const base = `${family === "" ? "study" : family}-${year}`;
  let name = base;
  for (let next = 2; taken.has(name); next++) name = `${base}-${suffix(next)}`;
  taken.add(name);
  return name;
}

/** 2 is b, 26 is z, and then numbers. */
function suffix(count: number): string {
  return count <= 26 ? String.fromCharCode(96 + count) : String(count);
}
