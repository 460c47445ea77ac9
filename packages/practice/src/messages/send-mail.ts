import nodemailer from "nodemailer";
import type SMTPPool from "nodemailer/lib/smtp-pool";
import { answerText, type Delivery } from "./delivery.ts";

/** A mail server, ready for use. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "none";
  readonly user: string;
  readonly password: string;
  readonly from: string;
  readonly replyTo: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for each attempt, so that a receiving server can drop a second copy. */
  readonly messageId: string;
}

export interface MailSender {
  readonly send: (mail: Mail) => Promise<Delivery>;
  readonly close: () => void;
}

/** How many connections to a mail server are open at a time: providers allow few. */
export const mailConnections = 5;

/** Opens connections to a mail server as they are needed, and uses each for many messages. */
export function openMailSender(server: MailServer, patience: number): MailSender {
  const options: SMTPPool.Options = {
    pool: true,
    maxConnections: mailConnections,
    maxMessages: 100,
    host: server.host,
    port: server.port,
    secure: server.security === "tls",
    requireTLS: server.security === "starttls",
    ignoreTLS: server.security === "none",
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    // Nothing but the text is sent: no file and no address is ever read for a message.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(server.user === "" ? {} : { auth: { user: server.user, pass: server.password } }),
  };
  const transport = nodemailer.createTransport(options);
  return {
    send: async (mail) => {
      try {
        await transport.sendMail({
          from: server.from,
          ...(server.replyTo === "" ? {} : { replyTo: server.replyTo }),
          to: { name: "", address: mail.to },
          subject: mail.subject,
          text: mail.text,
          messageId: mail.messageId,
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        });
        return { kind: "sent" };
      } catch (error) {
        return mailFailure(error, server, mail.to, patience);
      }
    },
    close: () => transport.close(),
  };
}

/**
 * Returns what a failure means (RFC 5321, 4.2.1): 4yz is tried again, 5yz is not; what concerns the connection, the
 * password or the sender concerns every message.
 */
function mailFailure(
  error: unknown,
  { host, port, from }: MailServer,
  to: string,
  patience: number,
): Delivery {
  const {
    code = "",
    command = "",
    responseCode,
    response = "",
    cause,
  } = error instanceof Error
    ? (error as Error & {
        code?: string;
        command?: string;
        responseCode?: number;
        response?: string;
      })
    : {};
  const text = error instanceof Error ? error.message : "";
  const answer = answerText(response === "" ? text : response, to);
  const down = (problem: Extract<Delivery, { kind: "down" }>["problem"]): Delivery => ({
    kind: "down",
    problem,
  });
  if (code === "EAUTH") {
    return responseCode !== undefined && responseCode < 500
      ? down({ id: "messages.failure.mail.busy", values: { host, answer } })
      : down({ id: "messages.failure.mail.password", values: { host, answer } });
  }
  if (responseCode !== undefined && command !== "CONN" && !/^(EHLO|HELO|STARTTLS)/.test(command)) {
    if (responseCode === 421) return down({ id: "messages.failure.mail.busy", values: { host, answer } });
    if (responseCode < 500)
      return { kind: "temporary", problem: { id: "messages.failure.mail.later", values: { answer } } };
    if (command === "MAIL FROM" || /^5\d\d[ -]5\.7\.60/.test(response))
      return down({ id: "messages.failure.mail.sender", values: { from, answer } });
    const isAddress = command === "RCPT TO";
    return {
      kind: "permanent",
      isAddress,
      problem: isAddress
        ? { id: "messages.failure.mail.address", values: { answer } }
        : { id: "messages.failure.mail.refused", values: { answer } },
    };
  }
  if (code === "EENVELOPE")
    return {
      kind: "permanent",
      isAddress: true,
      problem: { id: "messages.failure.mail.address", values: { answer } },
    };
  const reason = `${code} ${text} ${cause instanceof Error ? cause.message : ""}`;
  if (/ENOTFOUND|EAI_AGAIN|EDNS/.test(reason))
    return down({ id: "messages.failure.mail.not-found", values: { host } });
  if (/ECONNREFUSED/.test(reason))
    return down({ id: "messages.failure.mail.no-server", values: { host, port: String(port) } });
  if (/certificate|CERT|altnames|self.signed/i.test(reason))
    return down({ id: "messages.failure.mail.certificate", values: { host, reason: answerText(text, to) } });
  if (/ETLS|wrong version number|packet length|SSL|STARTTLS|Greeting never received/i.test(reason))
    return down({ id: "messages.failure.mail.encryption", values: { host, port: String(port) } });
  if (/ETIMEDOUT|timeout/i.test(reason))
    return down({
      id: "messages.failure.mail.time",
      values: { host, port: String(port), seconds: Math.round(patience / 1000) },
    });
  return down({ id: "messages.failure.mail.lost", values: { host, reason: answerText(text, to) } });
}
