import {
  type Actor,
  type AppContext,
  formsLeftOut,
  type RequestedForm,
  requestForms,
} from "@concord/practice";
import { tried } from "../../access/map-refusal.ts";
import { codeSquares } from "../code-squares.ts";
import type { Handed } from "./handed.ts";

/**
 * Links with their codes for those who answer by phone, and the therapist's own forms apart. A person gets one link: it
 * leads through the rest of their forms.
 */
export function askedOf(
  forms: readonly RequestedForm[],
  publicUrl: string,
  leftOut: Handed["leftOut"] = [],
): Handed {
  const isOwn = (form: RequestedForm) => form.path.startsWith("/answer/");
  const onlyHere = isThisMachine(publicUrl);
  return {
    onlyHere,
    leftOut,
    tickets: forms
      .filter((form) => !isOwn(form) && form.after === null)
      .map(({ request, title, rater, session, path }) => {
        const link = publicUrl + path;
        const further = followers(forms, request);
        const squares = onlyHere ? null : codeSquares(link);
        return { request, title, further, rater, session, link, squares };
      }),
    own: forms.filter(isOwn).map(({ request, title }) => ({ request, title })),
  };
}

/** Who requests, and where links lead. */
interface Requesting {
  readonly appContext: AppContext;
  readonly actor: Actor;
  readonly publicUrl: string;
}

/** Requests what belongs to a session, and says what of it cannot be. Throws where nothing may be requested. */
export async function requestedFor(
  { appContext, actor, publicUrl }: Requesting,
  episode: string,
  session: number,
): Promise<Handed> {
  const forms = await requestForms(appContext, actor, { episode, session });
  return askedOf(forms, publicUrl, await formsLeftOut(appContext, actor, { episode, session }));
}

/** Like `requestedFor`, for a session that has just been recorded: where nothing may be requested, it says why. */
export async function requestedOnceRecorded(
  by: Requesting,
  episode: string,
  session: number,
): Promise<Handed> {
  const requested = await tried(requestedFor(by, episode, session));
  return requested.kind === "done" ? requested.value : askedOf([], by.publicUrl, [requested.problem]);
}

/** Does an address lead from every machine to itself? */
function isThisMachine(address: string): boolean {
  const { hostname } = new URL(address);
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]+\]|0\.0\.0\.0|\[::\])$/.test(
    hostname,
  );
}

/** Titles of the forms that follow this one, in their order. */
function followers(forms: readonly RequestedForm[], request: string): readonly string[] {
  const next = forms.find(({ after }) => after === request);
  return next === undefined ? [] : [next.title, ...followers(forms, next.request)];
}
