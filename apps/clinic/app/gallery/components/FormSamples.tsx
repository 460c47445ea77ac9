import type { Instrument } from "@concord/instruments";
import { useMessages } from "../../ui/frame/messages.ts";
import { Card } from "../../ui/index.ts";
import { emptyValues } from "../../ui/questionnaire/given.ts";
import { Question } from "../../ui/questionnaire/Question.tsx";

/** One question of each kind, as a client sees it. */
export function FormSamples({ instruments }: { readonly instruments: readonly Instrument[] }) {
  const { text } = useMessages();
  return (
    <Card title={text("gallery.questions")}>
      {instruments.map((instrument) => {
        const [item] = instrument.items;
        const words = item && instrument.wordings[0]?.items[item.id];
        return item === undefined ? null : (
          <div key={instrument.id} data-rater={instrument.rater} className="form-sample">
            <Question name={instrument.id} item={item} words={words} risk={undefined} given={emptyValues} />
          </div>
        );
      })}
    </Card>
  );
}
