import { useMessages } from "../../ui/frame/messages.ts";
import { Check } from "../../ui/index.ts";
import { everyRole } from "../sent-roles.ts";

/** What someone may be here, with what each role opens. */
export function RoleChecks({ held }: { readonly held: readonly string[] }) {
  const { text } = useMessages();
  return (
    <fieldset className="stack-tight">
      <legend className="field-label">{text("settings.staff.roles")}</legend>
      {everyRole.map((role) => (
        <div key={role}>
          <Check
            name="role"
            value={role}
            label={text(`settings.staff.role.${role}`)}
            defaultChecked={held.includes(role)}
          />
        </div>
      ))}
    </fieldset>
  );
}
