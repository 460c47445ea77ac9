import { Page, PageHeader } from "../parts/index.ts";

export default function Review() {
  return (
    <Page>
      <PageHeader title="Review" />
    </Page>
  );
}
