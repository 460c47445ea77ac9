import type { MessageTrouble } from "@concord/practice";
import { useMessages } from "../../ui/frame/messages.ts";
import { Notice } from "../../ui/index.ts";

/** That nothing gets through at present, by which way, since when and why. */
export function MessageTroubles({
  troubles,
  withLink,
}: {
  readonly troubles: readonly MessageTrouble[];
  readonly withLink?: true;
}) {
  const { text, of } = useMessages();
  if (troubles.length === 0) return null;
  return (
    <Notice tone="urgent" title={text("messages.trouble.title")}>
      <ul>
        {troubles.map(({ channel, since, problem }) => (
          <li key={channel}>
            {text("messages.trouble.line", { channel, since })} {of(problem)}
          </li>
        ))}
      </ul>
      <p className="small">{text("messages.trouble.text")}</p>
      {withLink === true && (
        <p>
          <a href="/settings/messages">{text("messages.trouble.link")}</a>
        </p>
      )}
    </Notice>
  );
}
