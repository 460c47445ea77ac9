import { raterKey, raterWords } from "@concord/charts";
import type { Rater } from "@concord/instruments";
import { Link } from "react-router";
import { Icon } from "../../ui/clinical/Icon.tsx";

interface Which {
  readonly instrument: string;
  readonly rater: Rater;
}

/** Which form's items to look at. */
export function ItemForms(props: {
  readonly forms: readonly (Which & { readonly title: string })[];
  readonly episode: string;
  readonly current: Which;
}) {
  const { forms, episode, current } = props;
  return (
    <nav aria-label="Forms">
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
                <span className="visually-hidden">, {raterWords[form.rater]}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
