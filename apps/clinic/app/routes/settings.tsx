import { Page, PageHeader } from "../parts/index.ts";

export default function Settings() {
  return (
    <Page>
      <PageHeader title="Settings" />
    </Page>
  );
}
