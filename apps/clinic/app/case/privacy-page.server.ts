import { locales, messages } from "@concord/messages";
import { consentTextVersions, measuringRefusal, type PrivacyView } from "@concord/practice";
import { languageNames } from "../ui/form/language-names.ts";
import type { RejectedForm } from "../ui/form/rejected-form.ts";

const matters = ["measuring", "supervision", "research"] as const;

/** What the page about a client’s privacy shows, with the texts of consent: the client’s language first. */
export function privacyPage(view: PrivacyView, language: string, today: string) {
  const names = languageNames(language);
  const ordered = locales.toSorted(
    (one, two) => Number(two === view.language) - Number(one === view.language),
  );
  const address = view.ageBand === "adult" ? "formal" : "informal";
  const textsOf = (matter: (typeof matters)[number]) => ({
    version: consentTextVersions[matter],
    byLanguage: ordered.map((one) => {
      const words = messages(one, address);
      const own = words.text(`client-form.consent.${matter}`);
      const isYoung = matter === "measuring" && view.ageBand !== "adult";
      return {
        language: one,
        name: names.find((each) => each.language === one)?.name ?? one,
        paragraphs: isYoung ? [messages(one).text("client-form.consent.caregiver"), own] : [own],
      };
    }),
  });
  return {
    view,
    today,
    languages: names,
    refusal: measuringRefusal(view.measuring),
    texts: {
      measuring: textsOf("measuring"),
      supervision: textsOf("supervision"),
      research: textsOf("research"),
    },
  };
}

export type PrivacyData = ReturnType<typeof privacyPage>;

/** A form of the page that was refused, and which. */
export type PrivacyAnswer = RejectedForm & { readonly matter: string; readonly intent: string };
