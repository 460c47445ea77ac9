import type { Served } from "@concord/clinic";
import { findInstrument } from "@concord/instruments";
import { type Actor, addSession, firstRun, openEpisode, requestForm, submitForm } from "@concord/practice";

export const founder = {
  name: "Dr. Wilhelmina Featherstonehaugh-Montgomery",
  email: "founder@example.org",
  password: "seven calm herons",
};

/** A practice of today: one person, hardly a case, no text, no study of its own. And an installation without a practice. */
export interface NewPractice {
  readonly url: string;
  readonly emptyUrl: string;
  readonly notBegun: string;
  readonly oneSession: string;
}

/** Founds it in `served`, with a case that has not begun and one with a single session and a long name. */
export async function foundNewPractice(served: Served, empty: Served): Promise<NewPractice> {
  const { appContext: context, accounts } = served.clinic;
  const { name, email, password } = founder;
  const { practice, staff } = await firstRun(context, {
    practiceName: "Centre for Psychotherapy and Psychosomatics on the Upper Embankment",
    name,
    email,
    user: await accounts.create(name, email, password),
    roles: ["therapist", "administrator", "researcher"],
  });
  const therapist: Actor = { kind: "staff", practice, staff, role: "therapist" };
  const notBegun = await openEpisode(context, therapist, { client: "N. B.", ageBand: "adult" });
  const oneSession = await openEpisode(context, therapist, {
    client: "Maximiliana-Konstantina von und zu Hohenlohe-Schillingsfürst the Younger",
    ageBand: "adolescent",
  });
  const session = await addSession(context, therapist, { episode: oneSession });
  const instrument = "concord-alliance-session-client-adolescent";
  const { path } = await requestForm(context, therapist, { episode: oneSession, session, instrument });
  const items = findInstrument(instrument)?.items ?? [];
  const answers = Object.fromEntries(items.map(({ id }, index) => [id, index < 10 ? 4 : null]));
  await submitForm(context, path.slice(3), answers, "form-of-the-first-session");
  return { url: served.url, emptyUrl: empty.url, notBegun, oneSession };
}
