import { type FormEvent, type RefObject, useEffect, useRef } from "react";
import { useNavigation, useSubmit } from "react-router";

/**
 * Sends a GET form as soon as a choice is made, and a typed field when it is done with for a moment. Without script
 * the form's own button does the same. `shown` are the values of the page: after a step back the fields show them.
 * An answer that comes while more is being asked leaves them alone: what was typed meanwhile stays.
 */
export function useAutoSubmit(shown: Readonly<Record<string, string>>): {
  readonly ref: RefObject<HTMLFormElement | null>;
  readonly onChange: (event: FormEvent<HTMLFormElement>) => void;
} {
  const submit = useSubmit();
  const settled = useNavigation().state === "idle";
  const ref = useRef<HTMLFormElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const values = JSON.stringify(shown);
  useEffect(() => {
    const form = ref.current;
    if (form === null || !settled || waiting.current !== undefined) return;
    for (const [name, value] of Object.entries(JSON.parse(values) as Record<string, string>)) {
      const field = form.elements.namedItem(name);
      const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
      if (isField && field !== document.activeElement && field.value !== value) field.value = value;
    }
  }, [values, settled]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return {
    ref,
    onChange: (event) => {
      const form = event.currentTarget;
      const send = () => {
        waiting.current = undefined;
        submit(form, { replace: true, preventScrollReset: true });
      };
      clearTimeout(waiting.current);
      if (event.target instanceof HTMLSelectElement) send();
      else waiting.current = setTimeout(send, 400);
    },
  };
}
