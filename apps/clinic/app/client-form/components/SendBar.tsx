import { use } from "react";
import { MessagesContext } from "../../ui/questionnaire/form-messages.ts";

/**
 * Always in reach of the thumb: how far one is, and the button. The style sheet counts what is answered; the
 * script speaks in the line above: what is still open, and whether anything waits to be sent.
 */
export function SendBar({ total, child }: { readonly total: number; readonly child: boolean }) {
  const words = use(MessagesContext);
  const [before, after] = words.around("client-form.send.progress", "answered", { total });
  return (
    <div className="send-bar">
      <p className="remark" role="status" data-remark />
      <p className="progress" aria-hidden="true">
        {before}
        <span className="progress-count" />
        {after}
      </p>
      <button type="submit" data-send>
        {words.text(child ? "client-form.send.button.child" : "client-form.send.button")}
      </button>
    </div>
  );
}
