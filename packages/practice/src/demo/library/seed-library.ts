import { segment, type Text } from "@concord/library";
import type { Actor } from "../../actor.ts";
import type { AppContext } from "../../app-context.ts";
import { addText, readText } from "../../library/add-text.ts";
import { readOverviewed, saveConceptEdition, writeConcept } from "../../library/concepts.ts";
import { reviewPassage } from "../../library/rule-on-passage.ts";
import { essays } from "./essays.ts";
import { demoOverviews, demoRulings } from "./rulings.ts";

/** Puts the essays on the shelf of the simulated practice, with what its researcher made of them. */
export async function seedLibrary(context: AppContext, actor: Actor): Promise<void> {
  const texts: Text[] = [];
  for (const { name, source, markdown } of essays) {
    const added = await addText(context, actor, { name, bytes: new TextEncoder().encode(markdown) }, source);
    if (added.kind === "unreadable")
      throw new RangeError(`seedLibrary requires its essays: ${added.message.id}`);
    texts.push(await readText(context, actor, added.text.id));
  }
  const kept = new Map<string, string>();
  for (const { words, rank, ...ruling } of demoRulings) {
    const place = passageWith(texts, words);
    const done = await reviewPassage(context, actor, {
      ...ruling,
      ...place,
      judgement: rank,
      words,
      saidBy: null,
    });
    if (done.kind !== "kept") throw new RangeError(`seedLibrary requires its quotations: ${words}`);
    kept.set(words, done.ruling);
  }
  for (const [id, own] of Map.groupBy(demoOverviews, ({ concept }) => concept)) {
    const { concept } = await readOverviewed(context, actor, id);
    const overview = own.map(({ words, kind, restsOn }) => ({
      words,
      kind,
      cites: restsOn.map((each) => kept.get(each)!),
    }));
    await writeConcept(context, actor, { concept, overview });
    await saveConceptEdition(context, actor, id);
  }
}

function passageWith(texts: readonly Text[], words: string) {
  const plain = (characters: string) => characters.replace(/\s+/g, " ");
  for (const text of texts) {
    const passage = segment(text).find(({ from, to }) =>
      plain(text.characters.slice(from, to)).includes(words),
    );
    if (passage !== undefined) return { text: text.id, from: passage.from, to: passage.to };
  }
  throw new RangeError(`seedLibrary requires words that stand in an essay: ${words}`);
}
