import type { ReviewView } from "@concord/practice";
import { useMessages } from "../../ui/frame/messages.ts";

/** What the two agreed, for both to see: the newest, in the words that were kept. */
export function Agreed({ agreed }: { readonly agreed: ReviewView["agreed"] }) {
  const { text } = useMessages();
  const [newest] = agreed;
  if (newest === undefined) return null;
  return (
    <section className="review-agreed">
      <h2>{text("review.agreed", { session: newest.takenIn })}</h2>
      <p>{newest.words}</p>
    </section>
  );
}
