import { passageCitation } from "@concord/library";
import { draftGloss, type GlossDrafted, readConcept } from "@concord/practice";
import { english } from "../english.ts";
import type { DataFlags } from "../open-practice.ts";
import { CommandRefused, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { findConcept } from "./find-concept.ts";
import { withLibrary } from "./with-library.ts";

/** Lets the practice's own language model draft a gloss for every accepted passage that has none, one by one. */
export async function draftGlosses(
  name: string,
  flags: DataFlags & { readonly json?: true },
  terminal: Terminal,
): Promise<ExitCode> {
  const done = await withLibrary(flags, terminal, async (entered) => {
    const { context, actor } = entered;
    const { id: concept } = await findConcept(entered, name);
    const { page, draftsWith } = await readConcept(context, actor, concept, { candidates: 0 });
    if (draftsWith === null)
      throw new CommandRefused(
        "The language model is off. An administrator turns it on in the clinic, under Practice, Language model.",
      );
    const bare = page.passages.filter(({ gloss }) => gloss === null);
    const drafts: (PassageAt & GlossDrafted)[] = [];
    for (const [at, passage] of bare.entries()) {
      progress(terminal, `asking ${draftsWith} about passage ${at + 1} of ${bare.length}`);
      const drafted = await draftGloss(context, actor, { concept, ruling: passage.id });
      progress(terminal, null);
      const place = english.of(passageCitation(passage));
      drafts.push({ passage: passage.id, place, ...drafted, ...sentenceOf(drafted) });
      if (flags.json !== true) terminal.out(`${place}\n  ${wordsOf(drafted)}\n`);
    }
    return drafts;
  });
  if (flags.json === true) terminal.out(`${JSON.stringify(done, null, 1)}\n`);
  else if (done.length === 0) terminal.out("Every accepted passage has a gloss.\n");
  return done.some(({ kind }) => kind === "not-drafted") ? exitCodes.withProblems : exitCodes.done;
}

interface PassageAt {
  readonly passage: string;
  readonly place: string;
  readonly sentence?: string;
}

const sentenceOf = (drafted: GlossDrafted): { readonly sentence?: string } =>
  drafted.kind === "drafted" ? {} : { sentence: english.written(drafted.reason) };

const wordsOf = (drafted: GlossDrafted): string =>
  drafted.kind === "drafted" ? `Draft: ${drafted.gloss}` : `Not drafted: ${english.written(drafted.reason)}`;

function progress(terminal: Terminal, words: string | null): void {
  if (terminal.width !== null) terminal.err(`\r\u001b[K${words ?? ""}`);
}
