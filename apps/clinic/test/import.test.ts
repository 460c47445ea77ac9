import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readCaseload } from "@concord/practice";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { signedIn } from "./support/sent.ts";

let clinic: TestClinic;
const cookies = new Map<string, string>();
before(async () => {
  clinic = await openClinic({ proxies: 1 });
  for (const who of ["therapist", "researcher"] as const)
    cookies.set(who, (await signedIn(clinic, clinic.people[who].email, password)).cookie());
});
after(() => clinic.stop());

interface Sent {
  readonly status: number;
  /** The page's words, without tags. */
  readonly words: string;
}

/** Sends a file as the page's form does, without script. */
async function send(
  path: string,
  who: "therapist" | "researcher" | "italian",
  file: string | Uint8Array<ArrayBuffer>,
  fields: Readonly<Record<string, string>> = {},
): Promise<Sent> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set("file", new File([file], "ratings.csv", { type: "text/csv" }));
  const answer = await fetch(clinic.url + path, {
    method: "POST",
    body,
    headers: { origin: clinic.url, cookie: cookies.get(who)! },
  });
  const main = /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? "";
  const words = main
    .replace(/<!--.*?-->/g, "")
    .replace(/<(?:li|p|h\d|summary)[^>]*>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  return { status: answer.status, words };
}

const send1 = (file: string, fields?: Readonly<Record<string, string>>) =>
  send("/import", "therapist", file, fields);

const instrument = { instrument: "concord-alliance-session-client-adult", scale: "total" };
const row = (name: string, session: number, value: string | number) => `${name},${session},${value}`;

describe("ratings from a file, by the rules of every table", () => {
  test("a file of more than 64 KB, with titles above and a byte order mark", async () => {
    const lines = Array.from({ length: 8000 }, (_, at) =>
      row(`0${100 + (at % 40)}`, 1 + Math.floor(at / 40), 1 + ((at * 7) % 61) / 10),
    );
    const file = `\uFEFFExport of the 1st of March\r\nclient,session,value\r\n${lines.join("\r\n")}\r\n`;
    assert.ok(Buffer.byteLength(file) > 64 * 1024);
    const { status, words } = await send1(file, instrument);
    assert.equal(status, 200, words);
    assert.match(words, /Imported: 8,000 of 8,000 rows used/);
    assert.match(words, /8,000 questionnaires of 40 clients \(40 new\)/);
    assert.match(words, /the heading is line 2 \(“Rows above the header” says otherwise\)/);
    const { rows } = await readCaseload(clinic.clinic.appContext, clinic.people.therapist.actor, {
      sort: "client",
      descending: false,
      filter: "all",
      search: "0100",
      page: 1,
      perPage: 50,
    });
    // Leading zeros belong to the name.
    assert.ok(rows.some(({ client }) => client === "0100"));
    const again = await send1(file, instrument);
    assert.match(
      again.words,
      /0 questionnaires of 40 clients \(0 new\).* 8,000 questionnaires already existed/,
    );
  });

  test("rows that would be left out are named, and nothing comes in until that is agreed to", async () => {
    const file = `client,session,value\n${[row("s1", 1, 4), row("s1", 2, "five"), row("s1", 3, 99), row("s1", 4, "NA"), "s1,5,3,1,1", row("s1", 6, 5)].join("\n")}\n`;
    const refused = await send1(file, instrument);
    assert.equal(refused.status, 400);
    assert.match(refused.words, /Nothing imported: 3 of 6 rows can be used/);
    assert.match(refused.words, /line 3, column value: "five" is not a number/);
    assert.match(refused.words, /line 4, column value: 99 is outside.*“Additional missing-value codes” 99/);
    assert.match(refused.words, /1 row has more cells than the header \(line 6\)/);
    assert.doesNotMatch(refused.words, /--[a-z]/);
    const taken = await send1(file, { ...instrument, "sound-rows": "yes" });
    assert.equal(taken.status, 200);
    assert.match(taken.words, /Imported: 3 of 6 rows used/);
    assert.match(taken.words, /2 questionnaires of 1 client \(1 new\)/);
    const coded = await send1(file.replace("five", "NA").replace(",1,1\n", "\n"), {
      ...instrument,
      missing: "99",
    });
    assert.match(coded.words, /Imported: 6 of 6 rows used/);
  });

  test("a letter that may be two raters is asked about, in the words of the page", async () => {
    const file =
      "client,session,rater,scale,value\nr1,1,C,bond,4.5\nr1,1,T,bond,4\nr1,2,P,bond,2\nr1,3,C,bond,4\n";
    const own = { minimum: "1", maximum: "7" };
    const asked = await send1(file, own);
    assert.equal(asked.status, 400);
    assert.match(
      asked.words,
      /"P" \(line 4\) may be the patient or a parent.*“Values to replace” "rater:P=caregiver"/,
    );
    const answered = await send1(file, { ...own, recode: "rater:P=caregiver" });
    assert.match(answered.words, /Imported: 4 of 4 rows used/, answered.words);
  });

  test("the order of day and month is found in the column, or asked for", async () => {
    const dated = (dates: readonly string[]) =>
      `client,date,value\n${dates.map((date, at) => `${dates[0] === "03/01/2024" ? "d1" : "d2"},${date},${4 + at / 2}`).join("\n")}\n`;
    const open = await send1(dated(["03/01/2024", "04/01/2024"]), instrument);
    assert.equal(open.status, 400);
    assert.match(open.words, /“Order of day and month” day-first or “Order of day and month” month-first/);
    const told = await send1(dated(["03/01/2024", "04/01/2024"]), {
      ...instrument,
      "date-order": "month-first",
    });
    assert.match(told.words, /Imported: 2 of 2 rows used/);
    const found = await send1(dated(["02/01/2024", "02/15/2024"]), instrument);
    assert.match(found.words, /Imported: 2 of 2 rows used/);
  });

  test("answers in words and short rows", async () => {
    const words = ["Not at all", "Several days", "More than half the days", "Nearly every day"];
    const items = Array.from({ length: 9 }, (_, at) => `phq${at + 1}`).join(",");
    const full = Array.from({ length: 9 }, (_, at) => words[at % 4]).join(",");
    const short = Array.from({ length: 8 }, () => words[1]).join(",");
    const { status, words: said } = await send1(`client,session,${items}\nw1,1,${full}\nw1,2,${short}\n`, {
      instrument: "phq-9",
      wide: "phq{1..9}",
    });
    assert.equal(status, 200, said);
    assert.match(said, /1 row has fewer fields than the heading/);
    assert.match(said, /phq1: scores or answers \(number\)/);
  });

  test("a field that cannot be read says so where it stands; a file without a row says so", async () => {
    const field = await send1("client,session,value\na,1,4\n", { recode: "P is parent" });
    assert.equal(field.status, 400);
    assert.match(field.words, /Enter column:text=text, one per line/);
    assert.match(field.words, /P is parent/);
    const empty = await send1("client,session,value\n");
    assert.equal(empty.status, 400);
    assert.match(empty.words, /a heading and nothing below it/);
    assert.equal((await send("/import", "researcher", "client,session,value\na,1,4\n")).status, 403);
  });
});

