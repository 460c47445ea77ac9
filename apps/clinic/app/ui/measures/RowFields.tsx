import type { AgeBand } from "@concord/instruments";
import type { OfferedInstrument, PlanRow, Timing } from "@concord/practice";
import type { RejectedForm } from "../form/rejected-form.ts";
import { useFormFields } from "../form/rejected-form.ts";
import { useMessages } from "../frame/messages.ts";
import { Check, Choice, Field } from "../index.ts";

const phases = ["engagement", "working-through", "termination"] as const;

/** The fields of one questionnaire of a plan: when it is given, how much it matters, and what happens if it was missed. */
export function RowFields(props: {
  readonly instrument: Pick<OfferedInstrument, "instrument" | "ageBands">;
  /** What the fields hold at first; null for a questionnaire that is added. */
  readonly row: PlanRow | null;
  readonly answer: RejectedForm | undefined;
  /** The client whose plan it is: setting and age are not asked for. */
  readonly fixed?: { readonly setting: PlanRow["setting"]; readonly ageBand: AgeBand };
}) {
  const { text } = useMessages();
  const { instrument, row, answer, fixed } = props;
  const when: Timing | undefined = row?.when;
  const field = useFormFields<"every" | "from" | "at" | "weeks" | "priority" | "whenMissed" | "setting">(
    answer,
    {
      every: when?.sessions?.every.toString() ?? (row === null ? "1" : ""),
      from: when?.sessions?.from.toString() ?? (row === null ? "1" : ""),
      at: when?.at.join(", ") ?? "",
      weeks: when?.weeks?.toString() ?? "",
      priority: String(row?.priority ?? 2),
      whenMissed: row?.whenMissed ?? "next-session",
      setting: row?.setting ?? "individual",
    },
  );
  return (
    <>
      <input type="hidden" name="instrument" value={instrument.instrument} />
      {fixed === undefined ? (
        <>
          <Choice label={text("measures.row.setting")} {...field("setting")} short>
            <option value="individual">{text("measures.setting.individual")}</option>
            <option value="group">{text("measures.setting.group")}</option>
          </Choice>
          <fieldset className="measure-checks">
            <legend>{text("measures.row.ages")}</legend>
            {instrument.ageBands.map((band) => (
              <Check
                key={band}
                name="ageBands"
                value={band}
                label={text(`measures.age.${band}`)}
                defaultChecked={row === null || row.ageBands.includes(band)}
              />
            ))}
          </fieldset>
        </>
      ) : (
        <>
          <input type="hidden" name="setting" value={fixed.setting} />
          <input type="hidden" name="ageBands" value={fixed.ageBand} />
        </>
      )}
      <fieldset className="stack stack-tight">
        <legend>{text("measures.row.when")}</legend>
        <Check name="intake" label={text("measures.when.intake")} defaultChecked={when?.intake === true} />
        <div className="form-row">
          <Field
            label={text("measures.row.every")}
            {...field("every")}
            type="number"
            min={1}
            max={52}
            short
          />
          <Field label={text("measures.row.from")} {...field("from")} type="number" min={1} max={500} short />
        </div>
        <Field
          label={text("measures.row.at")}
          hint={text("measures.row.at-hint")}
          {...field("at")}
          maxLength={200}
        />
        <Field label={text("measures.row.weeks")} {...field("weeks")} type="number" min={1} max={52} short />
        {phases.map((phase) => (
          <Check
            key={phase}
            name="phases"
            value={phase}
            label={text("measures.when.phase", { phase })}
            defaultChecked={when?.phases.includes(phase) === true}
          />
        ))}
        <Check name="ending" label={text("measures.when.ending")} defaultChecked={when?.ending === true} />
      </fieldset>
      <Choice
        label={text("measures.row.priority")}
        hint={text("measures.row.priority-hint")}
        {...field("priority")}
        short
      >
        <option value="1">{text("measures.priority.first")}</option>
        <option value="2">{text("measures.priority.second")}</option>
        <option value="3">{text("measures.priority.third")}</option>
      </Choice>
      <Choice label={text("measures.row.missed")} {...field("whenMissed")}>
        <option value="next-session">{text("measures.missed.next-session")}</option>
        <option value="leave-out">{text("measures.missed.leave-out")}</option>
      </Choice>
    </>
  );
}
