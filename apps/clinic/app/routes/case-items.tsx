import { Page, PageHeader } from "../parts/index.ts";

export default function Items() {
  return (
    <Page>
      <PageHeader title="Items" />
    </Page>
  );
}
