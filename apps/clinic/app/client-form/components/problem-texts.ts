import type { Instrument } from "@concord/instruments";
import type { ClientMessages } from "@concord/messages";

/** Returns what stands under each question whose answer cannot be taken, and under `form` what concerns all of them. */
export function problemTexts(
  words: ClientMessages,
  instrument: Instrument,
  problems: readonly { readonly item: string }[],
  answers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const textOf = (name: string) => {
    if (name === "form") return words.text("client-form.problem.nothing-answered");
    const id = name.slice(name.indexOf(":") + 1);
    const scale = instrument.items.find((item) => item.id === id)?.response;
    if (scale?.kind !== "text") return words.text("client-form.problem.choose-again");
    const length = answers[name]?.trim().length ?? 0;
    return words.text("client-form.problem.text-too-long", { length, limit: scale.longest });
  };
  return Object.fromEntries(problems.map(({ item }) => [item, textOf(item)]));
}
