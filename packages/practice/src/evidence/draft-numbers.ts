/** The number fields of one figure, as they were typed. */
export type DraftNumbers = Readonly<Partial<Record<NumberField, string>>>;

export type NumberField = "r" | "n" | "t" | "df" | "m1" | "sd1" | "n1" | "m2" | "sd2" | "n2" | "z" | "v";

const written = /^[+\-\u2212\u2013]?(?:\d{1,9}(?:[.,]\d{1,12})?|[.,]\d{1,12})$/;

/** A typed number: ".35", "0,35" and "−.2" are numbers, an empty field is none, anything else is unreadable. */
export function draftNumbers<Name extends string>(
  typed: Readonly<Partial<Record<Name, string>>>,
): Readonly<Record<Name, number | null | "unreadable">> {
  const read = (text: string): number | null | "unreadable" => {
    const trimmed = text.trim();
    if (trimmed === "") return null;
    if (!written.test(trimmed)) return "unreadable";
    return Number(trimmed.replace(/[\u2212\u2013]/, "-").replace(",", "."));
  };
  return Object.fromEntries(
    Object.entries<string | undefined>(typed).map(([name, text]) => [name, read(text ?? "")]),
  ) as Record<Name, number | null | "unreadable">;
}
