import { findInstrument } from "@concord/instruments";
import { measurePlans, type Scope } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { holdCases } from "../lock-case.ts";
import { openCase } from "../open-case.ts";
import { InvalidInput, permit } from "../permit.ts";
import { record } from "../record.ts";
import { planOfPractice } from "./case-plan.ts";
import { type CasePlan, casePlanOf, type MeasurePlan, type PlanRow, planOf } from "./plan.ts";
import { type TemplateName, templatePlan } from "./templates.ts";

/**
 * A change of the practice's plan: a template in place of it, another limit, or one questionnaire added, changed (the one
 * at the place `index`) or taken out.
 */
export type MeasuresChange =
  | { readonly kind: "template"; readonly template: TemplateName }
  | { readonly kind: "minutes"; readonly minutes: number }
  | { readonly kind: "add"; readonly row: PlanRow }
  | { readonly kind: "change"; readonly index: number; readonly row: PlanRow }
  | { readonly kind: "remove"; readonly index: number };

/**
 * Changes the plan of the practice from now on. What was requested before stays as it was. `basedOn` is the plan that the
 * change was made to, null for the built-in one. Throws `InvalidInput` if another is in force or the result cannot be.
 */
export async function changeMeasures(
  context: AppContext,
  actor: Actor,
  basedOn: string | null,
  change: MeasuresChange,
): Promise<void> {
  await within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    await requireInForce(scope, null, basedOn);
    const plan = planOf(changed(await planOfPractice(scope), change));
    requireUsable(plan.rows);
    await keep(scope, actor, null, plan);
    await record(scope, actor, `change-measures ${change.kind}`, "practice");
  });
}

/** Changes what one client is given instead of, or besides, the practice's plan; `basedOn` as in `changeMeasures`. */
export async function changeCaseMeasures(
  context: AppContext,
  actor: Actor,
  episode: string,
  basedOn: string | null,
  change: CaseMeasuresChange,
): Promise<void> {
  await within(context, actor, async (scope) => {
    await openCase(scope, actor, "request-form", episode);
    await holdCases(scope, [episode]);
    await requireInForce(scope, episode, basedOn);
    const content = await measurePlans.inForce(scope, episode);
    const own = content === null ? ownPlan : casePlanOf(content);
    const plan = casePlanOf(changedForCase(own, change));
    requireUsable(plan.rows);
    await keep(scope, actor, episode, plan);
    await record(scope, actor, `change-measures ${change.kind}`, `episode:${episode}`);
  });
}

/** A change for one client: a questionnaire at other times or besides, off, as the practice has it, or another limit. */
export type CaseMeasuresChange =
  | { readonly kind: "give"; readonly row: PlanRow }
  | { readonly kind: "off"; readonly instrument: string }
  | { readonly kind: "as-practice"; readonly instrument: string }
  | { readonly kind: "limit"; readonly minutes: number | null };

const ownPlan: CasePlan = { version: 1, minutes: null, off: [], rows: [] };

function changed(plan: MeasurePlan, change: MeasuresChange): MeasurePlan {
  switch (change.kind) {
    case "template":
      return templatePlan(change.template);
    case "minutes":
      return { ...plan, minutes: change.minutes };
    case "add":
      return { ...plan, rows: [...plan.rows, change.row] };
    case "change":
      return { ...plan, rows: plan.rows.map((row, index) => (index === change.index ? change.row : row)) };
    case "remove":
      return { ...plan, rows: plan.rows.filter((_, index) => index !== change.index) };
  }
}

function changedForCase(own: CasePlan, change: CaseMeasuresChange): CasePlan {
  if (change.kind === "limit") return { ...own, minutes: change.minutes };
  const instrument = change.kind === "give" ? change.row.instrument : change.instrument;
  const rows = own.rows.filter((row) => row.instrument !== instrument);
  const off = own.off.filter((one) => one !== instrument);
  if (change.kind === "give") return { ...own, off, rows: [...rows, change.row] };
  return { ...own, rows, off: change.kind === "off" ? [...off, instrument] : off };
}

async function keep(
  scope: Scope,
  actor: Actor,
  episode: string | null,
  plan: MeasurePlan | CasePlan,
): Promise<void> {
  if (actor.kind !== "staff") throw new RangeError("changeMeasures requires a member of staff");
  await measurePlans.add(scope, { episode, content: { ...plan }, by: actor.staff });
}

async function requireInForce(scope: Scope, episode: string | null, basedOn: string | null): Promise<void> {
  const [newest] = await measurePlans.history(scope, episode, 1);
  if ((newest?.plan ?? null) !== basedOn) {
    throw new InvalidInput({ id: "refusals.measures.changed-meanwhile", values: {} });
  }
}

/** A row that is entered has a known instrument, for people of whose age it is meant. */
function requireUsable(rows: readonly PlanRow[]): void {
  for (const { instrument: id, ageBands } of rows) {
    const instrument = findInstrument(id);
    if (instrument === null)
      throw new InvalidInput({ id: "refusals.form.unknown", values: {} }, "instrument");
    if (!ageBands.every((band) => instrument.ageBands.includes(band))) {
      throw new InvalidInput({ id: "refusals.form.age", values: { title: instrument.title } }, "ageBands");
    }
  }
}
