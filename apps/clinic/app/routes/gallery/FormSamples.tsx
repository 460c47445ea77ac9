import type { Instrument } from "@concord/instruments";
import { nothingGiven } from "../../form/given.ts";
import { Question } from "../../form/Question.tsx";
import { Card } from "../../parts/index.ts";

/** One question of each kind, as a client sees it. */
export function FormSamples({ instruments }: { readonly instruments: readonly Instrument[] }) {
  return (
    <Card title="Questions">
      {instruments.map((instrument) => {
        const [item] = instrument.items;
        const words = item && instrument.wordings[0]?.items[item.id];
        return item === undefined ? null : (
          <div key={instrument.id} data-rater={instrument.rater} className="form-sample">
            <Question name={instrument.id} item={item} words={words} risk={undefined} given={nothingGiven} />
          </div>
        );
      })}
    </Card>
  );
}
