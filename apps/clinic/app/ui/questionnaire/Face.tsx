/** A face from unhappy (0) to happy (1). Only the mouth and the brows change, so that the row reads as one scale. */
export function Face({ mood }: { readonly mood: number }) {
  const bend = (mood - 0.5) * 22;
  const corner = 32 - bend * 0.25;
  const brow = (0.5 - mood) * 4;
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true">
      <circle className="face-skin" cx="24" cy="24" r="21.5" />
      <g className="face-ink">
        {mood < 0.4 && (
          <path d={`M13 ${15 + brow}l7 ${-brow * 1.4}M35 ${15 + brow}l-7 ${-brow * 1.4}`} fill="none" />
        )}
        <circle className="face-eye" cx="17" cy="20.5" r="2.1" />
        <circle className="face-eye" cx="31" cy="20.5" r="2.1" />
        <path
          className={mood > 0.9 ? "face-laugh" : undefined}
          d={`M14.5 ${corner}Q24 ${corner + bend} 33.5 ${corner}${mood > 0.9 ? "z" : ""}`}
          fill="none"
        />
      </g>
    </svg>
  );
}
