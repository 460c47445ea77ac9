import { Page, PageHeader } from "../parts/index.ts";

export default function Gallery() {
  return (
    <Page>
      <PageHeader title="Gallery" />
    </Page>
  );
}
