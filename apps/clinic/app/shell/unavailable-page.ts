const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);

/**
 * Returns the page that is shown while the database cannot be reached: without script, styles of its own or
 * anything read from the database. What somebody sent with a form comes back in hidden fields, so that one
 * button sends it again.
 */
export function unavailablePage(
  address: string,
  method: string,
  { form, diskFull }: { readonly form: FormData | null; readonly diskFull: boolean },
): string {
  const fields = [...(form ?? [])].flatMap(([name, value]) =>
    typeof value === "string"
      ? [`<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`]
      : [],
  );
  const again =
    form === null
      ? `<p><a href="${method === "POST" ? "/" : escaped(address)}">Try again</a></p>`
      : `<form method="post" action="${escaped(address)}">${fields.join("")}<p><button type="submit" class="button">Send again</button></p></form>`;
  const why = diskFull
    ? "There is no room left on the disk of the machine that Concord runs on, so nothing can be saved. Tell the person who runs it. "
    : "";
  const sentence =
    form === null
      ? "Nothing that was saved is lost. Please try again in a moment."
      : /^\/(f|answer)\//.test(address)
        ? "Your answers were not sent yet. They are on this page: wait a moment, then send them again."
        : "What you entered is not saved yet. It is on this page: wait a moment, then send it again.";
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>Please wait · Concord</title></head>
<body><main><h1>Please wait a moment</h1><p>${why}${sentence}</p>${again}</main></body></html>
`;
}
