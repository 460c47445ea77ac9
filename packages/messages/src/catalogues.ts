import deInformal from "./client-form/de.informal.json" with { type: "json" };
import de from "./client-form/de.json" with { type: "json" };
import en from "./client-form/en.json" with { type: "json" };
import esInformal from "./client-form/es.informal.json" with { type: "json" };
import es from "./client-form/es.json" with { type: "json" };
import frInformal from "./client-form/fr.informal.json" with { type: "json" };
import fr from "./client-form/fr.json" with { type: "json" };
import itInformal from "./client-form/it.informal.json" with { type: "json" };
import it from "./client-form/it.json" with { type: "json" };
import type { Locale } from "./locales.ts";
import type { ClientMessageId } from "./message-values.ts";

export type Catalogue = Readonly<Record<ClientMessageId, string>>;

/** Every message that clients read, in every locale. A message that a locale lacks does not compile. */
export const catalogues: Readonly<Record<Locale, Catalogue>> = { en, de, es, fr, it };

/** The messages that read differently where the reader is addressed informally: children and adolescents. */
export const informalCatalogues: Readonly<Record<Locale, Partial<Catalogue>>> = {
  en: {},
  de: deInformal,
  es: esInformal,
  fr: frInformal,
  it: itInformal,
};
