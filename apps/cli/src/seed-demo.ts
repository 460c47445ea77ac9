import { createContext, type SeededDemo, seedDemo } from "@concord/practice";
import { practices, type Store } from "@concord/store";

export type Seeding =
  | { readonly kind: "seeded"; readonly demo: SeededDemo }
  | { readonly kind: "there-already" }
  /** A practice of real people is here: nothing simulated is put beside it. */
  | { readonly kind: "real-practice"; readonly name: string };

/** Fills an empty store with the simulated practice; leaves every other as it is. */
export async function seedIfEmpty(store: Store): Promise<Seeding> {
  const ids = await store.outside.practices();
  if (ids.length === 0) return { kind: "seeded", demo: await seedDemo(createContext(store)) };
  for (const id of ids) {
    const own = await store.within(id, practices.get);
    if (own?.simulated !== true) return { kind: "real-practice", name: own?.name ?? id };
  }
  return { kind: "there-already" };
}
