import { clinicContext } from "@concord/clinic/context";
import { authorise, readSynthesis, saveEdition } from "@concord/practice";
import { redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor, requireActor } from "../access/require-actor.ts";
import { Page } from "../ui/index.ts";
import type { Route } from "./+types/synthesis";
import { ComputedSynthesis } from "./components/ComputedSynthesis.tsx";
import { PublishedSynthesis } from "./components/PublishedSynthesis.tsx";
import { computedPage, publishedPage } from "./page-data/synthesis-page.server.ts";
import { choiceOf } from "./page-data/synthesis-query.ts";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.pageTitle ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const choice = choiceOf(new URL(asked.request.url).searchParams);
  const view = await mapRefusalTo403(readSynthesis(appContext, actor, asked.params.synthesis, choice));
  const messages = messagesOf(asked.context);
  const page = view.kind === "published" ? publishedPage(view, messages) : computedPage(view, messages);
  return {
    page,
    pageTitle: messages.text("evidence.page-title.named", { title: page.title }),
    mayWrite: authorise(actor, "write-evidence", { kind: "practice" }).kind === "allowed",
  };
}

/** Writes the newest edition down. */
export async function action(asked: Route.ActionArgs) {
  const actor = await requireActor(asked, "write-evidence", { kind: "practice" });
  const { appContext } = asked.context.get(clinicContext);
  const { synthesis } = asked.params;
  const number = await mapRefusalTo403(saveEdition(appContext, actor, synthesis));
  return redirect(`/evidence/synthesis/${synthesis}/edition/${number}`);
}

export default function Synthesis({ loaderData }: Route.ComponentProps) {
  const { page, mayWrite } = loaderData;
  return (
    <Page>
      {page.kind === "published" ? (
        <PublishedSynthesis page={page} />
      ) : (
        <ComputedSynthesis page={page} mayWrite={mayWrite} />
      )}
    </Page>
  );
}
