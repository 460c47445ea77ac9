import { Notice } from "../../parts/index.ts";

/** Shown once: the link is not kept in a form anyone could read again. */
export function Invitation({ name, link }: { readonly name: string; readonly link: string }) {
  return (
    <Notice tone="good" title={`An invitation for ${name}`} announced>
      <p>Hand this link over yourself. It lets them choose a password, works once and for seven days.</p>
      <p>
        <code className="copy-me">{link}</code>
      </p>
    </Notice>
  );
}
