import type { Rater } from "@concord/instruments";
import type { ReactNode } from "react";

export const raterWords: Readonly<Record<Rater, string>> = {
  client: "Client",
  therapist: "Therapist",
  observer: "Observer",
  caregiver: "Caregiver",
  member: "Group member",
};

/** Colour is never alone: each chair has a shape too. Client ●, therapist ■, observer ▲, caregiver ◆, member ✚. */
const shapes: Readonly<Record<Rater, ReactNode>> = {
  client: <circle cx="6" cy="6" r="5" />,
  therapist: <rect x="1.5" y="1.5" width="9" height="9" rx="1" />,
  observer: <path d="M6 1 11.5 11h-11z" />,
  caregiver: <path d="M6 0.5 11.5 6 6 11.5.5 6z" />,
  member: <path d="M4.2 1h3.6v3.2H11v3.6H7.8V11H4.2V7.8H1V4.2h3.2z" />,
};

/** Who speaks. */
export function RaterMark({ rater, children }: { readonly rater: Rater; readonly children?: ReactNode }) {
  return (
    <span className={`rater rater-${rater}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
        {shapes[rater]}
      </svg>
      {children ?? raterWords[rater]}
    </span>
  );
}
