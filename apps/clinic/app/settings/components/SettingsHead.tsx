import { useMessages } from "../../ui/frame/messages.ts";
import { ButtonLink, PageHeader, SegmentedControl } from "../../ui/index.ts";

const options = [
  { id: "practice", to: "/settings" },
  { id: "staff", to: "/settings/staff" },
  { id: "measures", to: "/settings/measures" },
  { id: "messages", to: "/settings/messages" },
  { id: "wordings", to: "/settings/wordings" },
  { id: "norms", to: "/settings/norms" },
  { id: "evaluation", to: "/settings/evaluation" },
  { id: "privacy", to: "/settings/privacy" },
  { id: "backup", to: "/settings/backup" },
  { id: "language-model", to: "/settings/language-model" },
] as const;

/** The pages on which a practice is run. */
export function SettingsHead({ current, title }: { readonly current: string; readonly title: string }) {
  const { text } = useMessages();
  return (
    <>
      <PageHeader
        title={title}
        actions={
          current === "practice" && (
            <>
              <ButtonLink to="/waiting" look="quiet">
                {text("caseload.waiting.title")}
              </ButtonLink>
              <ButtonLink to="/import" look="quiet">
                {text("settings.nav.import")}
              </ButtonLink>
            </>
          )
        }
      />
      <SegmentedControl
        label={text("settings.nav.label")}
        current={current}
        options={options.map((one) => ({ ...one, label: text(`settings.nav.${one.id}`) }))}
      />
    </>
  );
}
