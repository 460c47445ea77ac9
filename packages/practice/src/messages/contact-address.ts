/** Returns whether a text can be an e-mail address: one recipient, without a name, comments or line breaks. */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s@<>()[\]\\,;:"]{1,64}@[a-z0-9\u00a1-\uffff]([a-z0-9\u00a1-\uffff-]*[a-z0-9\u00a1-\uffff])?(\.[a-z0-9\u00a1-\uffff]([a-z0-9\u00a1-\uffff-]*[a-z0-9\u00a1-\uffff])?)+$/iu.test(
      text,
    ) &&
    !/\.\.|^\.|\.@/.test(text)
  );
}

/** Returns a telephone number in international form (+ and digits, E.164); null where it has none. */
export function phoneNumber(text: string): string | null {
  const digits = text.replace(/[\s().\-/]/g, "").replace(/^00/, "+");
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}
