import type { Text } from "@concord/messages";
import { useMessages } from "../frame/messages.ts";

/** A form that was not saved: what was entered, and for each field that cannot be used what to enter. */
export interface RejectedForm {
  readonly kind: "rejected";
  readonly given: Readonly<Record<string, string>>;
  /** By the name of the field; "" for the form as a whole. */
  readonly problems: Readonly<Record<string, Text>>;
}

/** What a field of a form gets: its name, what it holds at first, and what is wrong with what was entered. */
export interface FieldState {
  readonly name: string;
  readonly defaultValue: string | undefined;
  readonly problem: string | null;
}

/**
 * Returns a function that gives each field of a form its state: what was entered last, else what `first` holds.
 * `answer` is what the action of the page returned.
 */
export function useFormFields<Name extends string>(
  answer: { readonly kind: string } | undefined,
  first?: Readonly<Partial<Record<Name, string | undefined>>>,
): (name: Name) => FieldState {
  const { written } = useMessages();
  const rejected = answer !== undefined && isRejected(answer) ? answer : null;
  return (name) => {
    const problem = rejected?.problems[name];
    return {
      name,
      defaultValue: rejected?.given[name] ?? first?.[name],
      problem: problem === undefined ? null : written(problem),
    };
  };
}

function isRejected(answer: { readonly kind: string }): answer is RejectedForm {
  return answer.kind === "rejected";
}
