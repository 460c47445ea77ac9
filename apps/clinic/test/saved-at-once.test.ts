import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { formsOf } from "./support/forms-of.ts";
import { filled, placesOf } from "./support/places.ts";
import { type Sender, signedIn } from "./support/sent.ts";

let clinic: TestClinic;
let places: Readonly<Record<string, string>>;
let scholar: Sender;
before(async () => {
  clinic = await openClinic();
  places = await placesOf(clinic);
  scholar = await signedIn(clinic, clinic.people.researcher.email, password);
});
after(() => clinic.stop());

const concept = "/library/concept/:concept";
const names = (name: string) => ({
  intent: "names",
  name,
  definition: "",
  variants: "",
  periods: "",
  excluded: "",
});

test("of many who rename the same concept at once, each is done or told that somebody else was first", async () => {
  const path = filled(concept, places);
  assert.equal((await scholar.post(path, names("Before"))).status, 200);
  let answers: readonly Response[] = [];
  // Whether two meet is chance; that none of ten rounds has two that meet is not.
  for (let round = 0; round < 10 && !answers.some(({ status }) => status === 409); round++) {
    answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => scholar.post(path, names(`Name ${round} ${index}`))),
    );
    const statuses = answers.map(({ status }) => status);
    assert.ok(statuses.includes(200), `${statuses}`);
    assert.ok(
      statuses.every((status) => status === 200 || status === 409),
      `${statuses}`,
    );
  }
  const refused = answers.findIndex(({ status }) => status === 409);
  const told = (await answers[refused]?.text()) ?? "no two met";
  assert.match(told, /saved this at the same time/);
  // With what was entered, to be sent again.
  const back = formsOf(told, path).find(({ action }) => action === path);
  assert.match(
    back?.fields.find(({ name }) => name === "name")?.value ?? "",
    new RegExp(`^Name \\d ${refused}$`),
  );
  const page = await (await scholar.get(path)).text();
  assert.match(page, /Name \d/);
});
