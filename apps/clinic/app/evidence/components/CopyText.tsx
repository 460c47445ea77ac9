import { useState } from "react";
import { Button } from "../../ui/index.ts";
import { useHydrated } from "../../ui/scripted.ts";

/** A text to take along. A click selects all of it; with script a button copies it too. */
export function CopyText({ text, label }: { readonly text: string; readonly label: string }) {
  const [state, setState] = useState<"idle" | "copied">("idle");
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setState("copied");
  };
  return (
    <div className="copy-text">
      <p className="copy-me figures">{text}</p>
      <Button
        type="button"
        look="quiet"
        disabled={!useHydrated()}
        onClick={() => void copy()}
        aria-label={`Copy: ${label}`}
      >
        {state === "copied" ? "Copied" : "Copy"}
      </Button>
    </div>
  );
}
