import { type AppContext, addSession, readCaseload, requestForm, type SeededDemo } from "@concord/practice";
import { groups } from "@concord/store";
import type { NewPractice } from "./new-practice.ts";
import type { Places } from "./screen.ts";

/** Has adults, adolescents, children and a group. */
export const therapistName = "Priya Raman";

/** Finds cases worth a picture in the simulated practice, and asks for one form of each kind. */
export async function findPlaces(context: AppContext, demo: SeededDemo, fresh: NewPractice): Promise<Places> {
  const { practice } = demo;
  const actorOf = (name: string) => ({
    kind: "staff" as const,
    practice,
    staff: demo.staff.find((one) => one.name === name)!.staff,
    role: "therapist" as const,
  });
  const therapist = actorOf(therapistName);
  const query = {
    sort: "attention",
    descending: true,
    filter: "all",
    search: "",
    page: 1,
    perPage: 200,
  } as const;
  const { rows } = await readCaseload(context, therapist, query);
  const busiest = (ageBand: string) =>
    rows.filter((row) => row.ageBand === ageBand).sort((a, b) => b.sessions - a.sessions)[0]?.episode ?? "";
  const adultCase =
    rows.find((row) => row.ageBand === "adult" && row.weight === "persistent")?.episode ?? busiest("adult");
  const places = {
    adultCase,
    adolescentCase: busiest("adolescent"),
    childCase: busiest("child"),
    mendedCase: rows.find((row) => row.client === "Kwame A.")?.episode ?? adultCase,
  };

  const forms: Record<string, string> = {};
  const ask = async (episode: string, instruments: readonly string[]) => {
    const session = await addSession(context, therapist, { episode });
    for (const instrument of instruments)
      forms[instrument] = (await requestForm(context, therapist, { episode, session, instrument })).path;
  };
  const other = rows.find((row) => row.ageBand === "adult" && row.weight === null)?.episode ?? adultCase;
  await ask(other, [
    "concord-alliance-session-client-adult",
    "concord-rupture-client",
    "phq-9",
    "gad-7",
    "concord-alliance-session-therapist",
    "concord-readiness-client",
  ]);
  await ask(places.adolescentCase, ["concord-alliance-session-client-adolescent"]);
  await ask(places.childCase, [
    "concord-alliance-session-client-child",
    "concord-alliance-session-caregiver",
  ]);
  const toAnswer: string[] = [];
  for (let look = 0; look < 4; look++) {
    const session = await addSession(context, therapist, { episode: other });
    toAnswer.push(
      (await requestForm(context, therapist, { episode: other, session, instrument: "phq-9" })).path,
    );
  }

  const group = await context.store.within(
    practice,
    async (scope) => (await groups.list(scope))[0]?.group ?? null,
  );
  return { ...places, group, forms, toAnswer, fresh };
}
