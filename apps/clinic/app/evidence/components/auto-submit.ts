import { type FormEvent, type RefObject, useEffect, useRef } from "react";
import { useNavigation, useSubmit } from "react-router";

/**
 * Sends a GET form as soon as a choice is made, and a typed field when it is done with for a moment. Without script
 * the form's own button does the same. `shown` are the values of the page: after a step back the fields show them.
 * An answer that comes while more is being asked leaves them alone: what was typed meanwhile stays. So does what was
 * chosen before the script had come: it is asked for as soon as the script is there.
 */
export function useAutoSubmit(shown: Readonly<Record<string, string>>): {
  readonly ref: RefObject<HTMLFormElement | null>;
  readonly onChange: (event: FormEvent<HTMLFormElement>) => void;
} {
  const submit = useSubmit();
  const settled = useNavigation().state === "idle";
  const ref = useRef<HTMLFormElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const begun = useRef(false);
  const values = JSON.stringify(shown);
  useEffect(() => {
    const form = ref.current;
    if (form === null || !settled || waiting.current !== undefined) return;
    const page = JSON.parse(values) as Record<string, string>;
    const differing = Object.keys(page).flatMap((name) => {
      const field = form.elements.namedItem(name);
      const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
      return isField && field.value !== page[name] ? [field] : [];
    });
    if (begun.current) {
      for (const field of differing)
        if (field !== document.activeElement) field.value = page[field.name] ?? "";
    } else {
      begun.current = true;
      if (differing.length > 0) submit(form, { replace: true, preventScrollReset: true });
    }
  }, [values, settled, submit]);
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
