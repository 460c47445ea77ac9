import type { ReviewView } from "@concord/practice";

/** What the two agreed, for both to see: the newest, in the words that were kept. */
export function Agreed({ agreed }: { readonly agreed: ReviewView["agreed"] }) {
  const [newest] = agreed;
  if (newest === undefined) return null;
  return (
    <section className="review-agreed">
      <h2>What you agreed in session {newest.takenIn}</h2>
      <p>{newest.words}</p>
    </section>
  );
}
