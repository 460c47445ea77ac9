const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const moment = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** A date, or a moment in UTC if it carries a time: the same words on the server and in the browser. */
export function When({ at }: { readonly at: string }) {
  const timed = at.length > 10;
  return <time dateTime={at}>{timed ? `${moment.format(new Date(at))} UTC` : day.format(new Date(at))}</time>;
}
