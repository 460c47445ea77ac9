import { Page, PageHeader } from "../parts/index.ts";

export default function Caseload() {
  return (
    <Page>
      <PageHeader title="Caseload" />
    </Page>
  );
}
