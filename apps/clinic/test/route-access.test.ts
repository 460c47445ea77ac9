import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { ServerBuild } from "react-router";
import { loadBundle } from "../server/index.ts";
import { routeTable } from "../server/route-table.ts";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { type Sender, sender, signedIn } from "./support/sent.ts";

/*
 * A route is open to whom its own module says, and to nobody where it says nothing, or something that the server cannot
 * enforce. Pages of refusals have the navigation of whoever is signed in.
 */

const { pages, files } = await loadBundle();

type Module = Readonly<Record<string, unknown>>;

const without = (key: string) => (module: Module) => ({ ...module, [key]: undefined });
const says = (handle: unknown) => (module: Module) => ({ ...module, handle });
const nothing = without("handle");

/** Pages that a therapist reads as they are, each with what its module says of itself changed. */
const unenforceable: readonly (readonly [
  what: string,
  path: string,
  id: string,
  change: (module: Module) => Module,
])[] = [
  ["no handle", "/caseload", "caseload/caseload", nothing],
  ["a handle without access", "/tasks", "tasks/tasks", says({ maxBody: 5 })],
  ["access of an unknown kind", "/evidence", "evidence/evidence", says({ access: { kind: "everyone" } })],
  ["access that is only a word", "/evidence/rules", "evidence/rules", says({ access: "open" })],
  [
    "a practice without an action",
    "/evidence/studies",
    "evidence/studies",
    says({ access: { kind: "practice" } }),
  ],
  [
    "an action that no role has",
    "/library",
    "library/library",
    says({ access: { kind: "practice", action: "all" } }),
  ],
  ["a page without a loader", "/library/texts", "library/texts", without("loader")],
  ["a handle on the layout instead", "/gallery", "gallery/gallery", nothing],
];

const changes = new Map([
  ...unenforceable.map(([, , id, change]) => [id, change] as const),
  ["gallery/layout", says({ access: { kind: "open" } })] as const,
]);

/** The pages with these modules changed. */
const changed: ServerBuild = {
  ...pages,
  routes: Object.fromEntries(
    Object.entries(pages.routes).map(([id, route]) => {
      const change = changes.get(id);
      if (route === undefined || change === undefined) return [id, route];
      return [id, { ...route, module: Object.assign({}, route.module, change({ ...route.module })) }];
    }),
  ),
};

describe("refused to everyone", () => {
  let clinic: TestClinic;
  let people: readonly Sender[];
  before(async () => {
    clinic = await openClinic({ bundle: Promise.resolve({ pages: changed, files }) });
    const { therapist, administrator } = clinic.people;
    people = [
      sender(clinic.url),
      await signedIn(clinic, therapist.email, password),
      await signedIn(clinic, administrator.email, password),
    ];
  });
  after(() => clinic.stop());

  for (const [what, path, id] of unenforceable)
    test(what, async () => {
      const area = id.split("/")[0];
      for (const address of [
        path,
        `${path}/`,
        `${path}.data`,
        `${path}.data?_routes=${encodeURIComponent(id)}`,
        `${path}.data?_routes=${encodeURIComponent(`${area}/layout,${id}`)}`,
      ])
        for (const who of people)
          for (const answer of [await who.get(address), await who.post(address, { about: "add" })]) {
            const text = await answer.text();
            assert.ok(answer.status >= 400 || isWayToSignIn(answer, text), `${address} ${answer.status}`);
            assert.ok(answer.status < 500, `${address} ${answer.status}`);
          }
    });

  test("while their neighbours are as they were", async () => {
    for (const path of ["/evidence/syntheses", "/library/find", "/account"])
      assert.equal((await people[1]?.get(path))?.status, 200, path);
  });
});

function isWayToSignIn(answer: Response, text: string): boolean {
  const to = answer.headers.get("location") ?? text;
  return (answer.status === 302 || answer.status === 202) && to.includes("/sign-in?to=");
}

test("two routes of one address are refused at the start", () => {
  const route = pages.routes["tasks/tasks"];
  assert.ok(route);
  const twice = { ...pages, routes: { ...pages.routes, again: { ...route, id: "again" } } };
  assert.throws(() => routeTable(twice), /one route for an address: \/tasks/);
});

describe("the navigation on pages of refusals", () => {
  let clinic: TestClinic;
  let therapist: Sender;
  let researcher: Sender;
  before(async () => {
    clinic = await openClinic();
    therapist = await signedIn(clinic, clinic.people.therapist.email, password);
    researcher = await signedIn(clinic, clinic.people.researcher.email, password);
  });
  after(() => clinic.stop());

  const headings: Readonly<Record<number, RegExp>> = {
    403: /<h1>You do not have access to this page</,
    404: /<h1>Page not found</,
    413: /<h1>The file or form is too large<.*At most 64 KB can be sent here/,
  };
  const hasNavigation = async (answer: Response, status: number, to: string) => {
    assert.equal(answer.status, status);
    const text = await answer.text();
    assert.match(text, headings[status] ?? /^$/);
    assert.match(text, new RegExp(`<nav class="top-nav"[^>]*>.*href="${to}"`));
    assert.match(text, /<footer/);
    return text;
  };

  test("an area that another role has", async () => {
    const text = await hasNavigation(await therapist.get("/settings"), 403, "/caseload");
    assert.match(text, /Only administrators and researchers have access to this/);
    await hasNavigation(await therapist.get("/audit"), 403, "/caseload");
    await hasNavigation(await researcher.get("/caseload"), 403, "/export");
    await hasNavigation(await researcher.post("/settings", { name: "x" }), 403, "/export");
  });

  test("a case of somebody else", async () => {
    await hasNavigation(await researcher.get(`/case/${clinic.cases.adult}`), 403, "/export");
    await hasNavigation(await researcher.get(`/group/${clinic.cases.adult}`), 403, "/export");
  });

  test("an address that no page has", async () => {
    for (const path of ["/nowhere", "/case", "/evidence/nothing/at/all", "/settings/x"]) {
      await hasNavigation(await therapist.get(path), 404, "/caseload");
      await hasNavigation(await therapist.post(path, { a: "b" }), 404, "/caseload");
    }
  });

  test("something that is not there, and something too large", async () => {
    await hasNavigation(await therapist.get("/library/concept/none"), 403, "/caseload");
    await hasNavigation(
      await therapist.post("/caseload/new", { text: "x".repeat(70_000) }),
      413,
      "/caseload",
    );
  });

  test("and nobody who is not signed in has any", async () => {
    const nobody = sender(clinic.url);
    const answer = await nobody.get("/nowhere");
    assert.equal(answer.status, 404);
    assert.ok(!(await answer.text()).includes("top-nav"));
  });

  test("the navigation tells no client's name", async () => {
    const text = await hasNavigation(await researcher.get(`/case/${clinic.cases.adult}`), 403, "/export");
    assert.ok(!text.includes("K. M."));
  });
});
