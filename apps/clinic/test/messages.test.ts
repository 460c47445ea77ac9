import assert from "node:assert/strict";
import { test } from "node:test";
import { addSession, recordDisclosure, sendWaiting, tellOfSafety } from "@concord/practice";
import { serveMail } from "@concord/practice/testing";
import { requests, sittings } from "@concord/store";
import type { Page } from "playwright-core";
import { desk, phone, sendAndArrive } from "./support/browser.ts";
import { openClinic, type Person, password } from "./support/clinic.ts";
import { inBrowser } from "./support/in-browser.ts";
import { assertReadable } from "./support/readable.ts";
import { check, tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic());
const { appContext } = clinic.clinic;
const { practice } = clinic.people.therapist.actor;

async function signIn(page: Page, who: Person) {
  await page.goto(`${clinic.url}/sign-in`);
  await page.getByLabel("Email address").fill(who.email);
  await page.getByLabel("Password").fill(password);
  await sendAndArrive(page, page.getByRole("button", { name: "Sign in" }));
}

/** A sitting of one questionnaire after a new session. */
async function aSitting(): Promise<string> {
  const { actor } = clinic.people.therapist;
  const episode = clinic.cases.adult;
  const session = await addSession(appContext, actor, { episode });
  const expiresAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
  return appContext.store.within(practice, async (scope) => {
    const common = { episode, session, rater: "client" as const, language: "en", expiresAt };
    const sitting = await sittings.add(scope, { ...common, moment: "after" });
    await requests.ask(scope, {
      ...common,
      instrument: "concord-alliance-session-client-adult",
      instrumentVersion: "1",
      construct: "alliance",
      sitting,
      position: 1,
    });
    return sitting;
  });
}

test("mail is set up and tested, a contact agrees, the link arrives and is answered, a safety answer is told", async () => {
  const mail = await serveMail();
  try {
    await aSitting();
    const { page, context } = await browser.open(desk);
    await signIn(page, clinic.people.administrator);
    await page.goto(`${clinic.url}/settings/messages`);
    await page.getByText("Phones cannot open the links").waitFor();
    await assertReadable(page, "settings/messages");
    await check(page.getByLabel("Send e-mail"));
    await page.getByLabel("Mail server (SMTP)").fill("127.0.0.1");
    await page.getByLabel("Port").fill("1");
    await page.getByLabel("Encryption").selectOption("none");
    await page.getByLabel("Sender").fill("office@linden.example");
    await tap(page.getByRole("button", { name: "Save e-mail settings" }));
    await page.getByText("Saved. Send a test").waitFor();
    await tap(page.getByRole("button", { name: "Send a test e-mail" }));
    await page.getByText("No server accepts connections at 127.0.0.1, port 1.").first().waitFor();
    await page.goto(`${clinic.url}/settings`);
    await page.getByText("Messages do not get through").waitFor();
    await page.goto(`${clinic.url}/audit`);
    await page.getByRole("link", { name: /E-mail has not been accepted by the server since/ }).waitFor();
    await page.goto(`${clinic.url}/settings/messages`);
    await page.getByLabel("Port").fill(String(mail.port));
    await page.getByLabel("No messages to clients from").fill("00:00");
    await tap(page.getByRole("button", { name: "Save e-mail settings" }));
    await page.getByText("Saved. Send a test").waitFor();
    await tap(page.getByRole("button", { name: "Send a test e-mail" }));
    await page.getByText("The server accepted the test message").waitFor();
    assert.equal(mail.received[0]?.subject, "Test message from Concord");
    await page.getByLabel("No messages to clients from").fill("00:00");
    await page.getByLabel("until", { exact: true }).fill("00:00");
    await tap(page.getByRole("button", { name: "Save times" }));
    await page.getByText("Saved. Send a test").waitFor();
    await context.close();

    const hers = await browser.open(phone);
    await signIn(hers.page, clinic.people.therapist);
    await hers.page.goto(`${clinic.url}/case/${clinic.cases.adult}/contacts`);
    await hers.page.getByText("add a contact with consent").waitFor();
    await hers.page.getByLabel("E-mail address").fill("km@client");
    await tap(hers.page.getByRole("button", { name: "Add contact" }));
    await hers.page.getByText("Not saved").waitFor();
    await hers.page.getByLabel("E-mail address").fill("km@client.example");
    await check(hers.page.getByLabel("Has consented to messages"));
    await tap(hers.page.getByRole("button", { name: "Add contact" }));
    await hers.page.getByText("Contacts saved.").waitFor();
    await assertReadable(hers.page, "contacts");
    await tap(hers.page.getByRole("button", { name: "Send the link by e-mail" }));
    await hers.page.getByText("The link will be sent").waitFor();
    assert.equal(await sendWaiting(appContext, practice), 1);
    const link = /http\S+\/f\/[\w-]{43}/.exec(mail.received[1]?.body ?? "")?.[0] ?? "";

    const theirs = await browser.open(phone);
    await theirs.page.goto(link);
    const radios = theirs.page.locator('input[type="radio"], input[type="range"]');
    await radios.first().waitFor({ state: "attached" });
    await theirs.context.close();

    const { actor } = clinic.people.therapist;
    const task = await recordDisclosure(appContext, actor, { episode: clinic.cases.adult, session: 1 });
    await tellOfSafety(appContext, practice, () => 0);
    await sendWaiting(appContext, practice);
    assert.equal(mail.received[2]?.to[0], clinic.people.therapist.email);
    await hers.page.goto(`${clinic.url}/tasks/${task}`);
    await hers.page.getByText("Who was notified").waitFor();
    await hers.page.getByText(/Ines Halloran by e-mail, .*: Sent/).waitFor();
    await hers.context.close();

    const theirOffice = await browser.open(desk);
    await signIn(theirOffice.page, clinic.people.administrator);
    await theirOffice.page.goto(`${clinic.url}/settings/messages/sent`);
    await theirOffice.page.getByText(/To Client by e-mail/).waitFor();
    assert.doesNotMatch(await theirOffice.page.locator("main").innerText(), /K\. M\.|km@client/);
    await assertReadable(theirOffice.page, "sent");
    await theirOffice.context.close();
  } finally {
    await mail.close();
  }
});
