import { Button } from "../index.ts";

/** The browser prints, or keeps as PDF. */
export function PrintButton() {
  return (
    <Button type="button" look="quiet" onClick={() => window.print()}>
      Print or keep as PDF
    </Button>
  );
}
