import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { foundPractice } from "@concord/practice";
import { headerProblems } from "./support/answer-headers.ts";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { type Sender, sender } from "./support/sent.ts";

/*
 * What every kind of answer says to a browser: what it may load, that nobody frames it, that nobody stores it; and
 * how every cookie is set. Under http as on one machine, and under https as behind a proxy.
 */

for (const https of [false, true])
  describe(https ? "behind https" : "on this machine", () => {
    let clinic: TestClinic;
    let person: Sender;
    const cookies: string[] = [];
    const kept = (answer: Response) => {
      cookies.push(...answer.headers.getSetCookie());
      return answer;
    };
    before(async () => {
      clinic = await openClinic(https ? { publicUrl: "https://clinic.example" } : {});
      const { appContext, accounts } = clinic.clinic;
      const { email } = clinic.people.researcher;
      await foundPractice(appContext, {
        practiceName: "Another practice",
        name: "Lena",
        email,
        user: (await accounts.idOf(email)) ?? "",
        roles: ["researcher"],
      });
      person = sender(clinic.url);
      kept(await person.post("/sign-in", { email, password, to: "/export" }));
    });
    after(() => clinic.stop());

    /** One of every kind of answer: pages, data, files made for somebody, refusals, errors and the way elsewhere. */
    const kinds: Readonly<Record<string, () => Promise<Response>>> = {
      "a page": () => person.get("/export"),
      "a page's data": () => person.get("/export.data"),
      "a file of ratings": () => person.post("/export/ratings.csv", {}),
      "a refusal": () => person.get("/settings"),
      "a refusal's data": () => person.get("/settings.data"),
      "a form refused": () => person.post("/settings/staff", { about: "add" }),
      "a page that is not there": () => person.get("/no/such/page"),
      "a link that leads nowhere": () => sender(clinic.url).get(`/f/${"x".repeat(43)}`),
      "a client's form": async () =>
        sender(clinic.url).get(await clinic.ask("concord-alliance-session-client-adult")),
      "an invitation that leads nowhere": () => sender(clinic.url).get(`/welcome/${"x".repeat(43)}`),
      "a reset that leads nowhere": () => sender(clinic.url).get(`/reset/${"x".repeat(43)}`),
      "the way to the sign-in page": () => sender(clinic.url).get("/caseload"),
      "the sign-in page": () => sender(clinic.url).get("/sign-in"),
      "a wrong password": () =>
        sender(clinic.url).post("/sign-in", { email: "who@example.org", password: "not this one" }),
      "another colour": () => person.post("/theme", { theme: "dark" }),
      "another practice": async () => {
        const page = await (await person.get("/account")).text();
        const [, practice = ""] = /name="practice" value="([^"]+)"/.exec(page) ?? [];
        assert.notEqual(practice, "");
        return person.post("/account", { about: "practice", practice });
      },
      "a form from elsewhere": () =>
        fetch(`${clinic.url}/sign-in`, {
          method: "POST",
          headers: { origin: "https://evil.example" },
          body: "",
        }),
      "a method that is none": () => fetch(`${clinic.url}/export`, { method: "DELETE" }),
      "a body that is no form": () =>
        fetch(`${clinic.url}/sign-in`, { method: "POST", headers: { origin: clinic.url }, body: "{}" }),
      "a form that is too large": () => person.post("/sign-in", { email: "x".repeat(70_000) }),
      "a form with a zero character": () => person.post("/sign-in", { email: "a\u0000b", password }),
      "an address that cannot be read": () => person.get("/f/%ff"),
      health: () => fetch(`${clinic.url}/healthz`),
      "signing out": () => person.post("/sign-out", {}),
    };

    for (const [kind, ask] of Object.entries(kinds))
      test(`headers: ${kind}`, async () => {
        const answer = kept(await ask());
        await answer.arrayBuffer();
        assert.ok(answer.status < 500, `${answer.status}`);
        assert.deepEqual(headerProblems(answer, https), [], `${answer.status}`);
      });

    test("every cookie is out of reach of scripts and other sites", () => {
      const names = new Set(cookies.map((one) => one.split("=")[0]));
      assert.ok(names.size >= 4, [...names].join(" "));
      for (const one of cookies) {
        const [pair = "", ...attributes] = one.toLowerCase().split(/;\s*/);
        const [name] = pair.split("=");
        assert.ok(attributes.includes("httponly"), `HttpOnly: ${name}`);
        assert.ok(attributes.includes("samesite=lax"), `SameSite: ${name}`);
        assert.ok(
          attributes.some((attribute) => attribute.startsWith("path=/")),
          `Path: ${name}`,
        );
        assert.ok(!attributes.some((attribute) => attribute.startsWith("domain")), `Domain: ${name}`);
        if (name?.includes("theme") !== true)
          assert.equal(attributes.includes("secure"), https, `Secure: ${name}`);
      }
    });
  });
