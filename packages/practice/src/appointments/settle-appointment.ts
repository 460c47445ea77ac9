import { appointments, type NamedAppointment, type Scope } from "@concord/store";
import { type AppointmentWith, plannedOf, plannedOnDay } from "./appointment-case.ts";

/**
 * Marks the appointment of the day on which a session was recorded as held or missed. Of several on one day the first that
 * is still planned is meant.
 */
export async function settleAppointment(
  scope: Scope,
  of: AppointmentWith,
  session: { readonly heldOn: string; readonly number: number | null; readonly attended: boolean },
): Promise<void> {
  const [first] = await plannedOnDay(scope, of, session.heldOn);
  if (first === undefined) return;
  await appointments.change(scope, first.appointment, {
    state: session.attended ? "held" : "missed",
    session: session.number,
  });
}

/** Corrects whether the appointment that became a session was held or missed. */
export async function correctSettled(
  scope: Scope,
  episode: string,
  session: { readonly number: number; readonly attended: boolean },
): Promise<void> {
  const settled = await appointments.list(scope, { episodes: [episode], states: ["held", "missed"] });
  for (const one of settled)
    if (one.episode === episode && one.session === session.number)
      await appointments.change(scope, one.appointment, { state: session.attended ? "held" : "missed" });
}

/** Cancels what is planned with a case or a group that is closed, and returns what it was. */
export async function cancelPlanned(scope: Scope, of: AppointmentWith): Promise<readonly NamedAppointment[]> {
  const planned = await plannedOf(scope, of);
  for (const one of planned) await appointments.change(scope, one.appointment, { state: "cancelled" });
  return planned;
}

/** Plans cancelled appointments again that are still to come, when a case is open again. */
export async function restorePlanned(scope: Scope, cancelled: readonly string[]): Promise<void> {
  for (const appointment of cancelled) {
    const [found] = await appointments.list(scope, { appointment, states: ["cancelled"], from: scope.now() });
    if (found !== undefined) await appointments.change(scope, appointment, { state: "planned" });
  }
}
