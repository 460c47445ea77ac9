import type { HeldForm } from "../../request/held-form.ts";
import { Button, Card, LongField, Notice, Page } from "../index.ts";
import { useMessages } from "./messages.ts";
import { SignInForm } from "./SignInForm.tsx";

/** In place of a page to which something was sent after its session had ended. */
export function SignInAgain({ held }: { readonly held: HeldForm }) {
  const { text } = useMessages();
  return (
    <Page width="middle">
      <Card>
        <h1>{text("shell.sign-in-again.title")}</h1>
        <Notice tone="note" announced>
          <p>{text("shell.sign-in-again.text")}</p>
        </Notice>
        <SignInForm to={held.action} held={held} />
      </Card>
    </Page>
  );
}

/** After signing in again: what was entered, to be looked at and sent. */
export function HeldEntries({ held }: { readonly held: HeldForm }) {
  const { text } = useMessages();
  const texts = held.fields.filter(isText);
  const others = held.fields.filter((field) => !isText(field));
  return (
    <Page width="middle">
      <Card>
        <h1>{text("shell.signed-in-again.title")}</h1>
        <p>{text("shell.signed-in-again.text")}</p>
        <form method="post" action={held.action} className="stack">
          {texts.map(([name, value], at) => (
            <LongField
              // biome-ignore lint/suspicious/noArrayIndexKey: two fields may have one name, and the list never changes
              key={at}
              label={
                texts.length === 1
                  ? text("shell.signed-in-again.field")
                  : text("shell.signed-in-again.field-numbered", { number: at + 1 })
              }
              name={name}
              rows={Math.min(16, 2 + Math.ceil(value.length / 70))}
              defaultValue={value}
            />
          ))}
          {others.map(([name, value], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two fields may have one name, and the list never changes
            <input key={at} type="hidden" name={name} value={value} />
          ))}
          <div className="row">
            <Button>{text("shell.signed-in-again.save")}</Button>
            <a href={held.action}>{text("shell.signed-in-again.back")}</a>
          </div>
        </form>
      </Card>
    </Page>
  );
}

/** Words that somebody wrote, rather than a number, a day, a choice or the name of something. */
function isText([, value]: readonly [string, string]): boolean {
  return /\s/.test(value.trim()) || value.length > 40;
}
