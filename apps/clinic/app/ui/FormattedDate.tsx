import { useMessages } from "./frame/messages.ts";

/** A date, or a moment in the time zone of the practice if it carries a time: the same on the server and in every browser. */
export function FormattedDate({ at }: { readonly at: string }) {
  const { format } = useMessages();
  return <time dateTime={at}>{at.length > 10 ? format.dateTime(at) : format.date(at)}</time>;
}
