import { ButtonLink, PageHeader, SegmentedControl } from "../../ui/index.ts";

const options = [
  { id: "practice", to: "/settings", label: "Practice" },
  { id: "staff", to: "/settings/staff", label: "Staff" },
  { id: "wordings", to: "/settings/wordings", label: "Wordings" },
  { id: "norms", to: "/settings/norms", label: "Norms" },
  { id: "evaluation", to: "/settings/evaluation", label: "Evaluation" },
  { id: "language-model", to: "/settings/language-model", label: "Language model" },
];

/** The pages on which a practice is run. */
export function SettingsHead({ current, title }: { readonly current: string; readonly title: string }) {
  return (
    <>
      <PageHeader
        title={title}
        actions={
          current === "practice" && (
            <ButtonLink to="/import" look="quiet">
              Import ratings
            </ButtonLink>
          )
        }
      />
      <SegmentedControl label="Settings" current={current} options={options} />
    </>
  );
}
