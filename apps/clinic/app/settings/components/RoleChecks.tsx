import { Check } from "../../ui/index.ts";
import { everyRole } from "../sent-roles.ts";

const meaning = {
  therapist: "Therapist: sees their own cases",
  supervisor: "Supervisor: sees cases they were let into",
  administrator: "Administrator: runs the practice, sees nothing clinical",
  researcher: "Researcher: works on de-identified data",
} as const;

/** What someone may be here, with what each role opens. */
export function RoleChecks({ held }: { readonly held: readonly string[] }) {
  return (
    <fieldset className="stack-tight">
      <legend className="field-label">Roles</legend>
      {everyRole.map((role) => (
        <div key={role}>
          <Check name="role" value={role} label={meaning[role]} defaultChecked={held.includes(role)} />
        </div>
      ))}
    </fieldset>
  );
}
