import type { Text } from "@concord/messages";
import { type ChangeEvent, type ReactNode, useId, useState } from "react";
import { sizeMessage } from "../../request/size.ts";
import { useMessages } from "../frame/messages.ts";

/**
 * One file to send. `maxBytes` is the route's own `maxBody`: it is said before, and a larger file is named at the
 * field before it is sent.
 */
export function FileField(props: {
  readonly label: string;
  readonly name: string;
  readonly accept: string;
  readonly maxBytes: number;
  readonly hint?: ReactNode;
  readonly problem?: Text | null | undefined;
}) {
  const { label, name, accept, maxBytes, hint } = props;
  const { text, written } = useMessages();
  const size = sizeMessage(maxBytes);
  const id = useId();
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const problem = tooLarge ?? props.problem ?? null;
  const check = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    const said =
      file !== undefined && file.size > maxBytes - otherFields
        ? text("shell.file.too-large", { name: file.name, size })
        : null;
    currentTarget.setCustomValidity(said ?? "");
    setTooLarge(said);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="field-hint" id={`${id}-hint`}>
        {hint}
        {hint !== undefined && <br />}
        {text("shell.file.limit", { size })}
      </span>
      <input
        className="input"
        id={id}
        name={name}
        type="file"
        accept={accept}
        required
        onChange={check}
        aria-describedby={problem === null ? `${id}-hint` : `${id}-hint ${id}-problem`}
        {...(problem !== null && { "aria-invalid": true as const })}
      />
      {problem !== null && (
        <span className="field-problem" id={`${id}-problem`} role="alert">
          {written(problem)}
        </span>
      )}
    </div>
  );
}

/** What the other fields of such a form may take of the limit. */
const otherFields = 16 * 1024;
