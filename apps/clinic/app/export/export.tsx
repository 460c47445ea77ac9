import { Form } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { Button, Card, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/export";

export const handle = { access: { kind: "practice", action: "export-deidentified" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Research export · Concord" }];

/** Without a loader the server could refuse nobody. */
export function loader() {
  return null;
}

/** What a researcher may take along, and what is not in it. */
export default function Export() {
  return (
    <Page width="narrow">
      <PageHeader title="Research export">
        Ratings without names, of the cases whose clients have agreed to research.
      </PageHeader>
      <Card>
        <p>
          One line for each scale and each item of each form: case, therapist, session, day since the first
          session, rater, instrument with its version, value and range. Cases and therapists go by codes that
          stay the same in every export of this practice. Words that people wrote, names and dates are not in
          it.
        </p>
        <Form method="post" action="/export/ratings.csv" reloadDocument>
          <Button>Download as CSV</Button>
        </Form>
        <p className="soft small">The download is written into the access log.</p>
      </Card>
    </Page>
  );
}
