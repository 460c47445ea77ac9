import type { StaffMessages } from "@concord/messages";
import { fitWords, textWidth } from "../evidence/text-width.ts";
import { element, type Markup } from "../svg.ts";
import type { VarianceShare } from "./values.ts";

const height = 26;
const lineHeight = 18;

/**
 * One bar as wide as the whole, parted by whose doing the differences are; names and percentages stand below.
 */
export function varianceBar(
  shares: readonly VarianceShare[],
  place: { readonly x: number; readonly y: number; readonly width: number },
  messages: StaffMessages,
): readonly Markup[] {
  let x = place.x;
  const parts = shares.flatMap(({ kind, label, share }) => {
    if (share === null || !(share > 0)) return [];
    const width = share * place.width;
    const own = element("rect", { class: `srm-share srm-share--${kind}`, x, y: place.y, width, height }, [
      element("title", {}, [shareWords({ label, share }, messages)]),
    ]);
    x += width;
    return [own];
  });
  const columns = columnsOf(shares.length, place.width);
  const column = place.width / columns;
  const names = shares.flatMap(({ kind, label, share }, i) => {
    const words = shareWords({ label, share }, messages);
    const left = place.x + (i % columns) * column;
    const top = place.y + height + 10 + Math.floor(i / columns) * lineHeight;
    return [
      element("rect", {
        class: `srm-share srm-share--${kind}`,
        x: left,
        y: top,
        width: 12,
        height: 12,
      }),
      element("text", { class: "srm-share-name", x: left + 17, y: top + 10 }, [
        textWidth(words, 12) <= column - 22 ? words : fitWords(words, column - 22, 12),
      ]),
    ];
  });
  return [...parts, ...names];
}

/** Returns a part of the variance with its share; a part that is estimated below zero has none. */
export function shareWords(
  { label, share }: Pick<VarianceShare, "label" | "share">,
  { text, format }: StaffMessages,
): string {
  return share === null
    ? text("charts.round-robin.zero", { label })
    : text("charts.round-robin.share", { label, share: format.percent(share) });
}

/** From the top of the bar to below its names. */
export function varianceBarHeight(shares: number, width: number): number {
  return height + 12 + Math.ceil(shares / columnsOf(shares, width)) * lineHeight;
}

/** Names side by side where there is room, else two and two. */
function columnsOf(shares: number, width: number): number {
  return width / Math.max(1, shares) >= 150 ? Math.max(1, shares) : 2;
}
