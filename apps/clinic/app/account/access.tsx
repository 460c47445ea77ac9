import { clinicContext } from "@concord/clinic/context";
import { type AccessNotice, decideAccess, markAccessNoticesRead, readAccessNotices } from "@concord/practice";
import { data, Form, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, outOfDate } from "../access/map-refusal.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { roleWords } from "../ui/frame/roles.ts";
import { Button, Card, EmptyState, FormattedDate, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/access";

export const handle = { access: { kind: "staff" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Changes of access · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  return mapRefusalTo403(readAccessNotices(appContext, actor));
}

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const about = sentText(sent, "about");
  const change = sentText(sent, "change");
  if (about === "read") await mapRefusalTo403(markAccessNoticesRead(appContext, actor, [change]));
  else if (about === "confirmed" || about === "refused" || about === "withdrawn")
    await mapRefusalTo403(decideAccess(appContext, actor, change, about));
  else throw data(outOfDate, { status: 400 });
  throw redirect("/access");
}

/** Who may see what is changed by two people where there are two; here the second one decides. */
export default function Access({ loaderData }: Route.ComponentProps) {
  const { toDecide, waiting, unread } = loaderData;
  return (
    <Page width="narrow">
      <PageHeader title="Changes of access">
        Nobody widens their own access alone. A second person decides, and those concerned are told.
      </PageHeader>
      {toDecide.length + waiting.length + unread.length === 0 && (
        <EmptyState title="Nothing waits for you here." />
      )}
      {toDecide.map((one) => (
        <Card key={one.change} title={`${one.askedBy ?? "The operator"} asks`}>
          <p>{askedSentence(one)}</p>
          <p className="soft small">
            <FormattedDate at={one.at} />
          </p>
          <Form method="post" className="row">
            <input type="hidden" name="change" value={one.change} />
            <Button name="about" value="confirmed">
              Agree
            </Button>
            <Button name="about" value="refused" look="quiet">
              Refuse
            </Button>
          </Form>
        </Card>
      ))}
      {waiting.map((one) => (
        <Card key={one.change} title="You asked">
          <p>{askedSentence(one)}</p>
          <p className="soft small">
            {one.from.length === 0
              ? "Nobody here can agree to it now."
              : `Waits for ${one.from.join(" or ")}.`}
          </p>
          <Form method="post" className="row">
            <input type="hidden" name="change" value={one.change} />
            <Button name="about" value="withdrawn" look="quiet">
              Withdraw
            </Button>
          </Form>
        </Card>
      ))}
      {unread.map((one) => (
        <Card key={one.change} title="Access was changed">
          <p>{madeSentence(one)}</p>
          <p className="soft small">
            <FormattedDate at={one.at} />
          </p>
          <Form method="post" className="row">
            <input type="hidden" name="change" value={one.change} />
            <Button name="about" value="read" look="quiet">
              I have read this
            </Button>
          </Form>
        </Card>
      ))}
    </Page>
  );
}

const roles = (some: AccessNotice["gains"]) => some.map((role) => roleWords[role]).join(", ");

/** "Role of administrator, researcher: Mara Lindqvist." */
function askedSentence({ kind, name, gains, loses }: AccessNotice): string {
  if (kind === "duty")
    return `${name} is to be on duty for risk answers, and to see everybody’s that are open.`;
  if (kind === "left") return `${name} is to be marked as no longer working here.`;
  if (kind === "returned") return `${name} is to work here again as ${roles(gains)}.`;
  const parts = [
    ...(gains.length > 0 ? [`is to become ${roles(gains)}`] : []),
    ...(loses.length > 0 ? [`is to be no longer ${roles(loses)}`] : []),
  ];
  return `${name} ${parts.join(" and ")}.`;
}

function madeSentence(one: AccessNotice): string {
  const { kind, name, isOwn, askedBy, confirmedBy, gains, loses } = one;
  const who = isOwn ? "You" : name;
  const is = isOwn ? "are" : "is";
  const by = askedBy === null ? "on the command line of this machine" : `by ${askedBy}`;
  const agreed = confirmedBy === null ? "" : `, with the agreement of ${confirmedBy}`;
  const how = ` Changed ${by}${agreed}.`;
  if (kind === "password-reset")
    return `A link to choose a new password was made for ${isOwn ? "your account" : name} ${by}. ${isOwn ? "If you did not ask for it, tell whoever runs this machine." : ""}`;
  if (kind === "two-step-ended")
    return `Two-step sign-in was ended for ${isOwn ? "your account" : name} ${by}. It can be set up again under Your account.`;
  if (kind === "joined") return `${name} accepted the invitation and has an account here now.`;
  if (kind === "added") return `${name} was added as ${roles(gains) || "staff"} ${by}.`;
  if (kind === "duty") return `${who} ${is} on duty for risk answers.${how}`;
  if (kind === "left") return `${who} no longer ${isOwn ? "work" : "works"} here.${how}`;
  if (kind === "returned") return `${who} ${isOwn ? "work" : "works"} here again.${how}`;
  const parts = [
    ...(gains.length > 0 ? [`${is} now ${roles(gains)}`] : []),
    ...(loses.length > 0 ? [`${is} no longer ${roles(loses)}`] : []),
  ];
  return `${who} ${parts.join(" and ")}.${how}`;
}
