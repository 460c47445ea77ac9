import { type ChangeEvent, type ReactNode, useId, useState } from "react";
import { sizeLabel } from "../../request/size.ts";

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
  readonly problem?: string | null | undefined;
}) {
  const { label, name, accept, maxBytes, hint } = props;
  const id = useId();
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const problem = tooLarge ?? props.problem ?? null;
  const check = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    const said =
      file !== undefined && file.size > maxBytes - otherFields
        ? `${file.name} is larger than ${sizeLabel(maxBytes)}, the most that can be sent here.`
        : null;
    currentTarget.setCustomValidity(said ?? "");
    setTooLarge(said);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="field-hint" id={`${id}-hint`}>
        {hint}
        {hint !== undefined && ". "}At most {sizeLabel(maxBytes)}.
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
          {problem}
        </span>
      )}
    </div>
  );
}

/** What the other fields of such a form may take of the limit. */
const otherFields = 16 * 1024;
