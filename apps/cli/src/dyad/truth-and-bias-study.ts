import type { TruthAndBiasModel } from "@concord/statistics";
import type { ChosenColumns, StudyTemplate } from "../model/study-template.ts";
import { fitTruthAndBias, truthAndBiasRProgram } from "./truth-and-bias.ts";

/** How closely, and how far off, one member of a dyad sees what the other sees, session by session. */
export const truthAndBiasStudy: StudyTemplate = {
  name: "truth-and-bias",
  question: "how closely therapists follow their clients' ratings, and by how much they rate lower or higher",
  rows: "a row for each session of a dyad",
  columns: [
    { role: "client", what: "the client's rating", needed: "always" },
    { role: "therapist", what: "the therapist's rating", needed: "always" },
    { role: "dyad", what: "which dyad", needed: "always" },
  ],
  study: (columns, chosen, { level }) => fitTruthAndBias(columns, modelOf(chosen), level),
  rCode: (file, chosen) => truthAndBiasRProgram(file, modelOf(chosen)),
};

function modelOf({ client, therapist, dyad }: ChosenColumns): TruthAndBiasModel {
  return { judgment: therapist!, truth: client!, judge: dyad!, centre: "judge" };
}
