import { clinicContext } from "@concord/clinic/context";
import { sourceInWords } from "@concord/library";
import { readSection } from "@concord/practice";
import { Link } from "react-router";
import { heed } from "../access/heed.ts";
import { requireActor } from "../access/require-actor.ts";
import { Page, PageHeader } from "../parts/index.ts";
import { Reader } from "../parts/library/Reader.tsx";
import type { Route } from "./+types/library-text";

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData === undefined ? "Text" : loaderData.view.source.title} · Library · Concord` },
];

export async function loader(asked: Route.LoaderArgs) {
  const actor = await requireActor(asked, "read-library", { kind: "practice" });
  const { house } = asked.context.get(clinicContext);
  const at = Number(new URL(asked.request.url).searchParams.get("at") ?? "0");
  const view = await heed(readSection(house, actor, asked.params.text, Number.isFinite(at) ? at : 0));
  return { view, at, source: sourceInWords(view.source) };
}

/** One chapter at a time, with what was quoted from it marked. */
export default function TextPage({ loaderData }: Route.ComponentProps) {
  const { view, at, source } = loaderData;
  return (
    <Page>
      <PageHeader above={<Link to="/library/texts">Texts</Link>} title={view.source.title}>
        {source}
      </PageHeader>
      <Reader view={view} at={at} />
    </Page>
  );
}
