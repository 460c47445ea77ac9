import type { ReactNode } from "react";
import { ButtonLink, PageHeader, SegmentedControl } from "../../ui/index.ts";

export type EvidencePart = "claims" | "questions" | "studies" | "rules";

const options = [
  { id: "claims", to: "/evidence", label: "Claims" },
  { id: "questions", to: "/evidence/syntheses", label: "Questions" },
  { id: "studies", to: "/evidence/studies", label: "Studies" },
  { id: "rules", to: "/evidence/rules", label: "Rules" },
] as const;

/** The ways into the evidence: what may be said, what was asked, the studies themselves, and the rules tried out. */
export function EvidenceHead(props: {
  readonly current: EvidencePart;
  readonly mayWrite: boolean;
  readonly children: ReactNode;
}) {
  return (
    <>
      <PageHeader
        title="Evidence"
        actions={
          props.mayWrite ? (
            <>
              <ButtonLink to="/evidence/import" look="quiet">
                Read in a file
              </ButtonLink>
              <ButtonLink to="/evidence/study/new">Add a study</ButtonLink>
            </>
          ) : undefined
        }
      >
        {props.children}
      </PageHeader>
      <SegmentedControl label="Evidence" current={props.current} options={options} />
    </>
  );
}
