import { useState } from "react";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button } from "../../ui/index.ts";
import { useHydrated } from "../../ui/scripted.ts";

/** A text to copy. A click selects all of it; with script a button copies it too. `label` says what is copied. */
export function CopyText({ text: copied, label }: { readonly text: string; readonly label: string }) {
  const { text } = useMessages();
  const [state, setState] = useState<"idle" | "copied">("idle");
  const copy = async () => {
    await navigator.clipboard.writeText(copied);
    setState("copied");
  };
  return (
    <div className="copy-text">
      <p className="copy-me figures">{copied}</p>
      <Button
        type="button"
        look="quiet"
        disabled={!useHydrated()}
        onClick={() => void copy()}
        aria-label={label}
      >
        {text(state === "copied" ? "evidence.export.copied" : "evidence.export.copy")}
      </Button>
    </div>
  );
}
