import { useMessages } from "../../ui/frame/messages.ts";
import { Button } from "../../ui/index.ts";
import { useHydrated } from "../../ui/scripted.ts";

/** Opens the browser’s print dialog. Without script it is disabled, and the browser’s own menu prints. */
export function PrintButton() {
  const { text } = useMessages();
  return (
    <Button type="button" look="quiet" disabled={!useHydrated()} onClick={() => window.print()}>
      {text("brief.page.print")}
    </Button>
  );
}
