import { findInstrument, type Instrument, type Item, type Rater } from "@concord/instruments";
import { responses, type StoredResponse } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { isShared } from "./case-facts.ts";
import { openCase } from "./open-case.ts";
import { absent } from "./permit.ts";
import type { ItemTable } from "./views.ts";
import { formStarter } from "./wordings.ts";

/** Item by item over the sessions: what a total was made of, with the comments that came with it. */
export async function readItems(
  context: AppContext,
  actor: Actor,
  of: { readonly episode: string; readonly instrument: string; readonly rater: Rater },
): Promise<ItemTable> {
  return within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "read-case", of.episode);
    const instrument = findInstrument(of.instrument);
    if (instrument === null || !isShared(instrument.id)) throw absent();
    const all = await responses.list(scope, [of.episode], instrument.id);
    const answered = newestBySession(all.filter((one) => one.rater === of.rater));
    const start = (await formStarter(scope))(instrument, episode.language);
    const wording = start.kind === "ready" ? start.wording : null;
    const label = (item: Item) => wording?.items[item.id]?.text ?? `Item ${Number(item.id.slice(1))}`;
    return {
      instrument: instrument.id,
      title: wording?.title ?? instrument.title,
      rater: of.rater,
      sessions: answered.map((one) => one.session),
      rows: instrument.items.flatMap((item) => {
        if (item.response.kind === "text") return [];
        return [
          {
            item: item.id,
            label: label(item),
            scale: narrowestScale(instrument, item.id),
            minimum: item.response.minimum,
            maximum: item.response.maximum,
            reversed: item.reversed === true,
            values: answered.map((one) => one.values[item.id] ?? null),
          },
        ];
      }),
      comments: answered.toReversed().flatMap((one) => commentsOf(instrument, one, label)),
    };
  });
}

function newestBySession(all: readonly StoredResponse[]): readonly StoredResponse[] {
  return [...new Map(all.map((one) => [one.session, one])).values()].sort((a, b) => a.session - b.session);
}

function commentsOf(instrument: Instrument, one: StoredResponse, label: (item: Item) => string) {
  return instrument.items.flatMap((item) => {
    const text = one.texts[item.id];
    return text === undefined ? [] : [{ session: one.session, label: label(item), text }];
  });
}

/** The title of the smallest scale an item belongs to: bond rather than the total. */
function narrowestScale(instrument: Instrument, item: string): string | null {
  const own = instrument.scales.filter((scale) => scale.items.includes(item));
  return own.toSorted((one, two) => one.items.length - two.items.length)[0]?.title ?? null;
}
