import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { sender } from "./support/sent.ts";

const root = path.resolve(import.meta.dirname, "../../..");

test("npm run dev serves the pages as their sources are, behind the same checks", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "concord-dev-"));
  const child = spawn(
    process.execPath,
    ["--conditions=development", "scripts/dev.ts", "--data", folder, "--port", "0"],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NODE_ENV: "" } },
  );
  try {
    const printed: string[] = [];
    child.stderr.on("data", (part) => printed.push(String(part)));
    const ended = new Promise<never>((_, reject) =>
      child.once("exit", (code) => reject(new Error(`ended with ${code}: ${printed.join("")}`))),
    );
    ended.catch(() => undefined);
    const ready = (async () => {
      for await (const line of createInterface(child.stdout)) {
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
        if (url !== undefined) return url;
      }
      throw new Error(`no address: ${printed.join("")}`);
    })();
    const url = await Promise.race([ready, ended]);

    const page = await fetch(`${url}/set-up`);
    const text = await page.text();
    assert.equal(page.status, 200, text.slice(0, 500));
    assert.match(text, /\/app\/account\/set-up\.tsx/, "the source itself is loaded");
    assert.match(page.headers.get("content-security-policy") ?? "", /script-src 'self' 'nonce-[\w-]{22}'/);
    const source = await fetch(`${url}/app/account/set-up.tsx`);
    assert.match(source.headers.get("content-type") ?? "", /javascript/);
    assert.doesNotMatch(await source.text(), /foundPractice/, "what runs on the server is not in it");

    const developer = sender(url);
    const founded = await developer.post("/set-up", {
      practice: "Mill Lane",
      name: "Mara Lindqvist",
      email: "mara@example.org",
      password: "lantern orchard violet 42",
      language: "en",
      timeZone: "Europe/Rome",
    });
    assert.equal(founded.status, 302, await founded.text());
    const menu = await (await developer.get("/settings")).text();
    assert.match(menu, /href="\/gallery"/, "the menu links to the component gallery");

    const refused = await fetch(`${url}/caseload`, { redirect: "manual" });
    assert.match(refused.headers.get("location") ?? "", /^\/sign-in\?to=/);
    assert.equal((await fetch(`${url}/nowhere`)).status, 404);
  } finally {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
});
