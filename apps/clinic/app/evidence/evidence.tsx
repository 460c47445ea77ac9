import { clinicContext } from "@concord/clinic/context";
import { authorise, listClaims } from "@concord/practice";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { ButtonLink, EmptyState, Page } from "../ui/index.ts";
import type { Route } from "./+types/evidence";
import { ClaimList } from "./components/ClaimList.tsx";
import { ClaimTools } from "./components/ClaimTools.tsx";
import { EvidenceHead } from "./components/EvidenceHead.tsx";
import { claimCard } from "./page-data/claim-card.server.ts";
import { claimQueryOf } from "./page-data/claim-query.ts";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.pageTitle ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const query = claimQueryOf(new URL(asked.request.url).searchParams);
  const messages = messagesOf(asked.context);
  const { claims, ...list } = await mapRefusalTo403(listClaims(appContext, actor, query, messages));
  return {
    ...list,
    query,
    pageTitle: messages.text("evidence.page-title.claims"),
    claims: claims.map((claim) => claimCard(claim, messages)),
    mayWrite: authorise(actor, "write-evidence", { kind: "practice" }).kind === "allowed",
  };
}

export default function Evidence({ loaderData }: Route.ComponentProps) {
  const { text } = useMessages();
  const { query, claims, total, systems, raters, mayWrite } = loaderData;
  return (
    <Page>
      <EvidenceHead current="claims" mayWrite={mayWrite}>
        {text("evidence.claims.lead")}
      </EvidenceHead>
      <ClaimTools query={query} systems={systems} raters={raters} />
      <p className="soft small claim-key">
        <span role="status">
          {claims.length === total
            ? text("evidence.claims.all", { total })
            : text("evidence.claims.some", { count: claims.length, total })}
        </span>{" "}
        {text("evidence.claims.key")}
      </p>
      {claims.length === 0 ? (
        <EmptyState
          title={text("evidence.claims.empty.title")}
          action={
            <ButtonLink to="/evidence" look="quiet">
              {text("evidence.claims.empty.clear")}
            </ButtonLink>
          }
        >
          {text("evidence.claims.empty.text")}
        </EmptyState>
      ) : (
        <ClaimList claims={claims} />
      )}
    </Page>
  );
}
