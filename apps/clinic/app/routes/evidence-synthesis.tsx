import { clinicContext } from "@concord/clinic/context";
import { authorise, keepEdition, readSynthesis } from "@concord/practice";
import { redirect } from "react-router";
import { heed } from "../access/heed.ts";
import { requireActor } from "../access/require-actor.ts";
import { ComputedSynthesis } from "../parts/evidence/ComputedSynthesis.tsx";
import { PublishedSynthesis } from "../parts/evidence/PublishedSynthesis.tsx";
import { computedPage, publishedPage } from "../parts/evidence/synthesis-page.server.ts";
import { choiceOf } from "../parts/evidence/synthesis-query.ts";
import { Page } from "../parts/index.ts";
import type { Route } from "./+types/evidence-synthesis";

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData === undefined ? "Synthesis" : loaderData.page.title} · Concord` },
];

export async function loader(asked: Route.LoaderArgs) {
  const actor = await requireActor(asked, "read-evidence", { kind: "practice" });
  const { house } = asked.context.get(clinicContext);
  const choice = choiceOf(new URL(asked.request.url).searchParams);
  const view = await heed(readSynthesis(house, actor, asked.params.synthesis, choice));
  return {
    page: view.kind === "published" ? publishedPage(view) : computedPage(view),
    mayWrite: authorise(actor, "write-evidence", { kind: "practice" }).kind === "allowed",
  };
}

/** Writes the newest edition down. */
export async function action(asked: Route.ActionArgs) {
  const actor = await requireActor(asked, "write-evidence", { kind: "practice" });
  const { house } = asked.context.get(clinicContext);
  const { synthesis } = asked.params;
  const number = await heed(keepEdition(house, actor, synthesis));
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
