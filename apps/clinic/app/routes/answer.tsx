import { Page, PageHeader } from "../parts/index.ts";

export default function Answer() {
  return (
    <Page>
      <PageHeader title="Answer" />
    </Page>
  );
}
