import { sparkline } from "@concord/charts";
import { findInstrument } from "@concord/instruments";
import type { RouteHandle } from "../access/handle.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { Icon } from "../ui/clinical/Icon.tsx";
import { WeightMark } from "../ui/clinical/WeightMark.tsx";
import { CourseFigure } from "../ui/course/CourseFigure.tsx";
import { drawCourse } from "../ui/course/draw-course.server.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Card, FormattedDate, Page, PageHeader, Table } from "../ui/index.ts";
import type { Route } from "./+types/gallery";
import { Colours } from "./components/Colours.tsx";
import { Controls } from "./components/Controls.tsx";
import { FormSamples } from "./components/FormSamples.tsx";
import { Letters } from "./components/Letters.tsx";
import { sampleCourse } from "./sample.server.ts";

export const handle = { access: { kind: "staff" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

const sampled = [
  "concord-alliance-session-client-adult",
  "concord-alliance-session-client-adolescent",
  "concord-alliance-session-client-child",
  "concord-alliance-session-therapist",
];

export function loader({ context }: Route.LoaderArgs) {
  const { course, signals } = sampleCourse();
  return {
    title: messagesOf(context).text("gallery.meta"),
    course,
    signals,
    drawings: drawCourse(course, signals, { titles: {} }, messagesOf(context)),
    spark: sparkline(
      course.series.find(({ scale }) => scale === "total")?.points.map(({ percent }) => percent) ?? [],
    ),
    instruments: sampled.flatMap((id) => findInstrument(id) ?? []),
  };
}

/** Each component of the pages, for developers. */
export default function Gallery({ loaderData }: Route.ComponentProps) {
  const { course, signals, drawings, spark, instruments } = loaderData;
  const { text, format } = useMessages();
  return (
    <Page>
      <PageHeader title={text("gallery.title")}>{text("gallery.lead")}</PageHeader>
      <Colours />
      <Letters />
      <Card title={text("gallery.course")}>
        <CourseFigure {...{ drawings, course, signals }} titles={{}} figures={false} />
      </Card>
      <Card title={text("gallery.table.title")}>
        <Table
          caption={text("gallery.table.caption")}
          captionHidden
          head={
            <tr>
              <th scope="col">{text("gallery.table.client")}</th>
              <th scope="col">{text("gallery.table.severity")}</th>
              <th scope="col">{text("gallery.table.trajectory")}</th>
              <th scope="col">{text("gallery.table.last-session")}</th>
              <th scope="col" className="number">
                {text("gallery.table.sessions")}
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
            <td className="number">{format.number(12)}</td>
          </tr>
        </Table>
      </Card>
      <FormSamples instruments={instruments} />
      <Controls />
    </Page>
  );
}
