import { Page, PageHeader } from "../parts/index.ts";

export default function FormPage() {
  return (
    <Page>
      <PageHeader title="FormPage" />
    </Page>
  );
}
