import { Page, PageHeader } from "../parts/index.ts";

export default function Group() {
  return (
    <Page>
      <PageHeader title="Group" />
    </Page>
  );
}
