import type { Rater } from "@concord/instruments";
import type { ReactNode } from "react";
import keeperUrl from "./keeper.ts?worker&url";
import type { Variant } from "./variant.ts";

/** The frame of a client's page: whose it is, what it is for, and one small script that it works without. */
export function Screen(props: {
  readonly variant: Variant;
  readonly rater: Rater;
  readonly practiceName: string | null;
  readonly simulated: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className="screen" data-variant={props.variant} data-rater={props.rater}>
      {props.simulated && (
        <p className="simulated" role="note">
          Simulated practice: nobody here is real.
        </p>
      )}
      <main>
        {props.practiceName !== null && <p className="practice">{props.practiceName}</p>}
        {props.children}
      </main>
      <script src={keeperUrl} defer />
    </div>
  );
}
