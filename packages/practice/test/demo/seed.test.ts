import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Actor,
  type CaseloadPage,
  demoStaff,
  listGroups,
  listTasks,
  openForm,
  type Role,
  readCase,
  readCaseload,
  readGroup,
  reevaluateAll,
} from "../../src/index.ts";
import { aDemo } from "../a-demo.ts";

const now = new Date("2026-03-04T10:00:00.000Z");
const { context, demo } = await aDemo(now);

function as(index: number, role: Role): Actor {
  return { kind: "staff", practice: demo.practice, staff: demo.staff[index]!.staff, role };
}

async function caseload(index: number, filter: "all" | "closed" = "all"): Promise<CaseloadPage["rows"]> {
  const query = { sort: "attention", descending: true, filter, search: "", page: 1, perPage: 100 } as const;
  return (await readCaseload(context, as(index, "therapist"), query)).rows;
}

test("forty cases and more, of all ages, with three therapists", async () => {
  const rows = [...(await caseload(0)), ...(await caseload(1)), ...(await caseload(2))];
  const closed = [
    ...(await caseload(0, "closed")),
    ...(await caseload(1, "closed")),
    ...(await caseload(2, "closed")),
  ];
  assert.equal(rows.length + closed.length, demo.cases);
  assert.ok(demo.cases >= 40);
  assert.ok(closed.length >= 3);
  const ages = Map.groupBy([...rows, ...closed], (row) => row.ageBand);
  assert.deepEqual([...ages.keys()].toSorted(), ["adolescent", "adult", "child"]);
  assert.ok(ages.get("adolescent")!.length >= 8 && ages.get("child")!.length >= 6);
  assert.equal(demo.staff.length, demoStaff.length);
});

test("the courses show what they were made to show", async () => {
  const rows = [...(await caseload(0)), ...(await caseload(1)), ...(await caseload(2))];
  const kindsOf = async (client: string) => {
    const row = rows.find((one) => one.client === client)!;
    const therapist = demo.staff.findIndex((one) => one.name === row.therapist);
    const seen = await readCase(context, as(therapist, "therapist"), row.episode);
    assert.equal(seen.simulated, true);
    return new Set(seen.signals.map((signal) => signal.kind));
  };
  assert.ok((await kindsOf("Mara K.")).has("drop"));
  assert.ok((await kindsOf("Mara K.")).has("rupture-reported"));
  assert.ok((await kindsOf("Tobias W.")).has("control-chart"));
  assert.ok((await kindsOf("Jerome A.")).has("low-start"));
  assert.ok((await kindsOf("Hanna P.")).has("ceiling"));
  assert.ok((await kindsOf("Sofia M.")).has("missing"));
  assert.ok((await kindsOf("Arash H.")).has("risk"));
  const weights = new Set(rows.map((row) => row.weight));
  assert.deepEqual([...weights].map(String).toSorted(), ["credible", "note", "null", "persistent", "urgent"]);
  assert.ok(rows.every((row) => row.nextSession === null || row.nextSession >= "2026-03-04"));
});

test("one risk task is open; an older one was acknowledged, and its therapist still sees it", async () => {
  const seenBy = async (who: Parameters<typeof as>[0], role: Parameters<typeof as>[1]) =>
    (await listTasks(context, as(who, role))).map((task) => [task.client, task.state === "unreviewed"]);
  assert.deepEqual(
    await seenBy(3, "supervisor"),
    [["Arash H.", true]],
    "what was acknowledged before duty began is left out",
  );
  assert.deepEqual(
    (await seenBy(0, "therapist")).filter(([client]) => client === "Yuki T."),
    [["Yuki T.", false]],
  );
});

test("some links are out and open their forms; a child's form is a child's", async () => {
  assert.ok(demo.links.length >= 4);
  const child = demo.links.find((one) => one.instrument.endsWith("client-child"))!;
  const view = await openForm(context, child.path.slice(3));
  assert.equal(view.kind === "open" && view.ageBand, "child");
  assert.equal(view.kind === "open" && view.simulated, true);
});

test("the supervisor sees the cases that were opened to her and no others", async () => {
  const query = {
    sort: "client",
    descending: false,
    filter: "all",
    search: "",
    page: 1,
    perPage: 100,
  } as const;
  const page = await readCaseload(context, as(3, "supervisor"), query);
  assert.ok(page.total > 5 && page.total < demo.cases / 2);
});

test("a group of seven with cohesion and three rounds of everyone's view of everyone", async () => {
  const leader = as(2, "therapist");
  const [line] = await listGroups(context, leader);
  assert.equal(line?.members, 7);
  const group = await readGroup(context, leader, line!.group);
  assert.equal(group.members.length, 7);
  assert.deepEqual(
    group.rounds.map((round) => round.session),
    [4, 8, 12],
  );
  assert.deepEqual(
    group.rounds[0]?.scales.map((one) => [one.scale, one.cells.length]),
    [
      ["closeness", 42],
      ["influence", 42],
    ],
  );
  assert.ok(group.cohesion.every((one) => one.spark.filter((each) => each !== null).length >= 10));
});

test("making everything anew changes no line of the caseload", async () => {
  const before = await caseload(0);
  const done = await reevaluateAll(context, as(4, "administrator"));
  assert.deepEqual([done.scored, done.cases, done.leftOut], [0, demo.cases, 0]);
  assert.deepEqual(await caseload(0), before);
});
