/** A piece of SVG that is safe to print: everything in it went through `element`. */
export interface Markup {
  readonly markup: string;
  /** Whether it stands on a line of its own, so that snapshots stay readable. */
  readonly block: boolean;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;
export type Child = Markup | string | null;

const inlineNames: ReadonlySet<string> = new Set(["title", "desc", "text", "tspan", "style"]);

/** One element. Strings among the children are words and are escaped; numbers are rounded to 2 decimals. */
export function element(name: string, attributes: Attributes, children: readonly Child[] = []): Markup {
  const kept = children.filter((child) => child !== null && child !== "") as readonly (Markup | string)[];
  let open = `<${name}`;
  for (const key in attributes) open += attribute(key, attributes[key]);
  if (kept.length === 0) return { markup: `${open}/>`, block: true };
  const inside = kept.map((child) => (typeof child === "string" ? escapeText(child) : child.markup));
  const lines = !inlineNames.has(name) && kept.every((child) => typeof child !== "string" && child.block);
  const body = lines ? `\n${inside.join("\n")}\n` : inside.join("");
  return { markup: `${open}>${body}</${name}>`, block: name !== "tspan" };
}

/** Several elements under one class. */
export function group(className: string, children: readonly Child[]): Markup | null {
  return children.some((child) => child !== null) ? element("g", { class: className }, children) : null;
}

/** Whatever `escaped` may change; nearly all words hold nothing of it. */
const needsEscape = /[&<>"'\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

/** The one place where words from people become text of a document. */
export function escapeText(words: string): string {
  if (!needsEscape.test(words)) return words;
  let safe = "";
  for (const letter of words) safe += escaped(letter);
  return safe;
}

/** At most two decimals, and never "-0". */
export function round(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`a drawn number requires a finite value: ${value}`);
  return Math.round(value * 100) / 100 + 0;
}

function attribute(name: string, value: string | number | undefined): string {
  if (value === undefined) return "";
  return ` ${name}="${typeof value === "number" ? round(value) : escapeText(value)}"`;
}

function escaped(letter: string): string {
  if (letter === "&") return "&amp;";
  if (letter === "<") return "&lt;";
  if (letter === ">") return "&gt;";
  if (letter === '"') return "&quot;";
  if (letter === "'") return "&#39;";
  const code = letter.codePointAt(0) as number;
  // Not allowed anywhere in XML 1.0, so that a pasted control character cannot break a whole file.
  const allowed =
    code === 9 || code === 10 || code === 13 || (code >= 32 && (code < 0xd800 || code > 0xdfff));
  return allowed && code !== 0xfffe && code !== 0xffff ? letter : "\uFFFD";
}
