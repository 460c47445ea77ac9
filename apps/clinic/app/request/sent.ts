import type { Message } from "@concord/messages";

/** Returns how long somebody has to wait after too many attempts, in whole minutes. */
export function waitMessage(seconds: number): Message {
  return { id: "auth.wait", values: { minutes: Math.max(1, Math.ceil(seconds / 60)) } };
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
