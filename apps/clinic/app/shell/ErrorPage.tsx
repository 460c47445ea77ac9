const headings: Readonly<Record<number, string>> = {
  400: "This could not be saved",
  403: "This is not open to you",
  404: "There is no such page",
  413: "This is larger than can be sent",
  429: "Too many tries in a short time",
};

const sentences: Readonly<Record<number, string>> = {
  400: "Something in what was sent cannot be used. Go back, check what you entered, then save again.",
  403: "What you asked for belongs to someone else, or to another role.",
  404: "The address may be mistyped, or what it named is gone.",
  429: "Please wait a minute, then try again.",
};

/** A sentence for each failure, and a way on. */
export function ErrorPage({ status, words }: { readonly status: number; readonly words: string | null }) {
  return (
    <div className="page page-middle">
      <div className="stack">
        <h1>{headings[status] ?? "Something went wrong on our side"}</h1>
        <p>
          {words ||
            sentences[status] ||
            "Nothing you entered is lost if it was already confirmed. Please try again."}
        </p>
        <p>
          <a href="/">Back to the beginning</a>
        </p>
      </div>
    </div>
  );
}
