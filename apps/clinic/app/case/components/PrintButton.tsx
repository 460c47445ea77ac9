import { Button } from "../../ui/index.ts";
import { useHydrated } from "../../ui/scripted.ts";

/** The browser prints, or keeps as PDF. Without script the browser's own menu does; the button says so by waiting. */
export function PrintButton() {
  return (
    <Button type="button" look="quiet" disabled={!useHydrated()} onClick={() => window.print()}>
      Print or keep as PDF
    </Button>
  );
}
