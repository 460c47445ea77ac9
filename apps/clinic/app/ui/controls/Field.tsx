import type { Text } from "@concord/messages";
import { type ComponentProps, type ReactNode, useId } from "react";
import { useMessages } from "../frame/messages.ts";
import { useWrittenBefore } from "./restore-input.ts";

interface Words {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong, as text or as a message. */
  readonly problem?: Text | null | undefined;
}

type Common = Words & { readonly short?: boolean };

/** One line of text. The label is always visible; hint and problem are read out with it. */
export function Field({
  label,
  hint,
  problem,
  short,
  ...input
}: Common & Omit<ComponentProps<"input">, "className" | "style" | "id">) {
  return (
    <Around {...{ label, hint, problem }}>
      {(described) => (
        <input {...input} {...described} className={short === true ? "input input-short" : "input"} />
      )}
    </Around>
  );
}

/** Several lines of text. */
export function LongField({
  label,
  hint,
  problem,
  ...area
}: Words & Omit<ComponentProps<"textarea">, "className" | "style" | "id">) {
  return (
    <Around {...{ label, hint, problem }}>
      {(described) => <TextArea {...area} {...described} className="input" />}
    </Around>
  );
}

function TextArea(area: ComponentProps<"textarea"> & { readonly id: string }) {
  useWrittenBefore(area.id);
  return <textarea {...area} />;
}

/** One of a list. */
export function Choice({
  label,
  hint,
  problem,
  short,
  ...select
}: Common & Omit<ComponentProps<"select">, "className" | "style" | "id">) {
  return (
    <Around {...{ label, hint, problem }}>
      {(described) => (
        <select {...select} {...described} className={short === true ? "input input-short" : "input"} />
      )}
    </Around>
  );
}

/** Yes or no, with the words beside it. */
export function Check({
  label,
  ...input
}: { readonly label: ReactNode } & Omit<ComponentProps<"input">, "className" | "style" | "type">) {
  return (
    <label className="check">
      <input {...input} type="checkbox" />
      <span>{label}</span>
    </label>
  );
}

interface Described {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

function Around({
  label,
  hint,
  problem,
  children,
}: Words & { readonly children: (described: Described) => ReactNode }) {
  const id = useId();
  const { written } = useMessages();
  const told = [hint == null ? null : `${id}-hint`, problem == null ? null : `${id}-problem`].filter(
    (part) => part !== null,
  );
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint != null && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id,
        ...(told.length > 0 && { "aria-describedby": told.join(" ") }),
        ...(problem != null && { "aria-invalid": true }),
      })}
      {problem != null && (
        <span className="field-problem" id={`${id}-problem`}>
          {written(problem)}
        </span>
      )}
    </div>
  );
}
