import { clinicContext } from "@concord/clinic/context";
import { exportDeidentified, exportLines } from "@concord/practice";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import type { Route } from "./+types/ratings";

export const handle = { access: { kind: "practice", action: "export-deidentified" } } satisfies RouteHandle;

/** The de-identified ratings as a file. A POST, because taking it along is an act that is recorded. */
export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { rows } = await mapRefusalTo403(
    exportDeidentified(asked.context.get(clinicContext).appContext, actor),
  );
  return new Response([...exportLines(rows)].join(""), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="concord-ratings.csv"',
    },
  });
}
