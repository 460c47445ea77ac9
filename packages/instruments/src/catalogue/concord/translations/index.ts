import type { Instrument, Wording } from "../../../instrument.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { italian } from "./italian.ts";
import { spanish } from "./spanish.ts";

/**
 * Returns one of Concord's own forms with its translations. They keep the meaning, direction and answers of the English
 * text and say that no native clinician has checked them.
 *
 * @throws {RangeError} if the form is called validated: what a study found for one wording does not hold for an unchecked
 * translation of it.
 */
export function withTranslations(instrument: Instrument): Instrument {
  const translated = [german, spanish, french, italian].flatMap((translations): Wording[] => {
    const found = Object.entries(translations).find(([id]) => id === instrument.id)?.[1];
    if (found === undefined || typeof found === "string") return [];
    return [{ ...found, language: translations.language, translation: "not-checked" }];
  });
  if (translated.length > 0 && instrument.validation === "published")
    throw new RangeError(`withTranslations requires a form that is not called validated: ${instrument.id}`);
  return { ...instrument, wordings: [...instrument.wordings, ...translated] };
}
