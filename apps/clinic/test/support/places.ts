import assert from "node:assert/strict";
import {
  addStudy,
  addText,
  emptyDraft,
  readCase,
  recordDisclosure,
  requestForm,
  reviewPassage,
  saveConceptEdition,
  submitAsStaff,
} from "@concord/practice";
import { groups } from "@concord/store";
import { loadBundle } from "../../server/index.ts";
import { routeTable, type TableRoute } from "../../server/route-table.ts";
import type { TestClinic } from "./clinic.ts";

/** Makes one of everything that an address can name, and gives back what stands for each part of an address. */
export async function placesOf(clinic: TestClinic): Promise<Readonly<Record<string, string>>> {
  const { appContext } = clinic.clinic;
  const { actor } = clinic.people.therapist;
  const own = await requestForm(appContext, actor, {
    episode: clinic.cases.adult,
    session: 0,
    instrument: "concord-alliance-session-therapist",
  });
  const answered = await requestForm(appContext, actor, {
    episode: clinic.cases.adult,
    session: 0,
    instrument: "concord-rupture-therapist",
  });
  const filled = answered.path.replace("/answer/", "");
  await submitAsStaff(appContext, actor, filled, { i01: 1, i02: 1 }, "answered-once");
  const { forms } = await readCase(appContext, actor, clinic.cases.adult);
  const response = forms.find((form) => form.request === filled)?.response;
  assert.ok(response);
  // The supervisor was let into the adult's case only, so not into a group with the adolescent in it.
  const group = await appContext.store.within(actor.practice, async (scope) => {
    const made = await groups.open(scope, {
      name: "Thursday",
      therapist: actor.staff,
      openedOn: "2026-01-08",
    });
    for (const episode of [clinic.cases.adult, clinic.cases.adolescent])
      await groups.join(scope, made, episode, "2026-01-08");
    return made;
  });
  const added = await addStudy(appContext, clinic.people.researcher.actor, {
    ...emptyDraft,
    authors: "Quill, Ada",
    year: "2024",
    title: "A study",
    reports: [
      {
        row: 0,
        id: "",
        rater: "client",
        instrument: "",
        timing: "early",
        outcome: "",
        outcomeRater: "client",
        toward: "better",
        figures: "correlation",
        numbers: { r: ".3", n: "60" },
      },
    ],
  });
  assert.equal(added.kind, "written");
  const scholar = clinic.people.researcher.actor;
  const bytes = new TextEncoder().encode(
    "The therapeutic bond holds. The therapist and the patient both know it.",
  );
  const shelved = await addText(appContext, scholar, { name: "bond.txt", bytes });
  assert.equal(shelved.kind, "added");
  const ruled = await reviewPassage(appContext, scholar, {
    concept: "therapeutic-bond",
    text: shelved.text.id,
    from: 0,
    to: 27,
    judgement: "thesis",
    stance: null,
    gloss: null,
    saidBy: null,
    words: null,
  });
  assert.equal(ruled.kind, "kept");
  await saveConceptEdition(appContext, scholar, "therapeutic-bond");
  return {
    ":text": shelved.text.id,
    ":concept": "therapeutic-bond",
    ":edition": "1",
    ":file": "annotations.json",
    ":claim": "alliance-predicts-outcome-adult",
    ":synthesis": "alliance-outcome-in-hand",
    ":number": "2",
    ":what": "table.csv",
    ":study": added.kind === "written" ? added.study : "",
    ":change": added.kind === "written" ? added.change : "",
    ":episode": clinic.cases.adult,
    ":group": group,
    ":task": await recordDisclosure(appContext, actor, { episode: clinic.cases.adult, session: 0 }),
    ":response": response,
    ":request": own.path.replace("/answer/", ""),
    ":token": (await clinic.ask("concord-alliance-session-client-adult")).slice(3),
  };
}

/** An address with its parts filled in. */
export function filled(pattern: string, places: Readonly<Record<string, string>>): string {
  return pattern
    .replace("POST ", "")
    .split("/")
    .map((part) => places[part] ?? part)
    .join("/");
}

const { pages } = await loadBundle();

/** Every page and file of the app, as its modules describe them; not what answers where there is no page. */
export const table: readonly TableRoute[] = routeTable(pages).filter(({ pattern }) => pattern !== "/*");

/** Every address of the app; `POST` stands before those that only take forms. */
export function patterns(): readonly string[] {
  return table.map(({ pattern, hasPage, hasLoader }) => (hasPage || hasLoader ? pattern : `POST ${pattern}`));
}
