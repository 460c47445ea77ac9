import { raterKey } from "@concord/charts";
import type { Rater } from "@concord/instruments";
import { Link } from "react-router";
import { Icon } from "../../ui/clinical/Icon.tsx";
import { useMessages } from "../../ui/frame/messages.ts";

interface Which {
  readonly instrument: string;
  readonly rater: Rater;
}

/** The questionnaires whose items can be shown. */
export function ItemForms(props: {
  readonly forms: readonly (Which & { readonly title: string })[];
  readonly episode: string;
  readonly current: Which;
}) {
  const { text } = useMessages();
  const { forms, episode, current } = props;
  return (
    <nav aria-label={text("case.items.questionnaires")}>
      <ul className="item-forms">
        {forms.map((form) => (
          <li key={`${form.instrument}-${form.rater}`}>
            <Link
              to={`/case/${episode}/items?${new URLSearchParams({ form: form.instrument, rater: form.rater })}`}
              aria-current={
                form.instrument === current.instrument && form.rater === current.rater ? "true" : undefined
              }
              preventScrollReset
            >
              <Icon svg={raterKey(form.rater)} />
              <span>
                {form.title}
                <span className="visually-hidden">, {text(`charts.rater.${form.rater}`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
