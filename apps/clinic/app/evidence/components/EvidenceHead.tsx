import type { ReactNode } from "react";
import { useMessages } from "../../ui/frame/messages.ts";
import { ButtonLink, PageHeader, SegmentedControl } from "../../ui/index.ts";

export type EvidencePart = "claims" | "questions" | "studies" | "rules";

/** The head of the four pages about evidence: statements, meta-analyses, studies, and the detection rules. */
export function EvidenceHead(props: {
  readonly current: EvidencePart;
  readonly mayWrite: boolean;
  readonly children: ReactNode;
}) {
  const { text } = useMessages();
  const options = [
    { id: "claims", to: "/evidence", label: text("evidence.head.claims") },
    { id: "questions", to: "/evidence/syntheses", label: text("evidence.head.syntheses") },
    { id: "studies", to: "/evidence/studies", label: text("evidence.head.studies") },
    { id: "rules", to: "/evidence/rules", label: text("evidence.head.rules") },
  ];
  return (
    <>
      <PageHeader
        title={text("evidence.head.title")}
        actions={
          props.mayWrite ? (
            <>
              <ButtonLink to="/evidence/import" look="quiet">
                {text("evidence.head.import")}
              </ButtonLink>
              <ButtonLink to="/evidence/study/new">{text("evidence.head.add")}</ButtonLink>
            </>
          ) : undefined
        }
      >
        {props.children}
      </PageHeader>
      <SegmentedControl label={text("evidence.head.tabs")} current={props.current} options={options} />
    </>
  );
}
