import { useId } from "react";

/** How far something is that goes on by itself; the words beside it say the same. */
export function Progress(props: {
  readonly label: string;
  readonly done: number;
  /** Null where nobody knows yet how much there is. */
  readonly of: number | null;
  readonly words: string;
}) {
  const label = useId();
  return (
    <div className="progress-of">
      <span id={label}>{props.label}</span>
      <span className="progress-words figures">{props.words}</span>
      {props.of === null ? (
        <progress aria-labelledby={label} />
      ) : (
        <progress aria-labelledby={label} value={props.done} max={Math.max(1, props.of)} />
      )}
    </div>
  );
}
