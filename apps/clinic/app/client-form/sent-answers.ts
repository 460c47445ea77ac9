/** What a form sent: its key, and the answers by name. */
export interface SentAnswers {
  readonly submission: string;
  /** Which form of the sitting it is; undefined where the page does not say. */
  readonly form: string | undefined;
  readonly answers: Readonly<Record<string, string>>;
}

/** Only text fields count; empty ones were not answered. A key that is no key of ours is replaced by a new one. */
export function sentAnswers(sent: FormData): SentAnswers {
  const answers: Record<string, string> = {};
  for (const [name, value] of sent)
    if (name !== "submission" && name !== "form" && typeof value === "string" && value.trim() !== "")
      answers[name] = value;
  const key = sent.get("submission");
  const form = sent.get("form");
  return {
    submission: typeof key === "string" && /^[\w-]{8,100}$/.test(key) ? key : crypto.randomUUID(),
    form: typeof form === "string" && form !== "" ? form : undefined,
    answers,
  };
}
