import { choosePopulation, type RepairStepName, recordRepair } from "@concord/practice";
import { sentText } from "../request/sent.ts";
import { sentNumber } from "../request/sent-values.ts";
import { type Act, type CaseActionContext, done, notUnderstood } from "./case-action-context.ts";

/** What the parts of the page that are about the two of them do, by their intent. */
export const betweenActs: Readonly<Record<string, Act>> = {
  repair: (deed) => writeStep(deed, "done"),
  "repair-back": (deed) => writeStep(deed, "taken-back"),
  async compare({ appContext, actor, episode, sent }) {
    const matter = sentText(sent, "matter");
    if (matter !== "attachment-norm" && matter !== "perfectionism-norm") {
      return notUnderstood("This page is out of date. Please load it again.");
    }
    const population = sentText(sent, "population");
    await choosePopulation(appContext, actor, {
      episode,
      matter,
      population: population === "" ? null : population,
    });
    return done(population === "" ? "Comparison group removed." : "Comparison group saved.");
  },
};

const stepDone: Readonly<Record<RepairStepName, string>> = {
  named: "Kept: the two of you named it.",
  explored: "Kept: the two of you explored it.",
  agreed: "Kept: what you agreed. The client’s next form closes the loop, or says that it is open.",
};

const longestWords = 500;

async function writeStep(deed: CaseActionContext, state: "done" | "taken-back"): ReturnType<Act> {
  const { appContext, actor, episode, sent } = deed;
  const rupture = sentNumber(sent, "rupture");
  const takenIn = sentNumber(sent, "takenIn");
  const step = sentStep(sent);
  if (rupture === null || takenIn === null || step === null) {
    return notUnderstood("Please give the session it was in.");
  }
  const words = sentText(sent, "words");
  if (words.length > longestWords)
    return notUnderstood(`Use at most ${longestWords} characters; these are ${words.length}.`, "words");
  if (takenIn < rupture) return notUnderstood("A step comes in the session it is about, or in a later one.");
  await recordRepair(appContext, actor, {
    episode,
    rupture,
    step,
    state,
    takenIn,
    words,
  });
  return done(state === "done" ? stepDone[step] : "Taken back; what was written before stays on record.");
}

function sentStep(sent: FormData): RepairStepName | null {
  const step = sentText(sent, "step");
  return step === "named" || step === "explored" || step === "agreed" ? step : null;
}
