import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { asOwner } from "@concord/store/testing";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { formsOf } from "./support/forms-of.ts";
import { filled, placesOf } from "./support/places.ts";
import { printedDuring } from "./support/printed.ts";
import { refusing } from "./support/refusing.ts";
import { type Sender, sender, signedIn } from "./support/sent.ts";

/*
 * The database can be reached and does not save: its disk is full, it has no memory left, it took too long, or somebody
 * else was writing. A trigger of the test's own database raises the code that PostgreSQL has for it, when a row is
 * written or, deferred, when everything else of the transaction is written and it is to be committed.
 */

let clinic: TestClinic;
let places: Readonly<Record<string, string>>;
let therapist: Sender;
let scholar: Sender;
let form: string;
before(async () => {
  clinic = await openClinic();
  places = await placesOf(clinic);
  therapist = await signedIn(clinic, clinic.people.therapist.email, password);
  scholar = await signedIn(clinic, clinic.people.researcher.email, password);
  form = await clinic.ask("concord-alliance-session-client-adult");
});
after(() => clinic.stop());

type Fields = Readonly<Record<string, string>>;

interface Work {
  readonly told: string;
  /** Where a row is written that the database refuses. */
  readonly table: string;
  readonly who: () => Sender;
  readonly path: () => string;
  readonly fields: Fields;
  /** Its answer once the database works again. */
  readonly saved: number;
  /** What a client reads whatever the reason; staff are told which it is. */
  readonly sentence?: RegExp;
}

const words = 'She said: "it <b>held</b>" & then…';
const works: readonly Work[] = [
  {
    told: "a note",
    table: "care.note",
    who: () => therapist,
    path: () => `/case/${clinic.cases.adult}/notes`,
    fields: { text: words, session: "1" },
    saved: 302,
  },
  {
    told: "a new client",
    table: "care.episode",
    who: () => therapist,
    path: () => "/caseload/new",
    fields: { client: "N. N. from the waiting list", ageBand: "child", openedOn: "2026-01-08" },
    saved: 302,
  },
  {
    told: "the names of a concept",
    table: "care.concept",
    who: () => scholar,
    path: () => filled("/library/concept/:concept", places),
    fields: {
      intent: "names",
      name: "Bond",
      definition: words,
      variants: "tie\nworking bond",
      periods: "",
      excluded: "",
    },
    saved: 200,
  },
  {
    told: "a client's answers",
    table: "care.response",
    who: () => sender(clinic.url),
    path: () => form,
    fields: { i01: "3", i02: "4", i07: words, submission: "sent-while-it-refused" },
    saved: 200,
    sentence: /Your answers have not been sent yet. They are on this page/,
  },
];

const refusals = [
  ["53100", 503, /the disk of the computer that Concord runs on is full/i],
  ["53200", 503, /too little memory or too many connections/],
  ["53300", 503, /too little memory or too many connections/],
  ["57014", 503, /took too long for this request/],
  ["55P03", 503, /took too long for this request/],
  ["40001", 409, /saving at the same time/],
  ["40P01", 409, /saving at the same time/],
] as const;

/** How many rows each table holds, apart from who read what and jobs that run beside. */
async function rows(): Promise<Fields> {
  const counted: Record<string, string> = {};
  await asOwner(clinic.database, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables
        where schemaname in ('care', 'directory') and tablename not in ('audit', 'job')`,
    );
    for (const { name } of tables) {
      const { rows: found } = await client.query<{ count: string }>(`select count(*) from ${name}`);
      counted[name] = found[0]?.count ?? "";
    }
  });
  return counted;
}

/** The fields that the form of an answer to this address would send. */
function givenBack(html: string, action: string): Fields {
  const found = formsOf(html, "/").find((one) => one.action === action);
  assert.ok(found, `a form to ${action} in ${html.slice(0, 3_000)}`);
  return Object.fromEntries(found.fields.map(({ name, value }) => [name, value ?? ""]));
}

for (const work of works)
  describe(work.told, () => {
    let back: Fields = {};
    for (const [code, status, sentence] of refusals)
      for (const when of ["at once", "at the end"] as const)
        test(`${code} ${when}: ${status} with a sentence, what was entered, and nothing saved`, async () => {
          const before = await rows();
          const printed = await printedDuring(() =>
            refusing(clinic.database, { table: work.table, code, when }, async () => {
              const answer = await work.who().post(work.path(), work.fields);
              const html = await answer.text();
              assert.equal(answer.status, status, html.slice(0, 500));
              assert.match(html, work.sentence ?? sentence);
              assert.doesNotMatch(html, /SQLSTATE|refused by the test|postgres/i);
              if (status === 503) assert.ok(Number(answer.headers.get("retry-after")) > 0);
              assert.equal(answer.headers.get("cache-control"), "no-store");
              back = givenBack(html, work.path());
              assert.deepEqual(back, work.fields);
              assert.equal((await work.who().get(work.path())).status, 200, "reading goes on");
              assert.equal((await fetch(`${clinic.url}/healthz`)).status, 200);
            }),
          );
          assert.deepEqual(await rows(), before, "nothing is half saved");
          assert.doesNotMatch(printed, /held|N\. N\./, "nothing of what was entered");
          assert.doesNotMatch(printed, /^ +at /m, "no stack: nothing is wrong with the program");
        });
    test("sent again from that page once the database saves, it is saved", async () => {
      const before = await rows();
      assert.equal((await work.who().post(work.path(), back)).status, work.saved);
      assert.notDeepEqual(await rows(), before);
    });
  });

test("a full disk is told to whoever runs Concord in one line a minute", async () => {
  const [note] = works;
  assert.ok(note);
  // Told already by the tests above, less than a minute ago.
  const printed = await printedDuring(() =>
    refusing(clinic.database, { table: note.table, code: "53100", when: "at once" }, async () => {
      for (let tries = 0; tries < 5; tries++)
        assert.equal((await therapist.post(note.path(), note.fields)).status, 503);
    }),
  );
  assert.ok(printed.trim().split("\n").length <= 1, printed);
});
