import type { Instrument, Wording } from "@concord/instruments";
import type { HelpText } from "@concord/practice";
import type { Given } from "../../ui/questionnaire/given.ts";
import { HelpPanel } from "../../ui/questionnaire/HelpPanel.tsx";
import { Question } from "../../ui/questionnaire/Question.tsx";
import { branchesOf } from "./branches.ts";

/**
 * All questions of one form. `about` is put before the fields' names where the same questions are asked of
 * several people. A risk answer opens the help text right under its question, before anything is sent.
 */
export function Questions(props: {
  readonly instrument: Instrument;
  readonly wording: Wording;
  readonly help: HelpText & { readonly language: string };
  readonly given: Given;
  readonly about?: string;
}) {
  const { instrument, wording, given, about } = props;
  const nameOf = (item: string) => (about === undefined ? item : `${about}:${item}`);
  const asked = (item: Instrument["items"][number]) => ({
    item,
    name: nameOf(item.id),
    words: wording.items[item.id],
    risk: instrument.riskItems.find((risk) => risk.item === item.id),
    given,
  });
  return branchesOf(instrument.items).map(({ question, followUps }) => (
    <div className="branch" key={question.id}>
      <Question {...asked(question)} opens={followUps.map(({ atLeast }) => atLeast)} />
      {asked(question).risk !== undefined && <HelpPanel help={props.help} />}
      {followUps.map(({ atLeast, items }) => (
        <div className={`follow-ups follow-ups-${atLeast}`} key={atLeast}>
          {items.map((item) => (
            <div key={item.id}>
              <Question {...asked(item)} />
              {asked(item).risk !== undefined && <HelpPanel help={props.help} />}
            </div>
          ))}
        </div>
      ))}
    </div>
  ));
}
