import { Notice } from "../../ui/index.ts";

/** Shown once: the link is not stored in a form anyone could read again. */
export function Invitation({ name, link }: { readonly name: string; readonly link: string }) {
  return (
    <Notice tone="good" title={`An invitation for ${name}`} announced>
      <p>
        Give this link to them in person. It works once and for three days. They choose their own password;
        somebody who has an account already signs in with it and accepts.
      </p>
      <p>
        <code className="copy-me">{link}</code>
      </p>
    </Notice>
  );
}
