import type { RequestedForm } from "@concord/practice";
import { codeSquares } from "../../code-squares.ts";
import type { Asked } from "./AskForForms.tsx";

/** Links with their codes for those who answer by phone, and the therapist's own forms apart. */
export function askedOf(forms: readonly RequestedForm[], publicUrl: string): Asked {
  const isOwn = (form: RequestedForm) => form.path.startsWith("/answer/");
  return {
    tickets: forms
      .filter((form) => !isOwn(form))
      .map(({ request, title, rater, session, path }) => {
        const link = publicUrl + path;
        return { request, title, rater, session, link, squares: codeSquares(link) };
      }),
    own: forms.filter(isOwn).map(({ request, title }) => ({ request, title })),
  };
}
