import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, test } from "node:test";
import { openMailSender } from "../src/messages/send-mail.ts";
import { freePort, serveMail } from "../src/testing.ts";

const base = {
  host: "127.0.0.1",
  security: "none" as const,
  user: "",
  password: "",
  from: "office@hill.example",
  replyTo: "",
};
const mail = { to: "zora@client.example", subject: "S", text: "T", messageId: "<1@hill.example>" };

async function sent(server: Parameters<typeof openMailSender>[0], patience = 2_000) {
  const sender = openMailSender(server, patience);
  try {
    return await sender.send(mail);
  } finally {
    sender.close();
  }
}

const refuse = (responseCode: number) => Object.assign(new Error("no thanks"), { responseCode });
const closing: (() => Promise<void>)[] = [];
after(() => Promise.all(closing.map((close) => close())));
async function serving(options: Parameters<typeof serveMail>[0]) {
  const server = await serveMail(options);
  closing.push(server.close);
  return server.port;
}

const problemOf = (delivery: Awaited<ReturnType<typeof sent>>) =>
  delivery.kind === "sent"
    ? "sent"
    : `${delivery.kind} ${delivery.problem.id.replace("messages.failure.mail.", "")}`;

test("each fault of a mail server is told apart", async () => {
  const password = await serving({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_, __, done) => done(refuse(535)),
  });
  assert.equal(
    problemOf(await sent({ ...base, port: password, user: "u", password: "wrong" })),
    "down password",
  );
  const sender = await serving({ onMailFrom: (_, __, done) => done(refuse(550)) });
  assert.equal(problemOf(await sent({ ...base, port: sender })), "down sender");
  const unknown = await serving({ onRcptTo: (_, __, done) => done(refuse(550)) });
  assert.equal(problemOf(await sent({ ...base, port: unknown })), "permanent address");
  const full = await serving({ onRcptTo: (_, __, done) => done(refuse(452)) });
  assert.equal(problemOf(await sent({ ...base, port: full })), "temporary later");
  const content = await serving({ onData: (_, __, done) => done(refuse(554)) });
  assert.equal(problemOf(await sent({ ...base, port: content })), "permanent refused");
  const grey = await serving({ onData: (_, __, done) => done(refuse(451)) });
  assert.equal(problemOf(await sent({ ...base, port: grey })), "temporary later");
  const busy = await serving({ onMailFrom: (_, __, done) => done(refuse(421)) });
  assert.equal(problemOf(await sent({ ...base, port: busy })), "down busy");
  const own = await serving({ disabledCommands: [] });
  assert.equal(problemOf(await sent({ ...base, port: own, security: "starttls" })), "down certificate");
  const tls = await serving({ secure: true });
  assert.equal(problemOf(await sent({ ...base, port: tls, security: "tls" })), "down certificate");
  const plain = await serving({});
  assert.equal(problemOf(await sent({ ...base, port: plain, security: "starttls" })), "down encryption");
  assert.equal(problemOf(await sent({ ...base, port: plain, security: "tls" })), "down encryption");
  assert.equal(problemOf(await sent({ ...base, port: await freePort() })), "down no-server");
  assert.equal(problemOf(await sent({ ...base, host: "no-such-host.invalid", port: 25 })), "down not-found");
  assert.equal(problemOf(await sent({ ...base, port: plain })), "sent");
});

test("a server that accepts a connection and says nothing is given up after its time", async () => {
  const open = new Set<import("node:net").Socket>();
  const silent = createServer((socket) => open.add(socket.on("error", () => {})));
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const delivery = await sent({ ...base, port }, 500);
  for (const socket of open) socket.destroy();
  await new Promise<void>((resolve) => silent.close(() => resolve()));
  assert.match(problemOf(delivery), /^down (time|encryption)$/);
});

test("the answer of a server does not repeat the address", async () => {
  const port = await serving({
    onRcptTo: (_, __, done) =>
      done(Object.assign(new Error("zora@client.example unknown"), { responseCode: 550 })),
  });
  const delivery = await sent({ ...base, port });
  assert.ok(delivery.kind === "permanent" && delivery.isAddress);
  assert.doesNotMatch(JSON.stringify(delivery), /zora@/);
});
