import { type StaffMessages, staffMessages } from "@concord/messages";
import type { Request, Response } from "express";
import { viewerBehind } from "./viewer.ts";

/** What is answered in plain text, where no page can be shown. */
type PlainAnswer =
  `server.answer.${"address" | "database" | "failed" | "length" | "method" | "no-host" | "not-a-form" | "other-host" | "other-site" | "unreadable"}`;

/** Returns a plain answer as text with a line end. */
export const plainText = ({ text }: StaffMessages, id: PlainAnswer): string => `${text(id)}\n`;

/** Answers with a sentence in the language of the device: it is not looked up who asks. */
export function answerPlainly(request: Request, response: Response, status: number, id: PlainAnswer): void {
  const headers = new Headers({
    cookie: request.headers.cookie ?? "",
    "accept-language": request.headers["accept-language"] ?? "",
  });
  const messages = staffMessages(viewerBehind(headers, null).locale);
  response.status(status).set({ "Cache-Control": "no-store", "Content-Language": messages.locale });
  response.type("text").send(plainText(messages, id));
}
