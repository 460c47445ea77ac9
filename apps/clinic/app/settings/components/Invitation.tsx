import { useMessages } from "../../ui/frame/messages.ts";
import { Notice } from "../../ui/index.ts";

/** Shown once: the link is not stored in a form anyone could read again. */
export function Invitation({ name, link }: { readonly name: string; readonly link: string }) {
  const { text } = useMessages();
  return (
    <Notice tone="good" title={text("settings.staff.invitation", { name })} announced>
      <p>{text("settings.staff.invitation-text")}</p>
      <p>
        <code className="copy-me">{link}</code>
      </p>
    </Notice>
  );
}
