import { Form } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/export";

export const handle = { access: { kind: "practice", action: "export-deidentified" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

/** Without a loader the server could refuse nobody. */
export function loader({ context }: Route.LoaderArgs) {
  return { title: messagesOf(context).text("export.meta") };
}

/** The data that a researcher may download, and what is not in it. */
export default function Export() {
  const { text } = useMessages();
  return (
    <Page width="narrow">
      <PageHeader title={text("export.title")}>{text("export.text")}</PageHeader>
      <Card>
        <p>{text("export.content")}</p>
        <Form method="post" action="/export/ratings.csv" reloadDocument>
          <Button>{text("export.button")}</Button>
        </Form>
        <p className="soft small">{text("export.logged")}</p>
      </Card>
    </Page>
  );
}
