import { choosePopulation, type RepairStepName, recordRepair } from "@concord/practice";
import { outOfDate } from "../access/map-refusal.ts";
import { sentText } from "../request/sent.ts";
import { sentNumber } from "../request/sent-values.ts";
import { type Act, type CaseActionContext, done, notUnderstood } from "./case-action-context.ts";

/** What the parts of the page that are about the two of them do, by their intent. */
export const betweenActs: Readonly<Record<string, Act>> = {
  repair: (asked) => writeStep(asked, "done"),
  "repair-back": (asked) => writeStep(asked, "taken-back"),
  async compare({ appContext, actor, episode, sent }) {
    const matter = sentText(sent, "matter");
    if (matter !== "attachment-norm" && matter !== "perfectionism-norm") {
      return notUnderstood(outOfDate);
    }
    const population = sentText(sent, "population");
    await choosePopulation(appContext, actor, {
      episode,
      matter,
      population: population === "" ? null : population,
    });
    return done(
      population === ""
        ? { id: "case.done.no-comparison", values: {} }
        : { id: "case.done.comparison", values: {} },
    );
  },
};

const maxLength = 500;

async function writeStep(asked: CaseActionContext, state: "done" | "taken-back"): ReturnType<Act> {
  const { appContext, actor, episode, sent } = asked;
  const rupture = sentNumber(sent, "rupture");
  const takenIn = sentNumber(sent, "takenIn");
  const step = sentStep(sent);
  if (rupture === null || takenIn === null || step === null) {
    return notUnderstood({ id: "repair.invalid.session", values: {} });
  }
  const words = sentText(sent, "words");
  if (words.length > maxLength)
    return notUnderstood(
      { id: "repair.invalid.length", values: { maximum: maxLength, count: words.length } },
      "words",
    );
  if (takenIn < rupture) return notUnderstood({ id: "repair.invalid.order", values: {} });
  await recordRepair(appContext, actor, {
    episode,
    rupture,
    step,
    state,
    takenIn,
    words,
  });
  return done(
    state === "done" ? { id: `repair.done.${step}`, values: {} } : { id: "repair.done.undone", values: {} },
  );
}

function sentStep(sent: FormData): RepairStepName | null {
  const step = sentText(sent, "step");
  return step === "named" || step === "explored" || step === "agreed" ? step : null;
}
