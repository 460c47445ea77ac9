import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { serveMail, type TestMailServer } from "@concord/practice/testing";
import type { Page } from "playwright-core";
import { desk, openBrowser, phone, type TestBrowser } from "./support/browser.ts";
import { takenOver } from "./support/held-scripts.ts";
import { check, tap } from "./support/tap.ts";

const password = "seven calm herons";
const root = path.resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(path.join(tmpdir(), "concord-from-empty-"));

let served: ChildProcess;
let url = "";
let mail: TestMailServer;
let browser: TestBrowser;
/** The administrator, who is a therapist too. */
let office: Page;

before(async () => {
  [mail, browser] = await Promise.all([serveMail(), openBrowser()]);
  served = spawn(
    process.execPath,
    ["apps/cli/src/main.ts", "serve", "--data", path.join(folder, "data"), "--port", "0"],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"] },
  );
  url = await new Promise((resolve, reject) => {
    let said = "";
    served.stdout?.on("data", (piece: Buffer) => {
      said += piece;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    served.stderr?.on("data", (piece: Buffer) => {
      said += piece;
    });
    served.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  ({ page: office } = await browser.open(desk));
});

after(async () => {
  assert.deepEqual(browser.complaints, []);
  await browser.close();
  if (served.exitCode === null) {
    served.kill("SIGINT");
    await new Promise((resolve) => served.once("exit", resolve));
  }
  await mail.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits for a mail to this address about this, and returns the first address of a page in it. */
async function mailed(to: string, from: number): Promise<string> {
  const end = Date.now() + 60_000;
  for (;;) {
    const found = mail.received.slice(from).find((one) => one.to.includes(to));
    const link = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(found?.body ?? "")?.[0];
    if (link !== undefined) return link;
    assert.ok(Date.now() < end, `no mail to ${to}`);
    await pause(200);
  }
}

/** Answers the questionnaire that is open, each question with the choice at this place; returns its title. */
async function answer(page: Page, place = 0): Promise<string> {
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  // An answer may open the next question.
  const questions = page.locator("fieldset:has(input[type=radio]):visible");
  for (let at = 0; at < (await questions.count()); at++)
    await check(questions.nth(at).locator("input[type=radio]").nth(place));
  await tap(page.locator("[data-send]"));
  await page.getByRole("heading", { name: /Thank you/ }).waitFor();
  return title;
}

async function onward(page: Page): Promise<boolean> {
  const link = page.locator(".onward a");
  if ((await link.count()) === 0) return false;
  await tap(link);
  await page.locator("fieldset").first().waitFor();
  return true;
}

test("an administrator sets up a practice from an empty folder, with crisis contacts, mail and a colleague", async () => {
  await office.goto(url);
  await office.getByLabel("Practice name").fill("Practice at the Old Mill");
  await office.getByLabel("Your name").fill("Mara Lindqvist");
  await office.getByLabel("Your email address").fill("mara@practice.example");
  await office.getByLabel("Password").fill(password);
  await tap(office.getByRole("button", { name: "Set up practice" }));
  await office.waitForURL("**/settings");
  await office.getByLabel("Heading").fill("Call someone now");
  await office.getByLabel("Name", { exact: true }).first().fill("Crisis line");
  await office.getByLabel("Phone number").first().fill("0800 111 0 111");
  await office
    .getByLabel("Person on call, as well as the therapist")
    .selectOption({ label: "Mara Lindqvist" });
  await tap(office.getByRole("button", { name: "Save settings" }));
  await office.getByText("Settings saved.").waitFor();

  await office.goto(`${url}/settings/messages`);
  await takenOver(office);
  await check(office.getByLabel("Send e-mail"));
  await office.getByLabel("Mail server (SMTP)").fill("127.0.0.1");
  await office.getByLabel("Port").fill(String(mail.port));
  await office.getByLabel("Encryption").selectOption("none");
  await office.getByLabel("Sender").fill("office@practice.example");
  await tap(office.getByRole("button", { name: "Save e-mail settings" }));
  await office.getByText("Saved. Send a test").waitFor();
  await tap(office.getByRole("button", { name: "Send a test e-mail" }));
  await office.getByText("The server accepted the test message").waitFor();
  await office.getByLabel("No messages to clients from").fill("00:00");
  await office.getByLabel("until", { exact: true }).fill("00:00");
  await tap(office.getByRole("button", { name: "Save times" }));
  await office.getByText("Saved. Send a test").waitFor();

  await office.goto(`${url}/settings/staff`);
  await takenOver(office);
  const add = office.locator("form", {
    has: office.getByRole("button", { name: "Add and create invitation" }),
  });
  await add.getByLabel("Name", { exact: true }).fill("Tobias Ek");
  await add.getByLabel("Email address").fill("tobias@practice.example");
  await check(add.getByLabel("Therapist: sees their own clients"));
  await tap(add.getByRole("button"));
  const invitation = await office.locator(".copy-me").innerText();
  const { page, context } = await browser.open(desk);
  await page.goto(invitation);
  await page.getByLabel("Password").fill(password);
  await tap(page.getByRole("button", { name: "Save password and join" }));
  await page.waitForURL("**/caseload");
  await context.close();
});

test("a therapist adds the first client, who gets the questionnaires by e-mail and answers them in two goes", async () => {
  await office.goto(`${url}/caseload`);
  await tap(office.getByRole("link", { name: "Add client" }).first());
  await office.waitForURL("**/caseload/new");
  await office.getByLabel("Client", { exact: true }).fill("K. M.");
  await tap(office.getByRole("button", { name: "Add client" }));
  await office.waitForURL(/\/case\//);
  const clientPage = office.url();

  await office.goto(`${clientPage}/contacts`);
  await office.getByLabel("E-mail address").fill("km@client.example");
  await check(office.getByLabel("Has consented to messages"));
  await tap(office.getByRole("button", { name: "Add contact" }));
  await office.getByText("Contacts saved.").waitFor();

  await office.goto(clientPage);
  await takenOver(office);
  await tap(office.getByRole("button", { name: "Save and create links" }).first());
  await office.locator(".ticket").first().waitFor({ state: "attached" });
  await office.goto(`${clientPage}/contacts`);
  await tap(office.getByRole("button", { name: "Send the link by e-mail" }));
  await office.getByText("The link will be sent").waitFor();
  const link = await mailed("km@client.example", 0);

  const { page: client, context } = await browser.open(phone);
  await client.goto(link);
  const titles = [await answer(client, 1)];
  await context.close();
  // Another day, another phone: the mail's link opens what is left.
  const { page: again, context: later } = await browser.open(phone);
  await again.goto(link);
  do titles.push(await answer(again));
  while (await onward(again));
  await later.close();
  assert.equal(new Set(titles).size, titles.length);
  assert.ok(
    titles.some((title) => /PHQ-9/.test(title)),
    titles.join(", "),
  );
});

test("an answer about suicide reaches the therapist by e-mail and is reviewed with its outcome", async () => {
  const link = await mailed("mara@practice.example", 2);
  assert.equal(new URL(link).pathname, "/sign-in", "the mail says nothing, not even by its address");
  await office.goto(link);
  await tap(office.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Safety/ }));
  await tap(office.getByRole("link", { name: "Review" }).first());
  await office.getByRole("heading", { level: 1, name: "Safety answer" }).waitFor();
  await takenOver(office);
  await check(office.getByLabel("Suicidal thoughts, by that word"));
  await check(office.getByLabel("Safety plan made"));
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await office.getByLabel("Next check").fill(tomorrow);
  await tap(office.getByRole("button", { name: "Save review" }));
  await office.getByText("Review saved.").waitFor();
});

test("a group of five meets, and each member answers from one link", async () => {
  await office.goto(`${url}/groups`);
  await office.getByLabel("Name of the group").fill("Thursday group");
  await tap(office.getByRole("button", { name: "Create group" }));
  await office.getByRole("heading", { level: 1, name: "Thursday group" }).waitFor();
  await takenOver(office);
  for (const name of ["Ada", "Ben", "Cem", "Dunja", "Ewan"]) {
    await office.getByLabel("New client").fill(name);
    await tap(office.getByRole("button", { name: "Add new client" }));
    await office.getByRole("link", { name, exact: true }).first().waitFor();
  }
  await office.reload();
  await takenOver(office);
  await tap(office.getByRole("button", { name: "Save and create links" }));
  await office.getByText(/Meeting recorded: 5 members were there/).waitFor();
  for (const place of [0, 1, 2, 3, 4]) {
    const member = office.locator(".meeting-links > li").nth(place);
    await tap(member.locator("summary").first());
    const link = await member.locator(".ticket").getByRole("textbox").inputValue();
    const { page, context } = await browser.open(phone);
    await page.goto(link);
    do await answer(page, place % 3);
    while (await onward(page));
    await context.close();
  }
  await office.reload();
});

test("the client is handed over to the colleague", async () => {
  await office.goto(`${url}/caseload`);
  await tap(office.getByRole("link", { name: "K. M.", exact: true }));
  await office.waitForURL(/\/case\//);
  await takenOver(office);
  await tap(office.locator("summary", { hasText: "Transfer client" }));
  await office.getByLabel("New therapist").selectOption({ label: "Tobias Ek" });
  await tap(office.getByRole("button", { name: "Transfer this client" }));
  await office.waitForURL(/\/caseload/);
  const { page, context } = await browser.open(desk);
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("Email address").fill("tobias@practice.example");
  await page.getByLabel("Password").fill(password);
  await tap(page.getByRole("button", { name: "Sign in" }));
  await page.waitForURL("**/caseload");
  await tap(page.getByRole("link", { name: "K. M.", exact: true }));
  await page.getByText("Transferred from Mara Lindqvist to Tobias Ek").waitFor();
  await context.close();
});

test("the client asks to be erased, and the administrator does it", async () => {
  await office.goto(`${url}/settings`);
  await tap(office.getByRole("link", { name: "Privacy" }).first());
  await tap(office.getByRole("link", { name: "K. M.", exact: true }));
  await office.getByRole("heading", { name: "Erase this client" }).waitFor();
  await takenOver(office);
  await tap(office.locator("#erase summary"));
  await office.getByLabel("Type K. M. to confirm").fill("K. M.");
  await tap(office.getByRole("button", { name: "Erase for good" }));
  await office.getByText(/Client erased: \d+ rows deleted\./).waitFor();
  assert.equal(await office.getByRole("link", { name: "K. M.", exact: true }).count(), 0);
  assert.doesNotMatch(await office.locator("main").innerText(), /km@client/);
});
