/**
 * A form that somebody sent after their session had ended. It goes to the sign-in page and comes back with the sign-in,
 * so that what was entered is still there; nothing of it is stored on the server.
 */
export interface HeldForm {
  /** Where it was to go: an address of ours. */
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** More than this is not carried along: the largest form with texts is half of it. */
const mostHeld = 900 * 1024;

/** Says only which form it is; with nothing else there is nothing to lose. */
const aboutTheForm = new Set(["intent", "about"]);
const secrets = /password|token|secret|^code$/i;

/** On the page of an account `next` is the new password, on other pages the day of the next session. */
const isSecret = ([name, value]: readonly [string, string]) =>
  secrets.test(name) || (name === "next" && !/^(\d{4}-\d\d-\d\d)?$/.test(value));

/** Returns the text fields of a form if somebody entered something that is no secret; files cannot be carried. */
export function heldForm(action: string, sent: FormData): HeldForm | null {
  const fields = [...sent].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  const isEntered = fields.some(([name, value]) => !aboutTheForm.has(name) && value.trim() !== "");
  const size = JSON.stringify(fields).length;
  if (!isEntered || size > mostHeld || fields.some(isSecret)) return null;
  return { action, fields };
}

/** In an address-encoded body a character may take nine bytes. */
const mostBytes = 4 * 1024 * 1024;

/**
 * Returns the fields that a request sends; null where it sends no form, one that cannot be read, or files. Only what is
 * small is read: nobody who is not signed in makes the server hold an upload.
 */
export async function smallFormOf(request: Request): Promise<FormData | null> {
  const type = request.headers.get("content-type") ?? "";
  if (request.method !== "POST" || !type.startsWith("application/x-www-form-urlencoded")) return null;
  if (!(Number(request.headers.get("content-length")) <= mostBytes) || request.bodyUsed) return null;
  return request
    .clone()
    .formData()
    .catch(() => null);
}

/** Returns what a sign-in page sent along, or null. */
export function sentHeldForm(sent: FormData, action: string): HeldForm | null {
  const held = sent.get("held");
  if (typeof held !== "string" || held === "") return null;
  try {
    const fields: unknown = JSON.parse(held);
    if (!Array.isArray(fields) || !fields.every(isPair)) return null;
    return { action, fields };
  } catch {
    return null;
  }
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === "string");
}
