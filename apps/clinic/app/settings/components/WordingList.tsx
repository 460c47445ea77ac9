import type { WordingLine } from "@concord/practice";
import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Badge, Button, Card, Confirm } from "../../ui/index.ts";

/** Every form Concord knows, whether it can be given here, and whose words they are. */
export function WordingList({ lines }: { readonly lines: readonly WordingLine[] }) {
  const { text } = useMessages();
  const ready = lines.filter(({ missing }) => missing === null);
  const needed = lines.filter(({ missing }) => missing !== null);
  return (
    <>
      <Lines title={text("settings.wordings.ready")} lines={ready} />
      <Lines title={text("settings.wordings.needed")} lines={needed} />
    </>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly WordingLine[] }) {
  const { text, format } = useMessages();
  if (lines.length === 0) return null;
  return (
    <Card title={title}>
      <ul className="plain-list staff-list">
        {lines.map((line) => (
          <li key={line.instrument}>
            <details className="details">
              <summary>
                <span className="staff-name">{line.title}</span>
                <span className="row">
                  {line.shipped.map((language) => (
                    <Badge key={language}>{language}</Badge>
                  ))}
                  {line.loaded.map(({ language }) => (
                    <Badge key={language} tone="good">
                      {text("settings.wordings.own", { language })}
                    </Badge>
                  ))}
                </span>
              </summary>
              <div className="stack small">
                {line.missing !== null && <p>{line.missing}</p>}
                {line.notChecked.length > 0 && (
                  <p>{text("settings.wordings.not-checked", { languages: format.list(line.notChecked) })}</p>
                )}
                <p className="soft">
                  {text("settings.wordings.rights", {
                    holder: line.rights.holder,
                    statement: line.rights.statement,
                  })}
                </p>
                {line.loaded.map(({ language }) => (
                  <Form method="post" key={language} className="row">
                    <input type="hidden" name="instrument" value={line.instrument} />
                    <input type="hidden" name="language" value={language} />
                    <Confirm grave label={text("settings.wordings.remove", { language })}>
                      <p>{text("settings.wordings.remove-text")}</p>
                      <Button look="grave" name="about" value="forget">
                        {text("settings.wordings.remove-button")}
                      </Button>
                    </Confirm>
                  </Form>
                ))}
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
