import { clinicContext } from "@concord/clinic/context";
import { annotationOf, pageToCsl, pageToHtml, pageToMarkdown } from "@concord/library";
import type { StaffMessages } from "@concord/messages";
import { type ConceptView, readConcept, readText } from "@concord/practice";
import { data } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import type { Route } from "./+types/export";

export const handle = { access: { kind: "practice", action: "read-library" } } satisfies RouteHandle;

/** The page of a concept as a file. */
export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { concept: id, file: what } = asked.params;
  const messages = messagesOf(asked.context);
  const view = await mapRefusalTo403(readConcept(appContext, actor, id, { candidates: 0 }));
  const textOf = (text: string) => mapRefusalTo403(readText(appContext, actor, text));
  const file = await files[what]?.(view, messages, textOf);
  if (file === undefined) throw data(messages.text("library.export.none"), { status: 404 });
  return new Response(file.text, {
    headers: {
      "Content-Type": `${file.type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${id.replace(/[^\w-]/g, "-")}-${what}"`,
    },
  });
}

interface TextFile {
  readonly type: string;
  readonly text: string;
}

type TextOf = (text: string) => ReturnType<typeof readText>;

type Writer = (view: ConceptView, messages: StaffMessages, textOf: TextOf) => TextFile | Promise<TextFile>;

const files: Readonly<Record<string, Writer>> = {
  "page.md": ({ page }, messages) => ({ type: "text/markdown", text: pageToMarkdown(page, messages) }),
  "page.html": ({ page }, messages) => ({ type: "text/html", text: pageToHtml(page, messages) }),
  "sources.json": ({ page }, messages) => ({
    type: "application/vnd.citationstyles.csl+json",
    text: `${JSON.stringify(pageToCsl(page, messages), null, 2)}\n`,
  }),
  "annotations.json": async ({ page, rulings }, messages, textOf) => {
    const annotations = [];
    for (const { id, text, gloss, glossBy } of page.passages) {
      const quotation = rulings.find((one) => one.ruling === id)?.quotation;
      if (quotation != null)
        annotations.push(
          annotationOf(`urn:uuid:${id}`, quotation, await textOf(text), messages, gloss, glossBy),
        );
    }
    return { type: "application/ld+json", text: `${JSON.stringify(annotations, null, 2)}\n` };
  },
};
