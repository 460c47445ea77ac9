import type { Instrument, Score } from "@concord/instruments";
import type { DatedScore, RiskMark } from "./course.ts";

/** When a form was answered. */
export interface CardTrigger {
  readonly session: number;
  readonly date?: string;
}

/** The scales of one scored form as the course takes them; what could not be scored stays away. */
export function scoresOf(instrument: Instrument, score: Score, occasion: CardTrigger): readonly DatedScore[] {
  requireSame("scoresOf", instrument, score);
  return score.scales.flatMap((own) => {
    const scale = instrument.scales.find((each) => each.id === own.scale);
    if (own.kind !== "score" || scale === undefined) return [];
    const { rater, construct, id } = instrument;
    const { value, minimum, maximum } = own;
    return [
      {
        ...whenOf(occasion),
        rater,
        construct,
        instrument: id,
        scale: own.scale,
        value,
        minimum,
        maximum,
        better: scale.better,
      },
    ];
  });
}

/** The risk answers of one scored form, whatever became of its scales. */
export function riskMarksOf(
  instrument: Instrument,
  score: Score,
  occasion: CardTrigger,
): readonly RiskMark[] {
  requireSame("riskMarksOf", instrument, score);
  return score.risks.map(({ item, value, about }) => ({
    ...whenOf(occasion),
    rater: instrument.rater,
    instrument: instrument.id,
    item,
    value,
    about,
  }));
}

function whenOf({ session, date }: CardTrigger): CardTrigger {
  return date === undefined ? { session } : { session, date };
}

function requireSame(subject: string, instrument: Instrument, score: Score): void {
  if (instrument.id !== score.instrument) {
    throw new RangeError(
      `${subject} requires the form that was scored: ${instrument.id}, not ${score.instrument}`,
    );
  }
}
