import { sparkline } from "@concord/charts";
import { findInstrument } from "@concord/instruments";
import { CourseFigure } from "../parts/clinical/CourseFigure.tsx";
import { drawCourse } from "../parts/clinical/draw-course.server.ts";
import { Glyph } from "../parts/clinical/Glyph.tsx";
import { WeightMark } from "../parts/clinical/WeightMark.tsx";
import { Card, Page, PageHeader, Table, When } from "../parts/index.ts";
import type { Route } from "./+types/gallery";
import { Colours } from "./gallery/Colours.tsx";
import { Controls } from "./gallery/Controls.tsx";
import { FormSamples } from "./gallery/FormSamples.tsx";
import { Letters } from "./gallery/Letters.tsx";
import { sampleCourse } from "./gallery/sample.server.ts";

export const meta: Route.MetaFunction = () => [{ title: "How things look here · Concord" }];

const sampled = [
  "concord-alliance-session-client-adult",
  "concord-alliance-session-client-adolescent",
  "concord-alliance-session-client-child",
  "concord-alliance-session-therapist",
];

export function loader() {
  const { course, signals } = sampleCourse();
  return {
    course,
    signals,
    drawings: drawCourse(course, signals, { titles: {} }),
    spark: sparkline(
      course.series.find(({ scale }) => scale === "total")?.points.map(({ percent }) => percent) ?? [],
    ),
    instruments: sampled.flatMap((id) => findInstrument(id) ?? []),
  };
}

/** The visual language of the house on one page, built from the parts that build all others. */
export default function Gallery({ loaderData }: Route.ComponentProps) {
  const { course, signals, drawings, spark, instruments } = loaderData;
  return (
    <Page>
      <PageHeader title="How things look here">
        Quiet and warm; words before jargon; one meaning for each colour. Everything below is a real part of
        the house, with made-up content.
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
              <Glyph svg={spark} />
            </td>
            <td>
              <When at="2026-03-05" />
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
