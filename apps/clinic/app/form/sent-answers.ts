/** What a form sent: its key, and the answers by name. */
export interface SentAnswers {
  readonly submission: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** Only text fields count; empty ones were not answered. A key that is no key of ours is replaced by a new one. */
export function sentAnswers(sent: FormData): SentAnswers {
  const answers: Record<string, string> = {};
  for (const [name, value] of sent)
    if (name !== "submission" && typeof value === "string" && value.trim() !== "") answers[name] = value;
  const key = sent.get("submission");
  return {
    submission: typeof key === "string" && /^[\w-]{8,100}$/.test(key) ? key : crypto.randomUUID(),
    answers,
  };
}
