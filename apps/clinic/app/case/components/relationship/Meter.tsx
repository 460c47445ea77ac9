import { useMessages } from "../../../ui/frame/messages.ts";

/** A score from 0 to 100 as a bar with its number, as wide as the text next to it. */
export function Meter(props: {
  readonly label: string;
  readonly percent: number | null;
  readonly aside?: string;
}) {
  const { text, format } = useMessages();
  const { label, percent, aside } = props;
  return (
    <div className="meter">
      <dt>{label}</dt>
      <dd>
        {percent === null ? (
          <span className="soft">{aside ?? text("relationship.meter.not-assessed")}</span>
        ) : (
          <>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect className="own-range" width="100" height="8" />
              <rect className="meter-value" width={percent} height="8" />
            </svg>
            <span className="meter-number">
              {format.number(Math.round(percent))}
              {aside !== undefined && <span className="soft"> {aside}</span>}
            </span>
          </>
        )}
      </dd>
    </div>
  );
}
