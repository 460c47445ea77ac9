/**
 * Always in reach of the thumb: how far one is, and the button. The style sheet counts what is answered; the
 * script speaks in the line above: what is still open, and whether anything waits to be sent.
 */
export function SendBar({ total, child }: { readonly total: number; readonly child: boolean }) {
  return (
    <div className="send-bar">
      <p className="remark" role="status" data-remark />
      <p className="progress" aria-hidden="true">
        <span className="progress-count" /> of {total} answered
      </p>
      <button type="submit" data-send>
        {child ? "I am done" : "Send"}
      </button>
    </div>
  );
}
