/** How far something is answered, 0–100, as a bar the width of the words beside it. */
export function Meter(props: {
  readonly label: string;
  readonly percent: number | null;
  readonly aside?: string;
}) {
  const { label, percent, aside } = props;
  return (
    <div className="meter">
      <dt>{label}</dt>
      <dd>
        {percent === null ? (
          <span className="soft">{aside ?? "not asked"}</span>
        ) : (
          <>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect className="own-range" width="100" height="8" />
              <rect className="meter-value" width={percent} height="8" />
            </svg>
            <span className="meter-number">
              {Math.round(percent)}
              {aside !== undefined && <span className="soft"> {aside}</span>}
            </span>
          </>
        )}
      </dd>
    </div>
  );
}
