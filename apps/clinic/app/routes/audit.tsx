import { Page, PageHeader } from "../parts/index.ts";

export default function Audit() {
  return (
    <Page>
      <PageHeader title="Audit" />
    </Page>
  );
}
