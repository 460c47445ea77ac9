import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { staffMessages } from "@concord/messages";
import {
  type Actor,
  type AppContext,
  type CaseloadRow,
  createContext,
  readBrief,
  readCase,
  readCaseload,
  reviewTogether,
  seedDemo,
} from "@concord/practice";
import { attentionOf } from "@concord/signals";
import { type FreshStore, freshStore } from "@concord/store/testing";

const english = staffMessages("en");
let fresh: FreshStore;
let context: AppContext;
let rows: readonly { readonly actor: Actor; readonly row: CaseloadRow }[];
let supervisor: Actor;

const all = {
  sort: "client",
  descending: false,
  filter: "all",
  search: "",
  page: 1,
  perPage: 200,
} as const;

before(async () => {
  fresh = await freshStore();
  context = createContext(fresh.store, { now: () => new Date("2026-03-04T09:00:00.000Z") });
  const { practice, staff } = await seedDemo(context);
  const actors = staff
    .filter(({ email }) => /^(ines|jonas|priya)@/.test(email))
    .map((one): Actor => ({ kind: "staff", practice, staff: one.staff, role: "therapist" }));
  const own = await Promise.all(
    actors.map(async (actor) =>
      (await readCaseload(context, actor, all)).rows.map((row) => ({ actor, row })),
    ),
  );
  rows = own.flat();
  const one = staff.find(({ email }) => email.startsWith("ruth@"));
  supervisor = { kind: "staff", practice, staff: one!.staff, role: "supervisor" };
});

after(() => fresh.close());

test("caseload, case, session preparation and supervision show the same, in the same order", async () => {
  assert.ok(rows.length > 30);
  for (const { actor, row } of rows) {
    const { attention, course, signals } = await readCase(context, actor, row.episode);
    assert.equal(english.of(row.headline), english.of(attention.headline), row.client);
    assert.equal(row.weight, attention.weight);
    assert.equal(row.signals, attention.items.length);
    const brief = await readBrief(context, actor, row.episode, "session");
    assert.deepEqual(brief.view.attention, attention);
    // The command line knows the course alone: what rests on it is the same there.
    const alone = attentionOf(course, signals).items.filter((item) => item.kind !== "safety");
    const known = attention.items.filter(
      (item) => item.kind !== "safety" && item.event?.state !== "being-repaired",
    );
    assert.deepEqual(
      alone.filter(({ id }) => known.some((item) => item.id === id)).map((item) => item.message),
      known.map((item) => item.message),
    );
  }
  const supervised = (await readCaseload(context, supervisor, all)).rows;
  assert.ok(supervised.length > 0);
  for (const row of supervised) {
    const { attention } = await readCase(context, supervisor, row.episode);
    assert.equal(english.of(row.headline), english.of(attention.headline));
  }
});

test("a joint review advises nothing that the case has paused", async () => {
  let paused = 0;
  for (const { actor, row } of rows) {
    const { attention } = await readCase(context, actor, row.episode);
    if (attention.suspended.length === 0) continue;
    const { questions } = await reviewTogether(context, actor, row.episode);
    for (const { card } of attention.paused) {
      paused++;
      if (card.together !== null) assert.ok(!questions.some((one) => one.id === card.together!.id));
    }
  }
  assert.ok(paused > 0, "the simulated practice holds a case with paused advice");
});

test("few cases without an event carry a card; every client whose alliance broke or who spoke of suicide does", async () => {
  const attention = async (client: string) => {
    const found = rows.find(({ row }) => row.client === client);
    assert.ok(found, client);
    return (await readCase(context, found.actor, found.row.episode)).attention;
  };
  for (const client of ["Noah B.", "Tobias W.", "Camille N.", "Matteo C.", "Nadia C.", "Ewan M."]) {
    const items = (await attention(client)).items.map((item) => item.kind);
    assert.ok(items.includes("alliance-event"), client);
  }
  for (const client of ["Arash H."]) assert.equal((await attention(client)).items[0]?.kind, "safety");
  for (const client of ["Mara K.", "Omar B.", "Zeynep A.", "Delphine K.", "Jonah W.", "Kwame A."]) {
    const { items, events } = await attention(client);
    assert.ok(!items.some((item) => item.kind === "alliance-event"), `${client}: regained`);
    assert.ok(
      events.some((event) => event.state === "regained"),
      client,
    );
  }
  const quiet = [
    ...[
      "Daniel R.",
      "Lina S.",
      "Luis F.",
      "Nora H.",
      "Ellen V.",
      "Alma R.",
      "Bruno T.",
      "Emil T.",
      "Goran I.",
    ],
    ...["Helen S.", "Ingrid B.", "Leila M.", "Maya R.", "Rosa G.", "Piotr S.", "Amina D.", "Fatima Y."],
  ];
  let carded = 0;
  for (const client of quiet) {
    const { items } = await attention(client);
    // A recovery is an event of its own.
    if (items.some((item) => item.kind !== "recovery")) carded++;
  }
  assert.ok(carded <= 0.15 * quiet.length, `${carded} of ${quiet.length}`);
});
