import { Page, PageHeader } from "../parts/index.ts";

export default function Notes() {
  return (
    <Page>
      <PageHeader title="Notes" />
    </Page>
  );
}
