import { dateWords } from "@concord/charts";

/**
 * A date, or a moment in UTC if it carries a time: the same words on the server, in every browser and in the charts.
 */
export function FormattedDate({ at }: { readonly at: string }) {
  const moment = at.length > 10 ? new Date(at).toISOString() : null;
  return (
    <time dateTime={at}>
      {moment === null ? dateWords(at) : `${dateWords(moment)}, ${moment.slice(11, 16)} UTC`}
    </time>
  );
}
