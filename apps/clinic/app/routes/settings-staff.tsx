import { Page, PageHeader } from "../parts/index.ts";

export default function Staff() {
  return (
    <Page>
      <PageHeader title="Staff" />
    </Page>
  );
}
