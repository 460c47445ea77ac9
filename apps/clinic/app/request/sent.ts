/** "2 minutes", for limits. */
export function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return seconds < 90 ? "a minute" : `${minutes} minutes`;
}

/** One line of text a person sent, without the space around it; empty if it was not text. */
export function sentText(sent: FormData, name: string): string {
  const value = sent.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** As sent: a password's spaces are part of it. */
export function sentSecret(sent: FormData, name: string): string {
  const value = sent.get(name);
  return typeof value === "string" ? value : "";
}
