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
export function unavailablePage(address: string, method: string, form: FormData | null): string {
  const fields = [...(form ?? [])].flatMap(([name, value]) =>
    typeof value === "string"
      ? [`<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`]
      : [],
  );
  const again =
    form === null
      ? `<p><a href="${method === "POST" ? "/" : escaped(address)}">Try again</a></p>`
      : `<form method="post" action="${escaped(address)}">${fields.join("")}<p><button type="submit" class="button">Send again</button></p></form>`;
  const sentence =
    form === null
      ? "Nothing that was saved is lost. Please try again in a moment."
      : "Your answers were not sent yet. They are on this page: wait a moment, then send them again.";
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>Please wait · Concord</title></head>
<body><main><h1>Please wait a moment</h1><p>${sentence}</p>${again}</main></body></html>
`;
}
