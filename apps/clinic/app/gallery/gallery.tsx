import { sparkline } from "@concord/charts";
import { findInstrument } from "@concord/instruments";
import type { RouteHandle } from "../access/handle.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { Icon } from "../ui/clinical/Icon.tsx";
import { WeightMark } from "../ui/clinical/WeightMark.tsx";
import { CourseFigure } from "../ui/course/CourseFigure.tsx";
import { drawCourse } from "../ui/course/draw-course.server.ts";
import { Card, FormattedDate, Page, PageHeader, Table } from "../ui/index.ts";
import type { Route } from "./+types/gallery";
import { Colours } from "./components/Colours.tsx";
import { Controls } from "./components/Controls.tsx";
import { FormSamples } from "./components/FormSamples.tsx";
import { Letters } from "./components/Letters.tsx";
import { sampleCourse } from "./sample.server.ts";

export const handle = { access: { kind: "staff" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "How things look here · Concord" }];

const sampled = [
  "concord-alliance-session-client-adult",
  "concord-alliance-session-client-adolescent",
  "concord-alliance-session-client-child",
  "concord-alliance-session-therapist",
];

export function loader({ context }: Route.LoaderArgs) {
  const { course, signals } = sampleCourse();
  return {
    course,
    signals,
    drawings: drawCourse(course, signals, { titles: {} }, messagesOf(context)),
    spark: sparkline(
      course.series.find(({ scale }) => scale === "total")?.points.map(({ percent }) => percent) ?? [],
    ),
    instruments: sampled.flatMap((id) => findInstrument(id) ?? []),
  };
}

/** The visual language of the application on one page, built from the parts that build all others. */
export default function Gallery({ loaderData }: Route.ComponentProps) {
  const { course, signals, drawings, spark, instruments } = loaderData;
  return (
    <Page>
      <PageHeader title="How things look here">
        Quiet and warm; words before jargon; one meaning for each colour. Everything below is a real part of
        the application, with simulated content.
      </PageHeader>
      <Colours />
      <Letters />
      <Card title="A course">
        <CourseFigure {...{ drawings, course, signals }} titles={{}} figures={false} />
      </Card>
      <Card title="A table">
        <Table
          caption="Made-up cases"
          captionHidden
          head={
            <tr>
              <th scope="col">Client</th>
              <th scope="col">Attention</th>
              <th scope="col">So far</th>
              <th scope="col">Last session</th>
              <th scope="col" className="number">
                Sessions
              </th>
            </tr>
          }
        >
          <tr>
            <th scope="row">K. M.</th>
            <td>
              <WeightMark weight="credible" />
            </td>
            <td>
              <Icon svg={spark} />
            </td>
            <td>
              <FormattedDate at="2026-03-05" />
            </td>
            <td className="number">12</td>
          </tr>
        </Table>
      </Card>
      <FormSamples instruments={instruments} />
      <Controls />
    </Page>
  );
}
