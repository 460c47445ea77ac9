import type { TruthAndBiasModel } from "@concord/statistics/dyad";
import { fitTruthAndBias, truthAndBiasRProgram } from "../dyad/truth-and-bias.ts";
import { studyQuestions } from "./choices.ts";
import type { ChosenColumns, StudyTemplate } from "./study.ts";

/** How closely, and how far off, one member of a dyad sees what the other sees, session by session. */
export const truthAndBiasStudy: StudyTemplate = {
  name: "truth-and-bias",
  question: studyQuestions["truth-and-bias"],
  rows: "a row for each session of a dyad",
  columns: [
    { role: "client", what: "the client's rating", needed: "always" },
    { role: "therapist", what: "the therapist's rating", needed: "always" },
    { role: "dyad", what: "which dyad", needed: "always" },
  ],
  study: (columns, chosen, { confidenceLevel: level }) => fitTruthAndBias(columns, modelOf(chosen), level),
  rProgram: (file, chosen) => truthAndBiasRProgram(file, modelOf(chosen)),
};

function modelOf({ client, therapist, dyad }: ChosenColumns): TruthAndBiasModel {
  return { judgment: therapist!, truth: client!, judge: dyad!, centre: "judge" };
}
