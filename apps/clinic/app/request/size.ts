import type { Message } from "@concord/messages";

export function kibibytes(count: number): number {
  return count * 1024;
}

export function mebibytes(count: number): number {
  return count * 1024 * 1024;
}

/** Returns a limit as a message: "32 MB". */
export function sizeMessage(bytes: number): Message<"shell.size.kilobytes" | "shell.size.megabytes"> {
  return bytes < mebibytes(1)
    ? { id: "shell.size.kilobytes", values: { count: Math.floor(bytes / 1024) } }
    : { id: "shell.size.megabytes", values: { count: Math.floor(bytes / mebibytes(1)) } };
}