test("no menu links to the component gallery, which is for developers", async () => {
  for (const [path, who] of [
    ["/caseload", "therapist"],
    ["/export", "researcher"],
  ] as const) {
    const page = await fetch(clinic.url + path, { headers: { cookie: cookies.get(who)! } });
    const html = await page.text();
    assert.match(html, /href="\/account"/);
    assert.doesNotMatch(html, /href="\/gallery"/);
  }
});

test("in Italian: what the page says of a file, with the fields named as they are there", async () => {
  cookies.set("italian", `${cookies.get("therapist")}; concord-language=it`);
  const file = `client,session,value\ni1,1,4\ni1,2,five\n`;
  const { words } = await send("/import", "italian", file, instrument);
  assert.match(words, /Nessun dato importato: 1 di 2 righe utilizzabili/);
  const colleague = await send("/import", "italian", "client,session,value\ni2,1,4\n", {
    ...instrument,
    skip: "-1",
  });
  assert.match(colleague.words, /Inserisca un numero intero da 0 in su/);
  const done = await send("/import", "italian", "client,session,value\ni2,1,4\n", instrument);
  assert.match(done.words, /Importato: 1 di 1 riga usata/);
  assert.match(done.words, /1 questionario di 1 paziente \(1 nuovo\)/);
});

test("a table of studies is read by the same rules: titles, short rows, codes, over 64 KB", async () => {
  const rows = Array.from(
    { length: 1200 },
    (_, at) =>
      `"Maker${at}, A",${1950 + (at % 70)},.${1 + (at % 8)},${40 + at},A long note on the study with many words`,
  );
  const file = `Effects of the review,,,,\nauthors,year,r,n,note\n${rows.join("\n")}\n"Short, B",2001,.3,80\n"Coded, C",2002,-99,80,x\n`;
  assert.ok(Buffer.byteLength(file) > 64 * 1024);
  const refused = await send("/evidence/import", "researcher", file);
  assert.equal(refused.status, 400);
  assert.match(refused.words, /line 1204: This result cannot be used: a correlation must be between/);
  const { status, words } = await send("/evidence/import", "researcher", file, { missing: "-99" });
  assert.equal(status, 200, words.slice(0, 500));
  assert.match(words, /1,202 of 1,202 entries imported/);
  assert.match(words, /the heading is line 2 \(“Rows above the header” says otherwise\)/);
  assert.match(words, /1 row has fewer fields than the heading/);
});
