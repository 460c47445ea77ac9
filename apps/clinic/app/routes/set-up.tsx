import { Page, PageHeader } from "../parts/index.ts";

export default function SetUp() {
  return (
    <Page>
      <PageHeader title="SetUp" />
    </Page>
  );
}
