/** JSON as the reference cases have it: infinities as words, what is not a number as null. */
export function termsJson(value: unknown): string {
  return JSON.stringify(
    value,
    (_, part: unknown) =>
      part === Number.POSITIVE_INFINITY
        ? "Inf"
        : part === Number.NEGATIVE_INFINITY
          ? "-Inf"
          : typeof part === "number" && Number.isNaN(part)
            ? null
            : part,
    1,
  );
}
