import { locales, type Text } from "@concord/messages";
import { Choice } from "./controls/Field.tsx";
import { languageName } from "./frame/language-name.ts";
import { useMessages } from "./frame/messages.ts";

/** The language of a practice and its time zone, for its set-up and its settings. */
export function PracticeLanguageFields(props: {
  readonly language: string;
  readonly timeZone: string;
  readonly timeZones: readonly string[];
  readonly problem: (field: string) => Text | null;
}) {
  const { text } = useMessages();
  return (
    <>
      <Choice
        label={text("shell.practice-language.label")}
        hint={text("shell.practice-language.hint")}
        name="language"
        defaultValue={props.language}
        problem={props.problem("language")}
      >
        {locales.map((one) => (
          <option key={one} value={one} lang={one}>
            {languageName(one)}
          </option>
        ))}
      </Choice>
      <Choice
        label={text("shell.time-zone.label")}
        hint={text("shell.time-zone.hint")}
        name="timeZone"
        defaultValue={props.timeZone}
        problem={props.problem("timeZone")}
      >
        {props.timeZones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </Choice>
    </>
  );
}
