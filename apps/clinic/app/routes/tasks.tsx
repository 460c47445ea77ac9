import { Page, PageHeader } from "../parts/index.ts";

export default function Tasks() {
  return (
    <Page>
      <PageHeader title="Tasks" />
    </Page>
  );
}
