import { Page, PageHeader } from "../parts/index.ts";

export default function Wordings() {
  return (
    <Page>
      <PageHeader title="Wordings" />
    </Page>
  );
}
