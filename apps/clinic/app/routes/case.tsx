import { Page, PageHeader } from "../parts/index.ts";

export default function Case() {
  return (
    <Page>
      <PageHeader title="Case" />
    </Page>
  );
}
