import { analyses } from "../change/analyses.ts";
import { addChangeFlags, type ChangeFlags } from "../change/flags.ts";
import { modelCommand } from "../model/model-command.ts";
import type { StudyResult } from "../model/study-template.ts";
import { asNames, asNumbers } from "../model/table-use.ts";

/** `concord change FILE`: what changed in the courses of clients, when, and whether it is more than chance. */
export const changeCommand = modelCommand<ChangeFlags, StudyResult>({
  name: "change",
  description: "Ask courses of clients what changed, when, and by how much more than chance.",
  rows: "a row for each value of a client's course",
  flags: (command) => addChangeFlags(command, Object.keys(analyses)),
  uses: ({ value, client, session, phase, pre, post }) => [
    ...asNames(client, phase),
    ...asNumbers(value, session, pre, post),
  ],
  fit: (columns, flags) => analyses[flags.analysis].analyse(columns, flags),
  terms: ({ terms }) => terms,
  lines: ({ lines }) => lines,
  sentence: ({ sentence }) => sentence,
  svg: ({ svg }) => svg(),
  rCode: (file, flags) => analyses[flags.analysis].rCode(file, flags),
});
