import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import type { AppContext } from "../app-context.ts";

/** Returns the key by which secrets of messages are encrypted, from the secret of the installation. */
export function messageKey(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", "concord messages", 32));
}

/** Returns a secret as it is saved: encrypted (AES-256-GCM) for one practice and one use. A backup does not open it. */
export function sealSecret(context: AppContext, use: string, secret: string): string | null {
  const { key } = context.messages;
  if (key === null) return null;
  const nonce = Buffer.from(context.secretBytes(12));
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(use));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Returns the secret; null where it was encrypted on another installation or is damaged. */
export function openSecret(context: AppContext, use: string, sealed: string): string | null {
  const { key } = context.messages;
  const bytes = Buffer.from(sealed, "base64url");
  if (key === null || bytes.length < 28) return null;
  try {
    const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAAD(Buffer.from(use));
    cipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
